import { logTolerance } from '@/lib/grading/bound/compare'
import { largestDerivative, numbersOf, type Params } from './params'

/** A wrong way to the bound, with the natural logarithm of the value it leads to. */
export interface BoundMistake {
  readonly id:
    | 'exponent-one-too-many'
    | 'exponent-one-too-few'
    | 'derivative-forgotten'
    | 'weight-forgotten'
    | 'derivative-of-half'
    | 'factor-added-not-multiplied'
    | 'one-step-only'
    | 'inverted'
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

/** Every modelled wrong way that differs from the right one for this activation. */
export function boundMistakes(params: Params): readonly BoundMistake[] {
  const numbers = numbersOf(params)
  if (numbers === null) return []
  const weight = Math.abs(numbers.weight)
  const gamma = largestDerivative[params.activation]
  const factor = gamma * weight
  const base = decimal(factor)
  const transitions = numbers.length - 1
  const mistakes: BoundMistake[] = [
    {
      id: 'exponent-one-too-many',
      log: numbers.length * Math.log(factor),
      expression: `${base}^${numbers.length}`,
    },
    {
      id: 'exponent-one-too-few',
      log: (transitions - 1) * Math.log(factor),
      expression: `${base}^${transitions - 1}`,
    },
    {
      id: 'factor-added-not-multiplied',
      log: Math.log(factor * transitions),
      expression: `${base}*${transitions}`,
    },
    { id: 'one-step-only', log: Math.log(factor), expression: base },
    { id: 'inverted', log: -transitions * Math.log(factor), expression: `1/${base}^${transitions}` },
    { id: 'weight-forgotten', log: transitions * Math.log(gamma), expression: `${gamma}^${transitions}` },
  ]
  if (gamma !== 1) {
    mistakes.push(
      {
        id: 'derivative-forgotten',
        log: transitions * Math.log(weight),
        expression: `${decimal(weight)}^${transitions}`,
      },
      {
        id: 'derivative-of-half',
        log: transitions * Math.log(weight / 2),
        expression: `${decimal(weight / 2)}^${transitions}`,
      },
    )
  }
  return mistakes
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
