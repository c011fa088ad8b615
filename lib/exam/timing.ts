import type { ExamRules, ExamWindow } from './rules'

const MINUTE = 60_000

export interface AttemptTimes {
  /** When working ends; null where nothing ends it. */
  readonly deadlineAt: Date | null
  /** Deadline and grace. */
  readonly closesAt: Date | null
}

/** The student's time limit in milliseconds, accommodation included; null where there is none. */
export function timeLimitMs(rules: ExamRules, timePercent: number): number | null {
  if (rules.timeLimitMinutes === null) return null
  return Math.round((rules.timeLimitMinutes * MINUTE * timePercent) / 100)
}

/** When the window ends for this student: its length scales with the accommodation, like the limit. */
export function windowEnd(window: ExamWindow, timePercent: number): Date | null {
  const { opensAt, closesAt } = window
  if (closesAt === null || opensAt === null || timePercent === 100) return closesAt
  const length = closesAt.getTime() - opensAt.getTime()
  return new Date(opensAt.getTime() + Math.round((length * timePercent) / 100))
}

/**
 * Deadline of an attempt: the earlier of start + limit and the window's end, both scaled by the student's
 * accommodation (percent of the standard time); the grace scales with them.
 */
export function attemptTimes(
  rules: ExamRules,
  window: ExamWindow,
  timePercent: number,
  startedAt: Date,
): AttemptTimes {
  const limit = timeLimitMs(rules, timePercent)
  const ends = [
    limit === null ? null : startedAt.getTime() + limit,
    windowEnd(window, timePercent)?.getTime() ?? null,
  ]
  const known = ends.filter((end): end is number => end !== null)
  if (known.length === 0) return { deadlineAt: null, closesAt: null }
  const deadline = Math.min(...known)
  const grace = Math.round((rules.graceSeconds * 1000 * timePercent) / 100)
  return { deadlineAt: new Date(deadline), closesAt: new Date(deadline + grace) }
}
