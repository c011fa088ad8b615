import { evaluate } from 'mathjs'
import { readSize } from '@/lib/grading/sizes/read-size'
import { convOutput } from '@/questions/conv-output'
import { compare, type RatioBench } from './rate'

interface Response {
  readonly params: unknown
  readonly response: ReturnType<typeof convOutput.reference>
  /** Every text of the response, with * for x so that mathjs can evaluate it. */
  readonly texts: readonly string[]
}

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

const gradeAll = (name: string, rewrite: (text: string) => string): RatioBench =>
  compare(
    name,
    responses(rewrite),
    ({ params, response }) => convOutput.grade(params, response),
    ({ texts }) => texts.map((text) => evaluate(text)),
  )

/** Whole responses of the output-size question: three parts and the sketch are graded, mathjs evaluates their texts. */
export function benchSizes(): readonly RatioBench[] {
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
