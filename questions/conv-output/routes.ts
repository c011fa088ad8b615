import type { Route } from '@/lib/grading/follow-through/judge-step'
import type { Extent } from './arithmetic'
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

/** The ways in which the padded size may follow from the student's own padding. */
export function routesToPadded(variant: Variant, answers: Answers): readonly Route<Extent>[] {
  const padding = wrongAnswer(variant, answers, 'padding')
  return padding === null ? [] : [{ from: 'padding', consequence: paddedFrom(variant, padding.extent) }]
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
  ]
}
