import type { LateTerms } from './late'
import type { TimeTerms } from './rules'

const MINUTE = 60_000

/** Milliseconds of the time limit and what they are made of, so that it can be spelled out. */
export interface TimeLimit {
  readonly totalMs: number
  /** Minutes before anything personal. */
  readonly baseMinutes: number
  /** The factor's part, e.g. 50 for half as much again; 0 for none. */
  readonly addedPercent: number
  /** Minutes on top, standing and for this exam. */
  readonly addedMinutes: number
}

/** The student's time limit; null where there is none. A personal limit stands as it is, without the factor. */
export function timeLimit({ rules, window, accommodation, exception }: TimeTerms): TimeLimit | null {
  const personal = exception.timeLimitMinutes
  if (personal === null && rules.timeLimitMinutes === null) return null
  const baseMinutes = personal ?? (rules.timeLimitMinutes ?? 0) + window.extraMinutes
  const addedPercent = personal === null ? accommodation.timePercent - 100 : 0
  const addedMinutes = (personal === null ? accommodation.extraMinutes : 0) + exception.extraMinutes
  const totalMs = Math.round(baseMinutes * MINUTE * (1 + addedPercent / 100)) + addedMinutes * MINUTE
  return { totalMs, baseMinutes, addedPercent, addedMinutes }
}

/**
 * By how much an accommodation stretches time for this student. Minutes on top count as their share of the limit, so
 * that grace and late decay stretch with the limit in either form.
 */
export function stretch(terms: TimeTerms): number {
  const base = terms.rules.timeLimitMinutes
  const { timePercent, extraMinutes } = terms.accommodation
  return timePercent / 100 + (base === null ? 0 : extraMinutes / base)
}

/** When the exam opens and when its window ends for this student, late period not included. */
export function personalWindow(terms: TimeTerms): { opensAt: Date | null; endsAt: Date | null } {
  const { rules, window, accommodation, exception } = terms
  const opensAt = exception.opensAt ?? window.opensAt
  const onTop = exception.extraMinutes * MINUTE
  // A personal date is meant as it stands.
  if (exception.closesAt !== null) return { opensAt, endsAt: new Date(exception.closesAt.getTime() + onTop) }
  if (window.closesAt === null) return { opensAt, endsAt: null }
  // Without an opening date the window has no length to scale: then it grows by what the limit grows.
  const length =
    window.opensAt === null
      ? (rules.timeLimitMinutes ?? 0) * MINUTE
      : window.closesAt.getTime() - window.opensAt.getTime()
  const given = window.extraMinutes * MINUTE
  const grown =
    ((length + given) * (accommodation.timePercent - 100)) / 100 + given + accommodation.extraMinutes * MINUTE
  return { opensAt, endsAt: new Date(window.closesAt.getTime() + Math.round(grown) + onTop) }
}

/** How points are lost after the window, in this student's measure; null where nothing is taken late. */
export function lateTerms(terms: TimeTerms): LateTerms | null {
  const { late } = terms.rules
  const { endsAt } = personalWindow(terms)
  if (late === null || endsAt === null) return null
  const stepMs = Math.round(late.stepMinutes * MINUTE * stretch(terms))
  return { fromMs: endsAt.getTime(), stepMs, lossPercent: late.lossPercent }
}

/** When nothing more is taken from this student: the window's end and the late period; null for never. */
export function lastMoment(terms: TimeTerms): Date | null {
  const { endsAt } = personalWindow(terms)
  const { late } = terms.rules
  return endsAt && new Date(endsAt.getTime() + Math.round((late?.minutes ?? 0) * MINUTE * stretch(terms)))
}

/** The times of an attempt, as they are kept with it. */
export interface AttemptTimes {
  /** When working ends; null where nothing ends it. */
  readonly deadlineAt: Date | null
  /** Deadline and grace. */
  readonly closesAt: Date | null
  /** Null where nothing can be late before the deadline. */
  readonly late: LateTerms | null
}

/**
 * The times of an attempt that starts then. The deadline is the earlier of start and limit, and of window and late
 * period; limit, window, grace and late decay are all stretched by the student's accommodation.
 */
export function attemptTimes(terms: TimeTerms, startedAt: Date): AttemptTimes {
  const limit = timeLimit(terms)
  const ends = [
    limit === null ? null : startedAt.getTime() + limit.totalMs,
    lastMoment(terms)?.getTime() ?? null,
  ]
  const known = ends.filter((end): end is number => end !== null)
  if (known.length === 0) return { deadlineAt: null, closesAt: null, late: null }
  const deadline = Math.min(...known)
  const grace = Math.round(terms.rules.graceSeconds * 1000 * stretch(terms))
  const late = lateTerms(terms)
  return {
    deadlineAt: new Date(deadline),
    closesAt: new Date(deadline + grace),
    late: late && late.fromMs < deadline ? late : null,
  }
}

/**
 * The times of a running attempt after its terms have changed. Less time never takes away the minute that is needed
 * to read the news and finish a sentence.
 */
export function changedTimes(
  terms: TimeTerms,
  startedAt: Date,
  before: AttemptTimes,
  now: Date,
): AttemptTimes {
  const times = attemptTimes(terms, startedAt)
  const { deadlineAt, closesAt } = times
  if (deadlineAt === null || closesAt === null) return times
  const spared = Math.min(now.getTime() + MINUTE, before.deadlineAt?.getTime() ?? Number.POSITIVE_INFINITY)
  if (deadlineAt.getTime() >= spared) return times
  const grace = closesAt.getTime() - deadlineAt.getTime()
  return { ...times, deadlineAt: new Date(spared), closesAt: new Date(spared + grace) }
}
