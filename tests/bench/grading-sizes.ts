import { evaluate } from 'mathjs'
import { readSize } from '@/lib/grading/sizes/read-size'
import { convOutput } from '@/questions/conv-output'

/** One line of the report: how often a second, beside mathjs evaluating the same texts in the same run. */
export interface SizeBench {
  readonly name: string
  readonly gradedPerSecond: number
  readonly mathjsPerSecond: number
  readonly ratio: number
}

interface Response {
  readonly params: unknown
  readonly response: ReturnType<typeof convOutput.reference>
  /** Every text of the response, with * for x so that mathjs can evaluate it. */
  readonly texts: readonly string[]
}

const ROUNDS = 7
const ROUND_MS = 250

const textsOf = (response: Response['response']): readonly string[] =>
  Object.values(response)
    .flatMap((value) =>
      typeof value === 'string' ? [value] : value.flatMap(({ stage, ...labels }) => Object.values(labels)),
    )
    .map((text) => text.replaceAll('x', '*'))

const variants = [...convOutput.enumerate({})].filter((_, index) => index % 20 === 0)

const responses = (rewrite: (text: string) => string): readonly Response[] =>
  variants.map((params) => {
    const reference = convOutput.reference(params)
    const response = Object.fromEntries(
      Object.entries(reference).map(([name, value]) => [
        name,
        typeof value === 'string' ? rewrite(value) : value,
      ]),
    )
    return { params, response, texts: textsOf(response) }
  })

/** 68x68 written as (66+2)*(66+2). */
const asExpressions = (text: string): string => text.replace(/\d+/g, (side) => `(${Number(side) - 2}+2)`)
/** Every size one pixel off, so that mistakes and follow-through are looked for. */
const oneOff = (text: string): string => text.replace(/\d+/g, (side) => String(Number(side) + 1))

function perSecond<Item>(items: readonly Item[], work: (item: Item) => unknown): number {
  let done = 0
  let elapsed = 0
  const start = performance.now()
  while (elapsed < ROUND_MS) {
    for (const item of items) work(item)
    done += items.length
    elapsed = performance.now() - start
  }
  return (done / elapsed) * 1000
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Alternating rounds, so that a busy machine slows both alike. */
function compare<Item>(
  name: string,
  items: readonly Item[],
  ours: (item: Item) => unknown,
  mathjs: (item: Item) => unknown,
): SizeBench {
  const graded: number[] = []
  const evaluated: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    graded.push(perSecond(items, ours))
    evaluated.push(perSecond(items, mathjs))
  }
  const gradedPerSecond = median(graded)
  const mathjsPerSecond = median(evaluated)
  return { name, gradedPerSecond, mathjsPerSecond, ratio: gradedPerSecond / mathjsPerSecond }
}

const gradeAll = (name: string, rewrite: (text: string) => string): SizeBench =>
  compare(
    name,
    responses(rewrite),
    ({ params, response }) => convOutput.grade(params, response),
    ({ texts }) => texts.map((text) => evaluate(text)),
  )

/** Grades whole responses of the output-size question, sketch and all, beside mathjs evaluating their texts. */
export function benchSizes(): readonly SizeBench[] {
  const sizes = responses((text) => text).flatMap(({ texts }) => texts)
  return [
    compare(
      'sizes: reading one',
      sizes,
      (text) => readSize(text),
      (text) => evaluate(text),
    ),
    gradeAll('sizes: right response', (text) => text),
    gradeAll('sizes: right, as expressions', asExpressions),
    gradeAll('sizes: every value one off', oneOff),
  ]
}
