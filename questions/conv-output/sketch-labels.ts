import type { Fraction } from '@/lib/grading/exact/fraction'
import type { Consequence } from '@/lib/grading/follow-through/judge-step'
import type { JudgedStage, LabelVerdict } from '@/lib/grading/pipeline-sketch/score-sketch'
import { readInteger } from '@/lib/grading/sizes/read-integer'
import { readSize } from '@/lib/grading/sizes/read-size'
import { type Extent, sameExtent, transposed } from './arithmetic'
import { outputFrom, outputFromPadding, paddedFrom, type Variant } from './consequences'
import type { Answer } from './read-answer'
import { readPart } from './read-part'
import type { DrawnStage, StageLabel } from './response'
import { type Answers, wrongAnswer } from './routes'

/** The stages of the pipeline in their order. */
export const pipeline = ['input', 'padding', 'convolution', 'feature-map'] as const

/** The drawn block of each stage of the pipeline, undefined where there is none. */
export type DrawnStages = readonly (DrawnStage | undefined)[]

/** What is written on the labels that hold a size or a padding. */
type DrawnAnswers = Readonly<Record<'input' | 'amount' | 'padded' | 'kernel' | 'output', Answer>>

/** The values beside the key that count on each label. */
interface OwnValues {
  readonly input: readonly Extent[]
  readonly amount: readonly Extent[]
  readonly padded: readonly Extent[]
  readonly kernel: readonly Extent[]
  readonly output: readonly Extent[]
}

/** A value that is wrong, as a basis for what follows; null where it is right, missing or no pair of whole numbers. */
type Wrong = Extent | null

/**
 * Judges the labels of every stage. A value counts where it is the key, where it repeats a wrong answer of the
 * student's own (that slip was charged in its part), or where it follows from one; never where following through is
 * withheld. Slips made on the sketch itself are charged there once.
 */
export function judgeStages(variant: Variant, answers: Answers, drawn: DrawnStages): readonly JudgedStage[] {
  const { params, key } = variant
  const [, , convolution] = drawn
  const read = readLabels(variant, answers, drawn)
  const own = ownValues(variant, answers, read)
  const stride = judgeCount(convolution?.stride ?? '', params.stride)
  const dilation = params.dilation > 1 ? judgeCount(convolution?.dilation ?? '', params.dilation) : 'empty'
  const labels: readonly (readonly JudgedLabel[])[] = [
    [judged('size', read.input, params.input, own.input)],
    [
      judged('amount', read.amount, key.padding, own.amount),
      judged('size', read.padded, key.paddedSize, own.padded),
    ],
    [
      judged('kernel', read.kernel, params.kernel, own.kernel),
      { name: 'stride', verdict: stride },
      // Dilation may be left off the sketch: the kernel block is complete without it.
      ...(dilation === 'empty' ? [] : [{ name: 'dilation' as const, verdict: dilation }]),
    ],
    [judged('size', read.output, key.outputSize, own.output)],
  ]
  return pipeline.map((stage, index) => ({
    stage,
    labels: drawn[index] === undefined ? null : (labels[index] ?? null),
  }))
}

interface JudgedLabel {
  readonly name: StageLabel
  readonly verdict: LabelVerdict
}

/** Letters and arrows in a label mean what they mean in the part of the same kind. */
function readLabels(variant: Variant, answers: Answers, drawn: DrawnStages): DrawnAnswers {
  const [input, padding, convolution, output] = drawn
  return {
    input: readPart(variant, 'paddedSize', input?.size ?? '', answers),
    amount: readPart(variant, 'padding', padding?.amount ?? '', answers),
    padded: readPart(variant, 'paddedSize', padding?.size ?? '', answers),
    kernel: readPart(variant, 'paddedSize', convolution?.kernel ?? '', answers),
    output: readPart(variant, 'outputSize', output?.size ?? '', answers),
  }
}

const judged = (name: StageLabel, answer: Answer, key: Extent, own: readonly Extent[]): JudgedLabel => ({
  name,
  verdict: judgeAnswer(answer, key, own),
})

/** Right by the key, or equal to one of the values that the student's own wrong answers lead to. */
function judgeAnswer(answer: Answer, key: Extent, own: readonly Extent[]): LabelVerdict {
  if (answer.kind !== 'read') return answer.kind
  const { extent, broken } = answer
  // There is no part of a label's points to give: a working that contradicts itself is wrong.
  if (extent === null || broken !== null) return 'wrong'
  if (sameExtent(extent, key)) return 'right'
  return own.some((value) => sameExtent(value, extent)) ? 'follow-through' : 'wrong'
}

