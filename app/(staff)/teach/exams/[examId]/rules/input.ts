import { z } from 'zod'
import { examRulesSchema, momentSchema } from '@/lib/exam/rules'
import type { ActionState } from '@/lib/server/action'
import type { TermsError } from '@/lib/use-cases/change-terms'
import { instantOrNone, wholeNumber, wholeNumberOrNone } from '../_terms/form-fields'

const MINUTES_OF_28_DAYS = 28 * 24 * 60

const commonSchema = z.object({
  examId: z.string(),
  opensAt: instantOrNone('opensAt'),
  closesAt: instantOrNone('closesAt'),
  timeLimitMinutes: wholeNumberOrNone({ message: 'timeLimitMinutes', min: 1, max: 7 * 24 * 60 }),
  graceSeconds: wholeNumber({ message: 'graceSeconds', min: 0, max: 3600 }),
  attemptsAllowed: wholeNumberOrNone({ message: 'attemptsAllowed', min: 1, max: 1000 }),
  counts: examRulesSchema.shape.counts.unwrap(),
  startCode: z
    .string('startCode')
    .trim()
    .max(40, 'startCode')
    // Spaces and dashes do not matter in a code, so that there has to be something else.
    .refine((code) => code === '' || /[^\s-]/.test(code), 'startCode')
    .transform((code) => (code === '' ? null : code)),
  navigation: examRulesSchema.shape.navigation.unwrap(),
  order: examRulesSchema.shape.order.unwrap(),
  score: momentSchema,
  parts: momentSchema,
  feedback: momentSchema,
  solution: momentSchema,
  auditPercent: wholeNumber({ message: 'auditPercent', min: 0, max: 100 }),
  reviewRequestDays: wholeNumberOrNone({ message: 'reviewRequestDays', min: 1, max: 365 }),
})

/** The form of the rules. Numbers of the late policy are looked at only where it is on. */
export const rulesInputSchema = z
  .discriminatedUnion('late', [
    commonSchema.extend({ late: z.literal('off') }),
    commonSchema.extend({
      late: z.literal('on'),
      lateMinutes: wholeNumber({ message: 'lateMinutes', min: 1, max: MINUTES_OF_28_DAYS }),
      lateStepMinutes: wholeNumber({ message: 'lateStepMinutes', min: 1, max: MINUTES_OF_28_DAYS }),
      lateLossPercent: wholeNumber({ message: 'lateLossPercent', min: 0, max: 100 }),
    }),
  ])
  .superRefine(({ opensAt, closesAt, late }, context) => {
    const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['closesAt'], message })
    if (opensAt && closesAt && closesAt <= opensAt) wrong('closesBeforeOpens')
    if (late === 'on' && closesAt === null) wrong('lateNeedsClosing')
  })
  .transform((input) => ({
    examId: input.examId,
    opensAt: input.opensAt,
    closesAt: input.closesAt,
    startCode: input.startCode,
    rules: examRulesSchema.parse({
      ...input,
      late:
        input.late === 'off'
          ? null
          : {
              minutes: input.lateMinutes,
              stepMinutes: input.lateStepMinutes,
              lossPercent: input.lateLossPercent,
            },
      review: input,
    }),
  }))

export type RulesState = ActionState<TermsError, { readonly touched: number }>
