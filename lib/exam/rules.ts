import { z } from 'zod'

/** When something of a result is shown: at once, when the exam's window has closed for everybody, or not at all. */
export const momentSchema = z.enum(['after-submission', 'after-closing', 'never'])
export type Moment = z.infer<typeof momentSchema>

const minutes = (days: number) =>
  z
    .number()
    .int()
    .positive()
    .max(days * 24 * 60)

/** Work after the window: taken for so long, and losing points by the step. */
export const latePolicySchema = z.object({
  /** How long after the window's end work is still taken. */
  minutes: minutes(28),
  /** Each step that has begun costs `lossPercent` of a problem's points; never below nothing. */
  stepMinutes: minutes(28),
  lossPercent: z.number().int().min(0).max(100),
})
export type LatePolicy = z.infer<typeof latePolicySchema>

/** What an instructor decides about an exam besides its problems; every property has a sensible default. */
export const examRulesSchema = z.object({
  /** Minutes from the start; null: only the window ends an attempt. */
  timeLimitMinutes: minutes(7).nullable().default(null),
  /** Seconds after the deadline in which saves of work typed in time still arrive. */
  graceSeconds: z.number().int().min(0).max(3600).default(15),
  /** null: nothing is taken after the window. */
  late: latePolicySchema.nullable().default(null),
  /** null: as many as the student likes. */
  attemptsAllowed: z.number().int().positive().max(1000).nullable().default(1),
  counts: z.enum(['best', 'last', 'first']).default('last'),
  /** one-way: a problem that was left can't be opened again, and the next is not shown before. */
  navigation: z.enum(['free', 'one-way']).default('free'),
  /** shuffled: each attempt draws the order of its problems. */
  order: z.enum(['fixed', 'shuffled']).default('fixed'),
  review: z
    .object({
      /** The total. */
      score: momentSchema.default('after-submission'),
      /** The points of each problem and each part. */
      parts: momentSchema.default('after-submission'),
      /** Verdicts, feedback and the words they rest on. */
      feedback: momentSchema.default('after-submission'),
      solution: momentSchema.default('after-submission'),
    })
    .prefault({}),
  /** Percent of the automatically released answers that a person checks, drawn by chance at the close. */
  auditPercent: z.number().int().min(0).max(100).default(5),
  /** Days after the feedback is released in which a student may ask for a review; null: not at all. */
  reviewRequestDays: z.number().int().min(1).max(365).nullable().default(null),
})
export type ExamRules = z.infer<typeof examRulesSchema>

/** An exam as the rules see it. */
export interface ExamWindow {
  readonly publishedAt: Date | null
  readonly opensAt: Date | null
  readonly closesAt: Date | null
  /** Given to everybody after the exam was set up; accommodations scale it. */
  readonly extraMinutes: number
}

/** A student's standing in the course: a factor (150: half as much time again) and minutes on top. */
export interface Accommodation {
  readonly timePercent: number
  readonly extraMinutes: number
}

/** What holds for one student at one exam: dates and limit as they stand, minutes and attempts on top. */
export interface ExamException {
  readonly opensAt: Date | null
  readonly closesAt: Date | null
  readonly timeLimitMinutes: number | null
  readonly extraMinutes: number
  readonly extraAttempts: number
  /** May take the exam without Safe Exam Browser where it is required. */
  readonly withoutSafeExamBrowser: boolean
}

export const noAccommodation: Accommodation = { timePercent: 100, extraMinutes: 0 }
export const noException: ExamException = {
  opensAt: null,
  closesAt: null,
  timeLimitMinutes: null,
  extraMinutes: 0,
  extraAttempts: 0,
  withoutSafeExamBrowser: false,
}

/** All that decides the times of one student at one exam. */
export interface TimeTerms {
  readonly rules: Pick<ExamRules, 'timeLimitMinutes' | 'graceSeconds' | 'late'>
  readonly window: ExamWindow
  readonly accommodation: Accommodation
  readonly exception: ExamException
}
