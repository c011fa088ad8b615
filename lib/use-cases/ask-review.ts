import { err, ok, type Result } from '@/lib/core/result'
import { requestsUntil } from '@/lib/exam/review/request-window'
import type { Deps } from './deps'
import { readOwnResult } from './read-result'

export type AskError = { readonly kind: 'not-found' | 'asked-before' | 'window-closed' }

/** A student asks a person to look at a part of the own attempt, or at one criterion of it, within the exam's window. */
export async function askReview(
  deps: Deps,
  input: {
    readonly attemptId: string
    readonly itemId: string
    readonly userId: string
    readonly part: string
    /** Empty: the whole part. */
    readonly criterion: string
    readonly words: string
  },
): Promise<Result<null, AskError>> {
  const { attemptId, userId, itemId, part: partId, criterion } = input
  const [attempt, result] = await Promise.all([
    deps.attempts.findOwned({ attemptId, userId }),
    readOwnResult(deps, { attemptId, userId }),
  ])
  if (!attempt?.closedAt || !result) return err({ kind: 'not-found' })
  const now = deps.clock.now()
  const until = requestsUntil(attempt.exam.rules, attempt.closedAt, attempt.slowestMoment)
  if (until === null || now > until || !result.released.feedback) return err({ kind: 'window-closed' })
  const item = result.items.find(({ id }) => id === itemId)
  const part = item?.grade?.parts.find(({ id }) => id === partId)
  const known = part && (criterion === '' || part.criteria?.some(({ id }) => id === criterion))
  if (!known) return err({ kind: 'not-found' })
  return (await deps.reviews.ask({ ...input, now })) ? ok(null) : err({ kind: 'asked-before' })
}
