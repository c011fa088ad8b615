import { noAccommodation, noException, type TimeTerms } from './rules'
import { lastMoment, timeLimit } from './schedule'

/**
 * Minutes that this student has more than everybody (less: below none): of the time limit or, where the exam has
 * none, of the window. What everybody was given on top counts for nothing here; none where there is nothing to compare.
 */
export function extraMinutesOf(terms: TimeTerms): number {
  const usual = { ...terms, accommodation: noAccommodation, exception: noException }
  const limits = [timeLimit(terms)?.totalMs, timeLimit(usual)?.totalMs] as const
  const ends = [lastMoment(terms)?.getTime(), lastMoment(usual)?.getTime()] as const
  const [own, others] = terms.rules.timeLimitMinutes === null ? ends : limits
  return own === undefined || others === undefined ? 0 : Math.round((own - others) / 60_000)
}
