import { z } from 'zod'

/** How an attempt loses points after the window, in this student's own measure; kept with the attempt. */
export const lateTermsSchema = z.object({
  /** The window's end for this student, milliseconds since the epoch. */
  fromMs: z.number().int(),
  stepMs: z.number().int().positive(),
  lossPercent: z.number().int().min(0).max(100),
})
export type LateTerms = z.infer<typeof lateTermsSchema>

/**
 * Percent of a problem's points that are lost by when its answer was last saved: each step that has begun after the
 * window's end costs the same. What was saved before loses nothing, whenever it is handed in.
 */
export function latePercent(terms: LateTerms | null, savedAt: Date | null): number {
  if (terms === null || savedAt === null) return 0
  const over = savedAt.getTime() - terms.fromMs
  if (over <= 0) return 0
  return Math.min(100, Math.ceil(over / terms.stepMs) * terms.lossPercent)
}
