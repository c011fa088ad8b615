import { z } from 'zod'
import type { ActionState } from '@/lib/server/action'
import type { TermsError } from '@/lib/use-cases/change-terms'

/** Half a day at once is more than any fire alarm takes. */
export const MOST_MINUTES = 720

export const giveTimeInputSchema = z.object({
  examId: z.string(),
  /** Absent: for everybody. */
  userId: z.string().optional(),
  direction: z.enum(['give', 'take']),
  minutes: z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, 'minutes')
    .transform(Number)
    .refine((minutes) => minutes >= 1 && minutes <= MOST_MINUTES, 'minutes'),
})

export interface TimeGiven {
  readonly direction: 'give' | 'take'
  readonly minutes: number
  /** Running attempts whose times changed. */
  readonly touched: number
}
export type GiveTimeState = ActionState<TermsError, TimeGiven>
