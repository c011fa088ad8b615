import { err, ok, type Result } from '@/lib/core/result'
import type { Deps } from './deps'
import { gradeItems } from './grade-items'

/** Hands in: closes and grades the student's own attempt. A repetition has no further effect and the same reply. */
export async function submitAttempt(
  deps: Deps,
  input: { attemptId: string; userId: string },
): Promise<Result<{ closedAt: Date }, { kind: 'not-found' }>> {
  await deps.attempts.closeAndGrade({
    ...input,
    reason: 'submitted',
    now: deps.clock.now(),
    ifExpired: false,
    grade: (items) => gradeItems(deps.questions, items),
  })
  const attempt = await deps.attempts.findOwned(input)
  return attempt?.closedAt ? ok({ closedAt: attempt.closedAt }) : err({ kind: 'not-found' })
}

/** Closes and grades an attempt whose time has run out, with the last acknowledged draft. True if it did. */
export const closeExpired = (deps: Deps, attemptId: string): Promise<boolean> =>
  deps.attempts.closeAndGrade({
    attemptId,
    reason: 'time',
    now: deps.clock.now(),
    ifExpired: true,
    grade: (items) => gradeItems(deps.questions, items),
  })
