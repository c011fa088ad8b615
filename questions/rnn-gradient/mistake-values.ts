import { logTolerance } from '@/lib/grading/bound/compare'
import { largestDerivative, numbersOf, type Params } from './params'

/** One wrong turn on the way to the bound. */
export type BoundSlip =
  | 'exponent-one-too-many'
  | 'exponent-one-too-few'
  | 'derivative-forgotten'
  | 'weight-forgotten'
  | 'derivative-of-half'
  | 'factor-added-not-multiplied'
  | 'one-step-only'
  | 'inverted'

/** One slip, or two together, with the natural logarithm of the value that they lead to. */
export interface BoundMistake {
  /** The slips' names joined by +. */
  readonly id: string
  readonly slips: readonly BoundSlip[]
  readonly log: number
  /** The value as an expression that a student might write. */
  readonly expression: string
}

/** A number as the exact decimal it prints as, without an exponent for the sizes used here. */
export const decimal = (value: number): string => String(Math.round(value * 1e9) / 1e9)

/** The key's expression, e.g. `(0.25*0.9)^49`. */
export function keyExpression(params: Params): string {
  const numbers = numbersOf(params)
  if (numbers === null) return ''
  const gamma = largestDerivative[params.activation]
  const base =
    gamma === 1 ? decimal(Math.abs(numbers.weight)) : `(${gamma}*${decimal(Math.abs(numbers.weight))})`
  return `${base}^${numbers.length - 1}`
}

/** Which factor is taken for one transition. */
const baseSlips = ['weight-forgotten', 'derivative-forgotten', 'derivative-of-half'] as const
type BaseSlip = (typeof baseSlips)[number]
/** How often it is taken, or what else is made of it. */
const countSlips = [
  'exponent-one-too-many',
  'exponent-one-too-few',
  'factor-added-not-multiplied',
  'one-step-only',
  'inverted',
] as const
type CountSlip = (typeof countSlips)[number]

function baseWith(slip: BaseSlip | null, gamma: number, weight: number): number {
  if (slip === 'weight-forgotten') return gamma
  if (slip === 'derivative-forgotten') return weight
  return slip === 'derivative-of-half' ? weight / 2 : gamma * weight
}

/** The expression and its logarithm with these slips about the count made; T − 1 transitions. */
function written(
  base: number,
  transitions: number,
  slips: readonly CountSlip[],
): Pick<BoundMistake, 'log' | 'expression'> {
  const number = decimal(base)
  const log = Math.log(base)
  if (slips.includes('factor-added-not-multiplied')) {
    return { log: Math.log(base * transitions), expression: `${number}*${transitions}` }
  }
  const over = slips.includes('inverted') ? -1 : 1
  const prefix = over < 0 ? '1/' : ''
  if (slips.includes('one-step-only')) return { log: over * log, expression: `${prefix}${number}` }
  const more = slips.includes('exponent-one-too-many') ? 1 : slips.includes('exponent-one-too-few') ? -1 : 0
  const exponent = transitions + more
  return { log: over * exponent * log, expression: `${prefix}${number}^${exponent}` }
}

/** Slips about the count that can be made at once; the others decide the same thing. */
const countPairs: readonly (readonly CountSlip[])[] = [
  ['exponent-one-too-many', 'inverted'],
  ['exponent-one-too-few', 'inverted'],
  ['one-step-only', 'inverted'],
]

/**
 * Every modelled wrong way that differs from the right one for this activation: each slip alone, then each pair that
 * can be made together. Where the largest derivative is 1 it can't be forgotten, and without the weight all is 1.
 */
export function boundMistakes(params: Params): readonly BoundMistake[] {
  const numbers = numbersOf(params)
  if (numbers === null) return []
  const weight = Math.abs(numbers.weight)
  const gamma = largestDerivative[params.activation]
  const transitions = numbers.length - 1
  const made = (base: BaseSlip | null, counts: readonly CountSlip[]): BoundMistake => {
    const slips: readonly BoundSlip[] = base === null ? counts : [...counts, base]
    return { id: slips.join('+'), slips, ...written(baseWith(base, gamma, weight), transitions, counts) }
  }
  const bases = gamma === 1 ? [] : baseSlips
  return [
    ...countSlips.map((slip) => made(null, [slip])),
    made('weight-forgotten', []),
    ...bases.filter((slip) => slip !== 'weight-forgotten').map((slip) => made(slip, [])),
    ...countPairs.map((slips) => made(null, slips)),
    ...bases.flatMap((base) => countSlips.map((slip) => made(base, [slip]))),
  ]
}

/** Whether two of the key and the modelled mistakes lie so near that one answer could be either. */
export function clashes(params: Params): boolean {
  const numbers = numbersOf(params)
  if (numbers === null) return false
  const key = (numbers.length - 1) * Math.log(largestDerivative[params.activation] * Math.abs(numbers.weight))
  const logs = [key, ...boundMistakes(params).map((mistake) => mistake.log)].sort((a, b) => a - b)
  // Two answers, each within the tolerance of its own value, must not meet.
  return logs.some((log, index) => index > 0 && log - (logs[index - 1] ?? log) <= 2 * logTolerance)
}
