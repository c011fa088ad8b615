import { err, ok, type Result } from '@/lib/core/result'
import { pointsFor } from '@/lib/exam/points'
import { type Group, groupWaiting } from '@/lib/exam/review/group'
import { type Override, overridden } from '@/lib/exam/review/override'
import { wilson95 } from '@/lib/exam/review/wilson'
import type { Deps, StaffViewer } from './deps'
import type { DecisionOutcome, ReviewQueue, ReviewScope, Target, WaitingItem } from './review-store'

/** How long an answer stays before one reviewer without being settled. */
const CLAIM_MS = 5 * 60_000

export interface Review extends Omit<ReviewQueue, 'items' | 'audits'> {
  /** In the order in which they should be settled. */
  readonly groups: readonly Group<WaitingItem>[]
  readonly waiting: number
  readonly audits: ReviewQueue['audits'] & {
    /** Wilson 95 % interval of the share of automatic grades that are wrong; null where none was checked. */
    readonly interval: readonly [number, number] | null
  }
}

/** What waits for a person; null where the viewer may not grade there. */
export async function readReview(
  deps: Deps,
  { viewer, ...scope }: ReviewScope & { viewer: StaffViewer },
): Promise<Review | null> {
  const queue = await deps.reviews.findQueue({ ...scope, viewer, now: deps.clock.now() })
  if (!queue) return null
  const { items, audits, ...place } = queue
  return {
    ...place,
    groups: groupWaiting(items),
    waiting: items.length,
    audits: { ...audits, interval: wilson95(audits.changed, audits.checked) },
  }
}

/** Takes answers before the viewer for some minutes; others are told. Gives those that are the viewer's now. */
export function claimAnswers(
  deps: Deps,
  { itemIds, viewer }: { itemIds: readonly string[]; viewer: StaffViewer },
): Promise<readonly string[]> {
  const now = deps.clock.now()
  return deps.reviews.claim({ itemIds, viewer, now, until: new Date(now.getTime() + CLAIM_MS) })
}

export type DecideError = { readonly kind: 'not-found' } | { readonly kind: 'overtaken' }

/**
 * A person's decision on one answer or on many alike, as one grade event for each. Lateness still takes its share.
 * Where somebody else was first, that answer stays as the other left it.
 */
export async function decide(
  deps: Deps,
  input: {
    readonly decisionId: string
    readonly viewer: StaffViewer
    readonly reason: string
    readonly override: Override
    readonly targets: readonly Target[]
  },
): Promise<Result<DecisionOutcome, DecideError>> {
  const outcome = await deps.reviews.decide({
    ...input,
    now: deps.clock.now(),
    grade: ({ result, points, latePercent }) => {
      const after = overridden(result, input.override)
      if (!after) return null
      return { result: after, points: pointsFor((after.score * (100 - latePercent)) / 100, points) }
    },
  })
  if (outcome.settled.length > 0) return ok(outcome)
  return err({ kind: outcome.overtaken.length > 0 ? 'overtaken' : 'not-found' })
}

/** Takes a whole decision back, where nothing has come after it. */
export async function undoDecision(
  deps: Deps,
  { decisionId, viewer }: { decisionId: string; viewer: StaffViewer },
): Promise<Result<{ restored: number; kept: number }, DecideError>> {
  const outcome = await deps.reviews.undo({ decisionId, viewer, now: deps.clock.now() })
  if (!outcome) return err({ kind: 'not-found' })
  return outcome.restored > 0 ? ok(outcome) : err({ kind: 'overtaken' })
}
