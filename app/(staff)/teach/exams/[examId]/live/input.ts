import { z } from 'zod'

/** Characters of a notice: what a room reads at a glance. */
export const MOST_WORDS = 1_000

export const noticeInputSchema = z.object({
  examId: z.string(),
  /** Absent: everybody. */
  userId: z.string().optional(),
  words: z.string('words').trim().min(1, 'words').max(MOST_WORDS, 'words'),
})

export const withdrawInputSchema = z.object({ noticeId: z.string() })

export const closeInputSchema = z.object({
  examId: z.string(),
  /** Absent: all that are open. */
  attemptId: z.string().optional(),
  sure: z.literal('yes', 'sure'),
})
