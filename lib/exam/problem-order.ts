import { createRng } from '@/lib/core/rng'
import type { ExamRules } from './rules'

/** The problems of an attempt in the order in which its student meets them. */
export const problemOrder = <Item>(
  order: ExamRules['order'],
  items: readonly Item[],
  attemptSeed: string,
): readonly Item[] => (order === 'shuffled' ? createRng(`${attemptSeed}/order`).shuffle(items) : items)
