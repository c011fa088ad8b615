import { z } from 'zod'

/** When something of a result is shown: at once, when the exam's window has closed, or not at all. */
export const momentSchema = z.enum(['after-submission', 'after-closing', 'never'])
export type Moment = z.infer<typeof momentSchema>

/** What an instructor decides about an exam besides its problems; every property has a sensible default. */
export const examRulesSchema = z.object({
  /** Minutes from the start; null: only the window ends an attempt. */
  timeLimitMinutes: z
    .number()
    .int()
    .positive()
    .max(7 * 24 * 60)
    .nullable()
    .default(null),
  /** Seconds after the deadline in which saves of work typed in time still arrive. */
  graceSeconds: z.number().int().min(0).max(3600).default(15),
  /** null: as many as the student likes. */
  attemptsAllowed: z.number().int().positive().nullable().default(1),
  counts: z.enum(['best', 'last', 'first']).default('last'),
  review: z
    .object({
      score: momentSchema.default('after-submission'),
      feedback: momentSchema.default('after-submission'),
      solution: momentSchema.default('after-submission'),
    })
    .prefault({}),
})
export type ExamRules = z.infer<typeof examRulesSchema>

/** An exam as the rules see it. */
export interface ExamWindow {
  readonly publishedAt: Date | null
  readonly opensAt: Date | null
  readonly closesAt: Date | null
}
