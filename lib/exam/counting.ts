import type { ExamRules } from './rules'

interface Counted {
  readonly number: number
  readonly closedAt: Date | null
  /** Hundredths; null until every problem is graded. */
  readonly awarded: number | null
}

/**
 * The attempt that counts among those that are closed: the first, the last, or the best (the earlier of equals); one
 * that is not graded yet is never the best while another is. Null where none is closed.
 */
export function countingAttempt<Attempt extends Counted>(
  counts: ExamRules['counts'],
  attempts: readonly Attempt[],
): Attempt | null {
  const closed = attempts.filter(({ closedAt }) => closedAt !== null).sort((a, b) => a.number - b.number)
  if (counts === 'first') return closed[0] ?? null
  if (counts === 'last') return closed.at(-1) ?? null
  return closed.reduce<Attempt | null>(
    (best, each) => (best === null || (each.awarded ?? -1) > (best.awarded ?? -1) ? each : best),
    null,
  )
}
