import { createRng } from '@/lib/core/rng'

/**
 * Whether an automatically graded answer is one that a person checks. It follows from the attempt's secret seed and
 * the item, so that a repeated close draws the same, and no student can know or steer it.
 *
 * @param percent 0..100
 */
export const drawnForAudit = (seed: string, itemId: string, percent: number): boolean =>
  createRng(`audit:${seed}:${itemId}`).int(0, 99) < percent
