import { type Extent, sameExtent } from './arithmetic'
import type { Answer } from './read-answer'

/** Whether an answer that was read is exactly this pair of whole numbers. */
export const sameAsKey = (answer: Extract<Answer, { kind: 'read' }>, key: Extent): boolean =>
  answer.extent !== null && sameExtent(answer.extent, key)

/** Equality of two values of a step, one of which may not be a pair of whole numbers. */
export const sameValue = (a: Extent | null, b: Extent | null): boolean =>
  a !== null && b !== null && sameExtent(a, b)
