import { err, ok, type Result } from '@/lib/core/result'
import type { ExamRules, TimeTerms } from './rules'
import { type AttemptTimes, attemptTimes, lastMoment, personalWindow } from './schedule'

/** What the rules need to know of an attempt. */
export interface AttemptFacts extends AttemptTimes {
  readonly startedAt: Date
  readonly closedAt: Date | null
}

/**
 * working: saves count · late: they count and lose points · grace: only what was typed before the deadline ·
 * expired: waiting to be closed · closed.
 */
export type AttemptState = 'working' | 'late' | 'grace' | 'expired' | 'closed'

export function attemptState(
  attempt: AttemptTimes & { readonly closedAt: Date | null },
  now: Date,
): AttemptState {
  if (attempt.closedAt !== null) return 'closed'
  if (attempt.closesAt !== null && now >= attempt.closesAt) return 'expired'
  if (attempt.deadlineAt !== null && now >= attempt.deadlineAt) return 'grace'
  return attempt.late !== null && now.getTime() > attempt.late.fromMs ? 'late' : 'working'
}

/** Deadline and state of an attempt from the exam's rules, the student's terms and a clock alone. */
export function attemptStanding(
  terms: TimeTerms,
  attempt: { readonly startedAt: Date; readonly closedAt: Date | null },
  now: Date,
): AttemptTimes & { readonly state: AttemptState } {
  const times = attemptTimes(terms, attempt.startedAt)
  return { ...times, state: attemptState({ ...times, closedAt: attempt.closedAt }, now) }
}

/** late: the window is over, and what is handed in now loses points. */
export type ExamState = 'unpublished' | 'upcoming' | 'open' | 'late' | 'ended'

export function examState(terms: TimeTerms, now: Date): ExamState {
  const { publishedAt } = terms.window
  if (publishedAt === null || now < publishedAt) return 'unpublished'
  const { opensAt, endsAt } = personalWindow(terms)
  if (opensAt !== null && now < opensAt) return 'upcoming'
  if (endsAt === null || now < endsAt) return 'open'
  const last = lastMoment(terms)
  return last !== null && now < last ? 'late' : 'ended'
}

export type StartRefusal =
  | { readonly kind: 'not-open'; readonly state: Exclude<ExamState, 'open' | 'late'> }
  | { readonly kind: 'attempts-used'; readonly allowed: number }

/** How many attempts this student has; null for as many as they like. */
export const attemptsAllowed = (
  rules: Pick<ExamRules, 'attemptsAllowed'>,
  exception: { readonly extraAttempts: number },
): number | null => (rules.attemptsAllowed === null ? null : rules.attemptsAllowed + exception.extraAttempts)

/** Whether a student may start: resume the open attempt, start a new one with this number, or why not. */
export function decideStart(input: {
  readonly terms: TimeTerms
  readonly rules: Pick<ExamRules, 'attemptsAllowed'>
  readonly attempts: readonly (AttemptFacts & { readonly id: string; readonly number: number })[]
  readonly now: Date
}): Result<{ kind: 'resume'; attemptId: string } | { kind: 'start'; number: number }, StartRefusal> {
  const { terms, rules, attempts, now } = input
  const open = attempts.find((attempt) => {
    const state = attemptState(attempt, now)
    return state === 'working' || state === 'late' || state === 'grace'
  })
  if (open) return ok({ kind: 'resume', attemptId: open.id })
  const state = examState(terms, now)
  if (state !== 'open' && state !== 'late') return err({ kind: 'not-open', state })
  const allowed = attemptsAllowed(rules, terms.exception)
  if (allowed !== null && attempts.length >= allowed) return err({ kind: 'attempts-used', allowed })
  return ok({ kind: 'start', number: Math.max(0, ...attempts.map((attempt) => attempt.number)) + 1 })
}
