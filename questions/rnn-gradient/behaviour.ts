import { largestDerivative, numbersOf, type Params } from './params'

/**
 * What the numbers decide about the gradient on its way from the last step to the first.
 * - vanish, explode: decided, with a margin;
 * - steady: linear or active ReLU with a factor so near 1 that the size stays about the same;
 * - undetermined: the bound of a saturating activation exceeds 1, so the numbers alone decide nothing.
 */
export type Behaviour = 'vanish' | 'explode' | 'steady' | 'undetermined'

/** Largest factor for one transition: largest derivative times the weight's magnitude. */
export const stepFactor = (params: Params): number | null => {
  const numbers = numbersOf(params)
  return numbers === null ? null : largestDerivative[params.activation] * Math.abs(numbers.weight)
}

/** Natural logarithm of the bound (γ|w|)^(T-1); a logarithm because long sequences leave the range of a double. */
export function logBound(params: Params): number | null {
  const numbers = numbersOf(params)
  const factor = stepFactor(params)
  return numbers === null || factor === null ? null : (numbers.length - 1) * Math.log(factor)
}

/** Margins within which generated variants stay, so that the verdict is beyond doubt. */
export const decisiveVanish = Math.log(1e-2)
export const decisiveExplode = Math.log(1e2)
export const steadyRange: readonly [number, number] = [Math.log(0.2), Math.log(5)]

const saturates = (params: Params): boolean => params.activation === 'tanh' || params.activation === 'sigmoid'

/** The verdict of a variant; the question in words (no numbers) asks about the vanishing gradient. */
export function behaviourOf(params: Params): Behaviour {
  const size = logBound(params)
  if (size === null) return 'vanish'
  // A bound below 1 is an upper bound only, but it decides; above 1 it decides nothing where units saturate.
  if (saturates(params)) return size < steadyRange[0] ? 'vanish' : 'undetermined'
  if (size < steadyRange[0]) return 'vanish'
  return size > steadyRange[1] ? 'explode' : 'steady'
}
