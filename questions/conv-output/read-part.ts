import { ok } from '@/lib/core/result'
import { longestSize } from '@/lib/grading/sizes/read-pair'
import { readPlainest } from '@/lib/grading/sizes/read-size'
import { readSides } from '@/lib/grading/sizes/sides'
import { withoutStatedPadding } from '@/lib/grading/sizes/stated-padding'
import { type Known, readWorkedSize } from '@/lib/grading/sizes/working/read-worked-size'
import { type Extent, sameExtent } from './arithmetic'
import type { Variant } from './consequences'
import { type Answer, plainAnswer, readAnswer } from './read-answer'
import type { NumericPart } from './slips'

/** What a student's own earlier answers were read as. */
export interface OwnValues {
  readonly padding: Answer
  readonly paddedSize: Answer
}

const extentOf = (answer: Answer | undefined): readonly Extent[] =>
  answer?.kind === 'read' && answer.extent !== null ? [answer.extent] : []

const distinct = (...extents: readonly Extent[]): readonly Extent[] =>
  extents.filter((extent, index) => extents.findIndex((each) => sameExtent(each, extent)) === index)

const both = (value: number): Extent => ({ height: value, width: value })

/** Reads the text of one part, given what the student answered before. */
export function readPart(variant: Variant, part: NumericPart, text: string, own: Partial<OwnValues>): Answer {
  const isPadding = part === 'padding'
  const plain = readPlainest(text)
  if (plain !== null) return plainAnswer(plain, isPadding)
  const sides = isPadding ? readSides(text) : null
  const typed = isPadding || text.length > longestSize ? text : withoutStatedPadding(text)
  const read =
    sides === null
      ? readWorkedSize(typed, () => knownFor(variant, part, own))
      : ok({ size: sides, broken: null })
  return readAnswer(read, isPadding)
}

/**
 * What the letters in the working of one part stand for: the numbers of the variant, the student's own earlier
 * answers, and the right ones. The padding has no value where it is asked for.
 */
function knownFor({ params, key }: Variant, part: NumericPart, own: Partial<OwnValues>): Known {
  const padding = distinct(...extentOf(own.padding), key.padding)
  const padded = distinct(...extentOf(own.paddedSize), key.paddedSize)
  const formulas = {
    n: part === 'outputSize' ? distinct(params.input, ...padded) : [params.input],
    k: params.dilation > 1 ? distinct(key.effectiveKernel, params.kernel) : [params.kernel],
    s: [both(params.stride)],
    d: [both(params.dilation)],
  }
  if (part === 'padding') return { letters: formulas, stages: [] }
  const stages = part === 'outputSize' ? [params.input, ...padded] : [params.input]
  return { letters: { ...formulas, p: padding }, stages }
}
