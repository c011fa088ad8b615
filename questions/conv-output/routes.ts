import type { Route } from '@/lib/grading/follow-through/judge-step'
import { type Extent, sameExtent, transposed } from './arithmetic'
import { sameAsKey } from './compare'
import { outputFrom, outputFromPadding, paddedFrom, type Variant } from './consequences'
import type { Answer } from './read-answer'
import type { NumericPart } from './slips'

/** The student's answers to the parts with a number or a size; a part that is not asked is 'empty'. */
export type Answers = Readonly<Record<NumericPart, Answer>>

type ReadAnswer = Extract<Answer, { kind: 'read' }>

/** An answer that was read and is wrong, so that later parts may follow from it. */
export function wrongAnswer({ key }: Variant, answers: Answers, part: NumericPart): ReadAnswer | null {
  const answer = answers[part]
  return answer.kind === 'read' && !sameAsKey(answer, key[part]) ? answer : null
}

/** Who has written an earlier part width × height may go on so: that slip was charged there. */
function swappedRoute(
  variant: Variant,
  answers: Answers,
  from: 'padding' | 'paddedSize',
  value: Extent,
): readonly Route<Extent>[] {
  const earlier = wrongAnswer(variant, answers, from)?.extent ?? null
  const isSwapped = earlier !== null && sameExtent(earlier, transposed(variant.key[from]))
  return isSwapped ? [{ from, consequence: { kind: 'value', value: transposed(value) } }] : []
}

/** The ways in which the padded size may follow from the student's own padding. */
export function routesToPadded(variant: Variant, answers: Answers): readonly Route<Extent>[] {
  const padding = wrongAnswer(variant, answers, 'padding')
  if (padding === null) return []
  return [
    { from: 'padding', consequence: paddedFrom(variant, padding.extent) },
    ...swappedRoute(variant, answers, 'padding', variant.key.paddedSize),
  ]
}

/** The ways in which the output size may follow: from the own padded size, or by the usual formula from the own padding. */
export function routesToOutput(variant: Variant, answers: Answers): readonly Route<Extent>[] {
  const padded = wrongAnswer(variant, answers, 'paddedSize')
  const padding = wrongAnswer(variant, answers, 'padding')
  return [
    ...(padded === null ? [] : [{ from: 'paddedSize', consequence: outputFrom(variant, padded.extent) }]),
    ...(padding === null
      ? []
      : [{ from: 'padding', consequence: outputFromPadding(variant, padding.extent) }]),
    ...swappedRoute(variant, answers, 'padding', variant.key.outputSize),
    ...swappedRoute(variant, answers, 'paddedSize', variant.key.outputSize),
  ]
}
