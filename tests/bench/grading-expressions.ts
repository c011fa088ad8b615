import { evaluate } from 'mathjs'
import { readExpression } from '@/lib/grading/expression/read-expression'
import { dnnParameters } from '@/questions/dnn-parameters'

/** One line of the report: what was graded or evaluated, how often a second, and beside what. */
export interface ExpressionBench {
  readonly name: string
  readonly gradedPerSecond: number
  readonly mathjsPerSecond: number
  /** gradedPerSecond / mathjsPerSecond, measured alternately in one run. */
  readonly ratio: number
}

interface Answer {
  readonly params: unknown
  readonly total: string
}

const ROUNDS = 7
const ROUND_MS = 250

const variants = [...dnnParameters.enumerate({})].filter((_, index) => index % 20 === 0)

const answersOf = (write: (sizes: readonly number[]) => string): readonly Answer[] =>
  variants.map((params) => {
    const { inputs, hidden, outputs } = params as { inputs: number; hidden: number[]; outputs: number }
    return { params, total: write([inputs, ...hidden, outputs]) }
  })

const connections = (sizes: readonly number[], write: (from: number, to: number) => string): string[] =>
  sizes.slice(1).map((to, index) => write(sizes[index] ?? 0, to))

const right = answersOf((sizes) => connections(sizes, (from, to) => `(${from}*${to}+${to})`).join('+'))
const regrouped = answersOf((sizes) => connections(sizes, (from, to) => `(${from}+1)*${to}`).join(' + '))
const withoutBiases = answersOf((sizes) => connections(sizes, (from, to) => `${from}*${to}`).join('+'))
const oneTermOff = answersOf((sizes) =>
  connections(sizes, (from, to) => `(${from}*${to}+${to})`)
    .join('+')
    .replace(/\d+\)$/, '1)'),
)

function perSecond(answers: readonly Answer[], work: (answer: Answer) => unknown): number {
  let done = 0
  const start = performance.now()
  let elapsed = 0
  while (elapsed < ROUND_MS) {
    for (const answer of answers) work(answer)
    done += answers.length
    elapsed = performance.now() - start
  }
  return (done / elapsed) * 1000
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

function compare(name: string, answers: readonly Answer[]): ExpressionBench {
  const graded: number[] = []
  const evaluated: number[] = []
  // Alternating rounds, so that a busy machine slows both alike.
  for (let round = 0; round < ROUNDS; round += 1) {
    graded.push(perSecond(answers, ({ params, total }) => dnnParameters.grade(params, { total })))
    evaluated.push(perSecond(answers, ({ total }) => evaluate(total)))
  }
  const gradedPerSecond = median(graded)
  const mathjsPerSecond = median(evaluated)
  return { name, gradedPerSecond, mathjsPerSecond, ratio: gradedPerSecond / mathjsPerSecond }
}

/** Input that hangs or breaks engines; every one is answered as invalid. */
export const hostileAnswers: readonly (readonly [string, string])[] = [
  ['tower of powers', '9^9^9^9^9'],
  ['large powers', Array.from({ length: 300 }, () => '99^2400').join('*')],
  ['fractions of large powers', Array.from({ length: 250 }, (_, i) => `7^${900 + i}/3^999`).join('+')],
  ['chain of large fractions', Array.from({ length: 12 }, () => '7^5500/3^9900').join('=')],
  ['factorials', '9!!!!!!!!'],
  ['20,000 brackets', `${'('.repeat(20_000)}1${')'.repeat(20_000)}`],
  ['brackets up to the length bound', `${'('.repeat(1_999)}1${')'.repeat(1_999)}`],
  ['60,000 terms', Array.from({ length: 60_000 }, () => '1').join('+')],
  ['terms up to the length bound', Array.from({ length: 450 }, (_, i) => `${i}*7`).join('+')],
  ['minus signs', `${'-'.repeat(3_990)}1`],
  ['NaN', 'NaN'],
  ['imaginary', '3i+4'],
  ['1/0', '1/0'],
  ['function', 'sqrt(-1)+f(x)=x'],
  ['assignment', 'a=74'],
  ['object', '{"total":74}'],
  ['control characters', '\u0000\u0007\u001b[31m74'],
  ['a megabyte of digits', '9'.repeat(1_000_000)],
  ['a megabyte of spaces', ' '.repeat(1_000_000)],
  ['digits up to the length bound', '9'.repeat(4_000)],
  ['words up to the length bound', '개수'.repeat(2_000)],
  ['a lone surrogate', '74\ud83d'],
]

/** Median and worst time to grade one hostile answer, milliseconds. */
export function benchHostile(): {
  readonly median: number
  readonly worst: number
  readonly slowest: string
} {
  const params = { inputs: 6, hidden: [5, 4], outputs: 3, biases: true }
  const times: { name: string; ms: number }[] = []
  for (let round = 0; round < 5; round += 1) {
    for (const [name, total] of hostileAnswers) {
      const start = performance.now()
      dnnParameters.grade(params, { total })
      times.push({ name, ms: performance.now() - start })
    }
  }
  const slowest = times.reduce((a, b) => (b.ms > a.ms ? b : a))
  return { median: median(times.map(({ ms }) => ms)), worst: slowest.ms, slowest: slowest.name }
}

/** Grades expression answers of the parameter-count question beside mathjs, which only evaluates them. */
export function benchExpressions(): readonly ExpressionBench[] {
  return [
    compare('right, connection by connection', right),
    compare('right, regrouped', regrouped),
    compare('biases missing', withoutBiases),
    compare('one term wrong', oneTermOff),
    compare('mixed', [...right, ...regrouped, ...withoutBiases, ...oneTermOff]),
  ]
}

if (process.argv[1]?.endsWith('grading-expressions.ts')) {
  for (const { name, gradedPerSecond, mathjsPerSecond, ratio } of benchExpressions()) {
    const round = (value: number) => Math.round(value).toLocaleString('en').padStart(9)
    console.log(
      `${name.padEnd(34)} graded/s${round(gradedPerSecond)}  mathjs/s${round(mathjsPerSecond)}  ${ratio.toFixed(2)}x`,
    )
  }
  const reading = perSecond(right, ({ total }) => readExpression(total))
  console.log(`reading alone${Math.round(reading).toLocaleString('en').padStart(39)}/s`)
  const hostile = benchHostile()
  console.log(
    `hostile: median ${hostile.median.toFixed(3)} ms, worst ${hostile.worst.toFixed(2)} ms (${hostile.slowest})`,
  )
}
