import { evaluate } from 'mathjs'
import { readExpression } from '@/lib/grading/expression/read-expression'
import { dnnParameters } from '@/questions/dnn-parameters'
import { compare, median, perSecond, type RatioBench } from './rate'

interface Answer {
  readonly params: unknown
  readonly total: string
}

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

const compareTotals = (name: string, answers: readonly Answer[]): RatioBench =>
  compare(
    name,
    answers,
    ({ params, total }) => dnnParameters.grade(params, { total }),
    ({ total }) => evaluate(total),
  )

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
export function benchExpressions(): readonly RatioBench[] {
  return [
    compareTotals('right, connection by connection', right),
    compareTotals('right, regrouped', regrouped),
    compareTotals('biases missing', withoutBiases),
    compareTotals('one term wrong', oneTermOff),
    compareTotals('mixed', [...right, ...regrouped, ...withoutBiases, ...oneTermOff]),
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