function judgeCount(text: string, key: number): LabelVerdict {
  const read = readInteger(text)
  if (read.ok && read.value === BigInt(key)) return 'right'
  // (2, 2) and 2x2: the same along both axes.
  const pair = readSize(text)
  if (pair.ok && isCount(pair.value.height, key) && isCount(pair.value.width, key)) return 'right'
  if (read.ok) return 'wrong'
  if (read.error.kind === 'empty') return 'empty'
  return read.error.kind === 'not-whole' ? 'wrong' : 'unreadable'
}

const isCount = (value: Fraction, key: number): boolean => value.d === 1n && value.n === BigInt(key)

function ownWrong(answer: Answer, key: Extent): Wrong {
  if (answer.kind !== 'read' || answer.extent === null) return null
  return sameExtent(answer.extent, key) ? null : answer.extent
}

const nothingOwn: OwnValues = { input: [], amount: [], padded: [], kernel: [], output: [] }

function ownValues(variant: Variant, answers: Answers, drawn: DrawnAnswers): OwnValues {
  const { params, key } = variant
  const padding = wrongAnswer(variant, answers, 'padding')?.extent ?? null
  const padded = wrongAnswer(variant, answers, 'paddedSize')?.extent ?? null
  const output = wrongAnswer(variant, answers, 'outputSize')?.extent ?? null
  const drawnInput = ownWrong(drawn.input, params.input)
  const drawnAmount = ownWrong(drawn.amount, key.padding)
  const drawnPadded = ownWrong(drawn.padded, key.paddedSize)
  const wrong = [padding, padded, output, drawnInput, drawnAmount, drawnPadded]
  if (wrong.every((value) => value === null)) return nothingOwn

  // Width before height all along is one slip: charged in the answers, or else at the first label that shows it.
  const swappedBefore = isSwap(padded, key.paddedSize) || isSwap(output, key.outputSize)
  const swappedInput = swappedBefore || isSwap(drawnInput, params.input)
  const swappedAmount = swappedInput || isSwap(drawnAmount, key.padding)
  const swappedPadded = swappedAmount || isSwap(drawnPadded, key.paddedSize)
  const paddings = [padding, drawnAmount].filter((value) => value !== null)
  const paddedSizes = [padded, drawnPadded].filter((value) => value !== null)
  const ways = [
    ...paddedSizes.map((value) => outputFrom(variant, value)),
    ...paddings.map((value) => outputFromPadding(variant, value)),
  ]
  const repeats = output !== null && isPossibleOutput(output, padded ?? key.paddedSize)
  const isTrivial = ways.some(
    (way) => way.kind === 'trivial' && output !== null && sameExtent(way.value, output),
  )
  return {
    input: swappedBefore ? [transposed(params.input)] : [],
    amount: [
      ...(padding !== null && paddedFrom(variant, padding).kind === 'value' ? [padding] : []),
      ...(swappedInput ? [transposed(key.padding)] : []),
    ],
    padded: [
      ...(padded !== null && isPossiblePadded(variant, padded) ? [padded] : []),
      ...(swappedAmount ? [transposed(key.paddedSize)] : []),
      ...paddings.map((value) => paddedFrom(variant, value)).flatMap(usable),
    ],
    kernel: swappedPadded ? [transposed(params.kernel)] : [],
    output: [
      ...(repeats && !isTrivial ? [output] : []),
      ...(swappedPadded ? [transposed(key.outputSize)] : []),
      ...ways.flatMap(usable),
    ],
  }
}

const isSwap = (size: Wrong, right: Extent): boolean => size !== null && sameExtent(size, transposed(right))

const usable = (consequence: Consequence<Extent>): readonly Extent[] =>
  consequence.kind === 'value' ? [consequence.value] : []

/** Padding adds to every axis that needs some, and takes away from none. */
const isPossiblePadded = ({ params: { input }, key }: Variant, padded: Extent): boolean =>
  (['height', 'width'] as const).every((axis) =>
    key.padding[axis] > 0 ? padded[axis] > input[axis] : padded[axis] >= input[axis],
  )

/** A feature map has at least one pixel and is no larger than the padded input that it was made from. */
const isPossibleOutput = (output: Extent, padded: Extent): boolean =>
  output.height >= 1 && output.width >= 1 && output.height <= padded.height && output.width <= padded.width
