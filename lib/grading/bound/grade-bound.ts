import { readExact } from '@/lib/grading/expression/read-exact'
import type { ReadProblem } from '@/lib/grading/expression/read-problem'
import { sameMagnitude } from './compare'
import { naturalLog } from './natural-log'

/** A wrong way to the bound and the logarithm of where it leads. */
export interface KnownWrongWay<Id extends string> {
  readonly id: Id
  readonly log: number
}

/** What a written bound turned out to be. */
export type BoundVerdict<Id extends string> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly problem: ReadProblem }
  /** Zero or below: no size of a gradient's factor. */
  | { readonly kind: 'not-positive' }
  | { readonly kind: 'right' }
  | { readonly kind: 'known'; readonly id: Id }
  | { readonly kind: 'wrong' }

/**
 * Compares a written bound with the key in log space: 1 % relative is right, whatever the size. Total on any text.
 * The key is tried before the wrong ways, which the variant keeps further than the tolerance away.
 */
export function gradeBound<Id extends string>(
  text: string,
  keyLog: number,
  wrongWays: readonly KnownWrongWay<Id>[],
): BoundVerdict<Id> {
  if (text.trim() === '') return { kind: 'empty' }
  const read = readExact(text)
  if (!read.ok) return { kind: 'unreadable', problem: read.error }
  const log = naturalLog(read.value)
  if (log === null) return { kind: 'not-positive' }
  if (sameMagnitude(log, keyLog)) return { kind: 'right' }
  const known = wrongWays.find((way) => sameMagnitude(log, way.log))
  return known === undefined ? { kind: 'wrong' } : { kind: 'known', id: known.id }
}
