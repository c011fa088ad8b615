import type { Consequence } from '@/lib/grading/follow-through/judge-step'
import type { LabelVerdict } from '@/lib/grading/pipeline-sketch/score-sketch'
import { readInteger } from '@/lib/grading/sizes/read-integer'
import { type Extent, sameExtent, transposed } from './arithmetic'
import { outputFrom, outputFromPadding, paddedFrom, type Variant } from './consequences'
import type { Answer } from './read-answer'
import { readPart } from './read-part'
import type { DrawnStage, StageLabel } from './response'
import { type Answers, wrongAnswer } from './routes'
import type { NumericPart } from './slips'

/** How one label of a stage is judged from its text. */
export interface JudgeLabel {
  readonly name: StageLabel
  readonly judge: (text: string) => LabelVerdict
}

const usable = (consequence: Consequence<Extent>): readonly Extent[] =>
  consequence.kind === 'value' ? [consequence.value] : []

/** Right by the key, or equal to one of the values that the student's own wrong answers lead to. */
function judgeAnswer(answer: Answer, key: Extent, own: readonly Extent[]): LabelVerdict {
  if (answer.kind !== 'read') return answer.kind
  const { extent, broken } = answer
  // There is no part of a label's points to give: a working that contradicts itself is wrong.
  if (extent === null || broken !== null) return 'wrong'
  if (sameExtent(extent, key)) return 'right'
  return own.some((value) => sameExtent(value, extent)) ? 'follow-through' : 'wrong'
}

/** Letters and arrows in a label mean what they mean in the part of the same kind. */
const reader = (variant: Variant, answers: Answers, part: NumericPart) => (text: string) =>
  readPart(variant, part, text, answers)

const judgeCount =
  (key: number) =>
  (text: string): LabelVerdict => {
    const read = readInteger(text)
    if (read.ok) return read.value === BigInt(key) ? 'right' : 'wrong'
    if (read.error.kind === 'empty') return 'empty'
    return read.error.kind === 'not-whole' ? 'wrong' : 'unreadable'
  }

/** The own wrong value as a basis for what follows, or null where it is right, missing or no pair of whole numbers. */
function ownWrong(answer: Answer, key: Extent): Extent | null {
  if (answer.kind !== 'read' || answer.extent === null) return null
  return sameExtent(answer.extent, key) ? null : answer.extent
}

/**
 * The judges of every stage's labels. A value counts where it is the key, where it repeats a wrong answer of the
 * student's own (that slip was charged in its part), or where it follows from one; never where following through is
 * withheld. Slips made on the sketch itself are charged there once.
 */
export function labelJudges(
  variant: Variant,
  answers: Answers,
  inputStage: DrawnStage | undefined,
  paddingStage: DrawnStage | undefined,
) {
  const { params, key } = variant
  const padding = wrongAnswer(variant, answers, 'padding')?.extent ?? null
  const padded = wrongAnswer(variant, answers, 'paddedSize')?.extent ?? null
  const output = wrongAnswer(variant, answers, 'outputSize')?.extent ?? null
  const readAmount = reader(variant, answers, 'padding')
  const readPadded = reader(variant, answers, 'paddedSize')
  const readOutput = reader(variant, answers, 'outputSize')
  const drawnAmount = ownWrong(readAmount(paddingStage?.amount ?? ''), key.padding)
  const drawnPadded = ownWrong(readPadded(paddingStage?.size ?? ''), key.paddedSize)
  const drawnInput = ownWrong(readPadded(inputStage?.size ?? ''), params.input)
  // Width before height all along is one slip: charged in the answers, or else at the first label that shows it.
  const swaps = (size: Extent | null, right: Extent) => size !== null && sameExtent(size, transposed(right))
  const swappedBefore = swaps(padded, key.paddedSize) || swaps(output, key.outputSize)
  const swappedDrawn = swappedBefore || swaps(drawnInput, params.input)

  const from = <Value>(value: Extent | null, lead: (variant: Variant, value: Extent) => Value): Value[] =>
    value === null ? [] : [lead(variant, value)]
  const amounts = padding !== null && paddedFrom(variant, padding).kind === 'value' ? [padding] : []
  const paddedSizes = [
    ...(padded !== null && isPossiblePadded(variant, padded) ? [padded] : []),
    ...(swappedDrawn ? [transposed(key.paddedSize)] : []),
    ...[padding, drawnAmount].flatMap((value) => from(value, paddedFrom)).flatMap(usable),
  ]
  const ways = [
    ...[padded, drawnPadded].flatMap((value) => from(value, outputFrom)),
    ...[padding, drawnAmount].flatMap((value) => from(value, outputFromPadding)),
  ]
  const withheld = ways.flatMap((way) => (way.kind === 'trivial' ? [way.value] : []))
  const repeatable = (size: Extent) =>
    isPossibleOutput(size, padded ?? key.paddedSize) && !withheld.some((value) => sameExtent(value, size))
  const outputs = [
    ...(output !== null && repeatable(output) ? [output] : []),
    ...(swappedDrawn || swaps(drawnPadded, key.paddedSize) ? [transposed(key.outputSize)] : []),
    ...ways.flatMap(usable),
  ]
  const given = (extent: Extent, swapped: boolean) => (text: string) =>
    judgeAnswer(readPadded(text), extent, swapped ? [transposed(extent)] : [])
  return {
    input: [{ name: 'size', judge: given(params.input, swappedBefore) }],
    padding: [
      { name: 'amount', judge: (text) => judgeAnswer(readAmount(text), key.padding, amounts) },
      { name: 'size', judge: (text) => judgeAnswer(readPadded(text), key.paddedSize, paddedSizes) },
    ],
    convolution: [
      { name: 'kernel', judge: given(params.kernel, swappedDrawn) },
      { name: 'stride', judge: judgeCount(params.stride) },
      ...(params.dilation > 1 ? [{ name: 'dilation' as const, judge: judgeCount(params.dilation) }] : []),
    ],
    'feature-map': [
      { name: 'size', judge: (text) => judgeAnswer(readOutput(text), key.outputSize, outputs) },
    ],
  } satisfies Record<string, readonly JudgeLabel[]>
}

/** Padding adds to every axis that needs some, and takes away from none. */
const isPossiblePadded = ({ params: { input }, key }: Variant, padded: Extent): boolean =>
  (['height', 'width'] as const).every((axis) =>
    key.padding[axis] > 0 ? padded[axis] > input[axis] : padded[axis] >= input[axis],
  )

/** A feature map has at least one pixel and is no larger than the padded input that it was made from. */
const isPossibleOutput = (output: Extent, padded: Extent): boolean =>
  output.height >= 1 && output.width >= 1 && output.height <= padded.height && output.width <= padded.width
