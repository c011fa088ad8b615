import type { Localized } from '@/lib/core/localized'
import { logBound } from './behaviour'
import { decimal, keyExpression } from './mistake-values'
import { type Activation, largestDerivative, numbersOf, type Params } from './params'

const slopeBound: Readonly<Record<Activation, string>> = {
  tanh: "|\\tanh'| \\le 1",
  sigmoid: "|\\sigma'| = \\sigma(1-\\sigma) \\le 0.25",
  relu: "\\mathrm{ReLU}' = 1",
  linear: "\\varphi' = 1",
}

/** A number given by its natural logarithm, as LaTeX with three significant digits. */
export function approximately(log: number): string {
  const exponent = Math.floor(log / Math.LN10 + 1e-12)
  if (exponent >= -3 && exponent < 5) return String(Number(Math.exp(log).toPrecision(3)))
  let lead = Math.exp(log - exponent * Math.LN10).toFixed(2)
  let shown = exponent
  if (lead === '10.00') {
    lead = '1.00'
    shown += 1
  }
  return `${lead} \\times 10^{${shown}}`
}

/** The bound recomputed for this variant's numbers, one line a step; nothing where there are no numbers. */
export function boundSteps(params: Params): readonly Localized[] {
  const numbers = numbersOf(params)
  const log = logBound(params)
  if (numbers === null || log === null) return []
  const { length } = numbers
  const weight = decimal(Math.abs(numbers.weight))
  const gamma = largestDerivative[params.activation]
  const factor = decimal(gamma * Math.abs(numbers.weight))
  const product = gamma === 1 ? weight : `${gamma} \\cdot ${weight} = ${factor}`
  return [
    {
      ko: `$\\dfrac{\\partial h_{${length}}}{\\partial h_1} = \\prod_{t=2}^{${length}} \\varphi'(a_t)\\,w$: 인수는 $${length} - 1 = ${length - 1}$개`,
      en: `$\\dfrac{\\partial h_{${length}}}{\\partial h_1} = \\prod_{t=2}^{${length}} \\varphi'(a_t)\\,w$: $${length} - 1 = ${length - 1}$ factors`,
    },
    {
      ko: `한 인수의 상한: $${slopeBound[params.activation]}$, $|w| = ${weight}$ 이므로 $${product}$`,
      en: `Bound of one factor: $${slopeBound[params.activation]}$ and $|w| = ${weight}$, hence $${product}$`,
    },
    {
      ko: `전체의 상한: $${factor}^{${length - 1}} \\approx ${approximately(log)}$ (식 \`${keyExpression(params)}\`)`,
      en: `Bound of the product: $${factor}^{${length - 1}} \\approx ${approximately(log)}$ (the expression \`${keyExpression(params)}\`)`,
    },
  ]
}
