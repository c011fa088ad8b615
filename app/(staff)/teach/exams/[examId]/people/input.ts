import { z } from 'zod'
import type { ActionState } from '@/lib/server/action'
import type { TermsError } from '@/lib/use-cases/change-terms'
import { instantOrNone, ticked, wholeNumber, wholeNumberOrNone } from '../_terms/form-fields'

const whom = { examId: z.string(), userId: z.string() }

export const accommodationInputSchema = z
  .object({
    ...whom,
    timePercent: wholeNumber({ message: 'timePercent', min: 100, max: 1000 }),
    extraMinutes: wholeNumber({ message: 'extraMinutes', min: 0, max: 1440 }),
  })
  .transform(({ examId, userId, ...accommodation }) => ({ examId, userId, accommodation }))

export const exceptionInputSchema = z
  .object({
    ...whom,
    opensAt: instantOrNone('opensAt'),
    closesAt: instantOrNone('closesAt'),
    timeLimitMinutes: wholeNumberOrNone({ message: 'timeLimitMinutes', min: 1, max: 7 * 24 * 60 }),
    extraMinutes: wholeNumber({ message: 'extraMinutes', min: 0, max: 1440 }),
    extraAttempts: wholeNumber({ message: 'extraAttempts', min: 0, max: 1000 }),
    withoutSafeExamBrowser: ticked,
  })
  .transform(({ examId, userId, ...exception }) => ({ examId, userId, exception }))

export type PersonTermsState = ActionState<TermsError, { readonly touched: number }>
