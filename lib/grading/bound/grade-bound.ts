import type { ReadProblem } from '@/lib/grading/expression/read-problem'
import { sameMagnitude } from './compare'
import { readBound } from './read-bound'
import type { BoundLetters } from './spelling'

/** A wrong way to the bound and the logarithm of where it leads. */
export interface KnownWrongWay<Id extends string> {
  readonly id: Id
  readonly log: number
}

/** What one value is: the key, a known wrong way's, or neither. */
type ValueVerdict<Id extends string> =
  | { readonly kind: 'right' }
  | { readonly kind: 'known'; readonly id: Id }
  | { readonly kind: 'wrong' }
  /** Zero or below: no size of a gradient's factor. */
  | { readonly kind: 'not-positive' }

/** What a written bound turned out to be; `breaks` counts the links that are not what the first one comes to. */
export type BoundVerdict<Id extends string> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly problem: ReadProblem }
  /** Two numbers that differ are written as equal. */
  | { readonly kind: 'two-answers' }
  | (ValueVerdict<Id> & { readonly breaks: number })

/**
 * Compares a written bound with the key in log space: 1 % relative is right, whatever the size. Total on any text.
 * The key is tried before the wrong ways, which the variant keeps further than the tolerance away. Of a chain the first
 * link that shows how it was found counts, unless a number stands before others that differ from it.
 */
export function gradeBound<Id extends string>(
  text: string,
  keyLog: number,
  wrongWays: readonly KnownWrongWay<Id>[],
  letters: BoundLetters | null = null,
): BoundVerdict<Id> {
  const read = readBound(text, letters)
  if (!read.ok) {
    return read.error.kind === 'empty' ? { kind: 'empty' } : { kind: 'unreadable', problem: read.error }
  }
  const { answer, breaks } = read.value
  if (breaks > 0 && answer.isBare) return { kind: 'two-answers' }
  const { log, negative } = answer.value
  if (negative || log === Number.NEGATIVE_INFINITY) return { kind: 'not-positive', breaks }
  if (sameMagnitude(log, keyLog)) return { kind: 'right', breaks }
  const known = wrongWays.find((way) => sameMagnitude(log, way.log))
  return known === undefined ? { kind: 'wrong', breaks } : { kind: 'known', id: known.id, breaks }
}
