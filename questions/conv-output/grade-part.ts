import type { Localized } from '@/lib/core/localized'
import type { Route } from '@/lib/grading/follow-through/judge-step'
import { judgeStep } from '@/lib/grading/follow-through/judge-step'
import type { PartResult } from '@/lib/question/grade-result'
import { type ConvOutputKey, type Extent, sameExtent } from './arithmetic'
import { sameValue } from './compare'
import { outputFrom, paddedFrom, type Variant } from './consequences'
import { describeWrongTurn } from './mistakes'
import { partFeedback } from './part-feedback'
import type { Value } from './read-answer'
import { type Answers, routesToOutput, routesToPadded, wrongAnswer } from './routes'
import type { ConvOutputSettings } from './settings-fields'
import type { NumericPart, Slip } from './slips'
import { joined, partTitles } from './wording'
import { type WrongTurn, wrongTurns, wrongTurnsByValue } from './wrong-values'

/** One rounding rule for points: a millionth. */
export const rounded = (points: number): number => Math.round(points * 1e6) / 1e6

interface Verdict {
  readonly code: string
  readonly credit: number
  readonly feedback: Localized
}

/** Slips that can be made with earlier values of one's own; the others are ways of finding the padding. */
const laterSlips: readonly Slip[] = [
  'padding-one-side',
  'dilation-ignored',
  'stride-ignored',
  'plus-one-forgotten',
  'axes-swapped',
]

/** The key as it would be if the student's own earlier values were right, one for each usable route. */
function ownKeys(variant: Variant, answers: Answers, part: NumericPart): readonly ConvOutputKey[] {
  const padding = wrongAnswer(variant, answers, 'padding')?.extent ?? null
  const padded = part === 'outputSize' ? (wrongAnswer(variant, answers, 'paddedSize')?.extent ?? null) : null
  const fromPadding = padding === null ? null : paddedFrom(variant, padding)
  const direct = padded === null ? null : ownKey(variant, part, variant.key.padding, padded)
  const indirect =
    padding === null || fromPadding?.kind !== 'value'
      ? null
      : ownKey(variant, part, padding, fromPadding.value)
  return [direct, indirect].filter((key) => key !== null)
}

/** null where no output can be made of the padded size. */
function ownKey(
  variant: Variant,
  part: NumericPart,
  padding: Extent,
  paddedSize: Extent,
): ConvOutputKey | null {
  if (part === 'paddedSize') return { ...variant.key, padding, paddedSize }
  const output = outputFrom(variant, paddedSize)
  return output.kind === 'value' ? { ...variant.key, padding, paddedSize, outputSize: output.value } : null
}

/** The modelled mistake that leads to what was written: from the right earlier values, or from the student's own. */
function recognized(
  variant: Variant,
  answers: Answers,
  part: NumericPart,
  { written, extent }: Value,
): { readonly turn: WrongTurn; readonly own: boolean } | null {
  const { params } = variant
  const direct = wrongTurnsByValue(params).get(part)?.get(written)
  if (direct !== undefined) return { turn: direct, own: false }
  // Whole numbers only: no later slip makes half a pixel of a student's own whole ones.
  if (part === 'padding' || extent === null) return null
  for (const own of ownKeys(variant, answers, part)) {
    const turn = wrongTurns(part, params, own, laterSlips).find((each) => sameExtent(each.extent, extent))
    if (turn !== undefined) return { turn, own: true }
  }
  return null
}

function routesTo(variant: Variant, answers: Answers, part: NumericPart): readonly Route<Extent>[] {
  if (part === 'padding') return []
  return part === 'paddedSize' ? routesToPadded(variant, answers) : routesToOutput(variant, answers)
}

/** What one value is worth as the answer to a part. */
function verdictOnValue(
  variant: Variant,
  answers: Answers,
  part: NumericPart,
  value: Value,
  settings: ConvOutputSettings,
): Verdict {
  const { extent } = value
  const routes = routesTo(variant, answers, part)
  const verdict = judgeStep<Extent | null>(extent, variant.key[part], routes, sameValue)
  if (verdict.kind === 'correct') return { code: 'correct', credit: 1, feedback: partFeedback.correct }
  if (verdict.kind === 'follow-through') {
    return { code: 'follow-through', credit: 1, feedback: partFeedback.followThrough }
  }
  const known = recognized(variant, answers, part, value)
  if (known !== null) {
    const { id, credit, feedback } = describeWrongTurn(part, known.turn, settings)
    return { code: id, credit, feedback: known.own ? joined(feedback, partFeedback.fromOwnValue) : feedback }
  }
  if (verdict.kind === 'withheld')
    return { code: 'incorrect', credit: 0, feedback: partFeedback[verdict.reason] }
  if (extent === null) return { code: 'incorrect', credit: 0, feedback: partFeedback.notWhole }
  return { code: 'incorrect', credit: 0, feedback: partFeedback.incorrect[part] }
}

/**
 * A working that breaks is marked as a chain is (docs/expressions.md): its first expression is the answer, less the
 * share of a slip for each break, or of one where it ends rightly; two bare numbers are two answers, and the worse counts.
 */
function verdictOn(
  variant: Variant,
  answers: Answers,
  part: NumericPart,
  settings: ConvOutputSettings,
): Verdict {
  const answer = answers[part]
  if (answer.kind === 'empty') return { code: 'empty', credit: 0, feedback: partFeedback.empty }
  if (answer.kind === 'unreadable') return { code: 'invalid', credit: 0, feedback: answer.message }
  const last = verdictOnValue(variant, answers, part, answer, settings)
  if (answer.broken === null) return last
  const { first, isBare, breaks } = answer.broken
  const start = verdictOnValue(variant, answers, part, first, settings)
  const endsRight = sameValue(answer.extent, variant.key[part])
  const worth = settings.arithmeticSlip ** (endsRight ? 1 : breaks)
  if (isBare) {
    const worse = start.credit < last.credit ? start : last
    return { code: 'links-disagree', credit: worse.credit * worth, feedback: partFeedback.twoAnswers }
  }
  if (start.credit === 1) {
    return { code: 'arithmetic-slip', credit: worth, feedback: partFeedback.arithmeticSlip }
  }
  const feedback = joined(start.feedback, partFeedback.sidesDiffer)
  return { code: start.code, credit: start.credit * worth, feedback }
}

/** Grades one part with a number or a size, following through from the student's own earlier parts. */
export function gradePart(
  variant: Variant,
  answers: Answers,
  part: NumericPart,
  settings: ConvOutputSettings,
): PartResult {
  const { code, credit, feedback } = verdictOn(variant, answers, part, settings)
  const max = settings.points[part]
  return {
    id: part,
    title: partTitles[part],
    score: rounded(max * credit),
    max,
    code,
    feedback,
    evidence: [],
  }
}
