import type { Solution } from '@/lib/question/contract'
import { figure } from './figure'
import type { Params } from './params'
import { referenceExplanation } from './reference'
import { boundSteps } from './steps'

/** The model answer of this variant, and with numbers the bound worked out. */
export function solution(params: Params): Solution {
  const explanation = referenceExplanation(params)
  const steps = boundSteps(params)
  const join = (text: string, locale: 'ko' | 'en') =>
    [text, ...steps.map((step) => step[locale])].join('\n\n')
  return { text: { ko: join(explanation.ko, 'ko'), en: join(explanation.en, 'en') }, figure: figure(params) }
}
