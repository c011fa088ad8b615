import { decimal } from './mistake-values'
import { largestDerivative, numbersOf, type Params } from './params'

const digits = (value: number): number => decimal(Math.abs(value)).replace(/[^0-9]/g, '').length

/**
 * Operations and digits handled: five points to explain (10 units each) and, with numbers, the largest derivative
 * looked up, one multiplication where it is not 1, one power.
 */
export function effort(params: Params): number {
  const explanation = 50
  const numbers = numbersOf(params)
  if (numbers === null) return explanation
  const multiplication = largestDerivative[params.activation] === 1 ? 0 : 2
  return explanation + 6 + multiplication + digits(numbers.weight) + digits(numbers.length - 1)
}
