import { err, ok, type Result } from '@/lib/core/result'
import type { ExamRules, ExamWindow } from './rules'
import { windowEnd } from './timing'

/** What the rules need to know of an attempt. */
export interface AttemptFacts {
  readonly startedAt: Date
  readonly deadlineAt: Date | null
  readonly closesAt: Date | null
  readonly closedAt: Date | null
}

/** working: saves count · grace: only what was typed before the deadline · expired: waiting to be closed · closed. */
export type AttemptState = 'working' | 'grace' | 'expired' | 'closed'

export function attemptState(attempt: AttemptFacts, now: Date): AttemptState {
  if (attempt.closedAt !== null) return 'closed'
  if (attempt.closesAt !== null && now >= attempt.closesAt) return 'expired'
  if (attempt.deadlineAt !== null && now >= attempt.deadlineAt) return 'grace'
  return 'working'
}

export type ExamState = 'unpublished' | 'upcoming' | 'open' | 'ended'

export function examState(window: ExamWindow, timePercent: number, now: Date): ExamState {
  if (window.publishedAt === null || now < window.publishedAt) return 'unpublished'
  if (window.opensAt !== null && now < window.opensAt) return 'upcoming'
  const end = windowEnd(window, timePercent)
  return end !== null && now >= end ? 'ended' : 'open'
}

export type StartRefusal =
  | { readonly kind: 'not-open'; readonly state: Exclude<ExamState, 'open'> }
  | { readonly kind: 'attempts-used'; readonly allowed: number }

/** Whether a student may start: resume the open attempt, start a new one with this number, or why not. */
export function decideStart(input: {
  readonly rules: ExamRules
  readonly window: ExamWindow
  readonly timePercent: number
  readonly attempts: readonly (AttemptFacts & { readonly id: string; readonly number: number })[]
  readonly now: Date
}): Result<{ kind: 'resume'; attemptId: string } | { kind: 'start'; number: number }, StartRefusal> {
  const { rules, window, timePercent, attempts, now } = input
  const open = attempts.find((attempt) => {
    const state = attemptState(attempt, now)
    return state === 'working' || state === 'grace'
  })
  if (open) return ok({ kind: 'resume', attemptId: open.id })
  const state = examState(window, timePercent, now)
  if (state !== 'open') return err({ kind: 'not-open', state })
  if (rules.attemptsAllowed !== null && attempts.length >= rules.attemptsAllowed) {
    return err({ kind: 'attempts-used', allowed: rules.attemptsAllowed })
  }
  return ok({ kind: 'start', number: Math.max(0, ...attempts.map((attempt) => attempt.number)) + 1 })
}
