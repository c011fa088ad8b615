import { err, ok, type Result } from '@/lib/core/result'
import type { CloseRequest, Deps } from './deps'
import { gradeItems } from './grade-items'

/** Attempts that are closed in one transaction: enough for a room that ends together, few enough to stay responsive. */
const BATCH = 25

const close = (deps: Deps, which: CloseRequest): Promise<readonly string[]> =>
  deps.attempts.closeAndGrade({
    which,
    now: deps.clock.now(),
    grade: (items) => gradeItems(deps.questions, items),
    sign: deps.signReceipt,
  })

/** Hands in: closes and grades the student's own attempt. A repetition has no further effect and the same reply. */
export async function submitAttempt(
  deps: Deps,
  input: { attemptId: string; userId: string },
): Promise<Result<{ closedAt: Date; receipt: string | null }, { kind: 'not-found' }>> {
  await close(deps, { kind: 'submit', ...input })
  const attempt = await deps.attempts.findOwned(input)
  return attempt?.closedAt
    ? ok({ closedAt: attempt.closedAt, receipt: attempt.receipt })
    : err({ kind: 'not-found' })
}

/**
 * Closes and grades attempts whose time has run out, with the last acknowledged drafts, oldest first and some at a
 * time; where others close them at the same moment, it takes what they leave. Gives the ids of those that it closed.
 */
export const closeExpired = (
  deps: Deps,
  only: { readonly attemptId?: string; readonly examId?: string; readonly userId?: string } = {},
): Promise<readonly string[]> => close(deps, { kind: 'expired', limit: BATCH, ...only })

/**
 * The job of one attempt: closes it and, since rooms end together, others that wait. Does nothing where that has been
 * done. Where the others can't be closed together, this one is closed alone: one broken row holds up no room.
 */
export async function closeInTime(deps: Deps, attemptId: string): Promise<void> {
  const closed = await closeExpired(deps).catch((): readonly string[] => [])
  if (!closed.includes(attemptId)) await closeExpired(deps, { attemptId })
}

/** Attempts that the sweep looks at in one go. */
const SWEEP = 100

/**
 * Closes what no job has closed in time: a job that ran by a faster clock, that was lost, or that gave up. Each alone,
 * so that one that can't be closed holds up no other; gives what failed.
 */
export async function sweepOverdue(
  deps: Deps,
  overdueMs: number,
): Promise<readonly { readonly attemptId: string; readonly error: unknown }[]> {
  const before = new Date(deps.clock.now().getTime() - overdueMs)
  const failed: { attemptId: string; error: unknown }[] = []
  for (const attemptId of await deps.attempts.listOverdue({ before, limit: SWEEP })) {
    await closeExpired(deps, { attemptId }).catch((error: unknown) => failed.push({ attemptId, error }))
  }
  return failed
}
