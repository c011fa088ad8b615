import type { Localized } from '@/lib/core/localized'
import type { Mistake } from '@/lib/question/contract'
import { type BoundSlip, boundMistakes } from './mistake-values'
import type { Params } from './params'
import type { Settings } from './settings'

export const slipWords: Readonly<
  Record<BoundSlip, { readonly title: Localized; readonly feedback: Localized }>
> = {
  'exponent-one-too-many': {
    title: { ko: '지수가 하나 많음', en: 'Exponent one too large' },
    feedback: {
      ko: '밑은 맞지만 지수가 하나 많습니다. 첫 시점과 마지막 시점 사이의 전이가 몇 번인지 세어 보세요.',
      en: 'The base is right, the exponent one too large. Count the transitions between the first and the last step.',
    },
  },
  'exponent-one-too-few': {
    title: { ko: '지수가 하나 적음', en: 'Exponent one too small' },
    feedback: {
      ko: '밑은 맞지만 지수가 하나 적습니다. 첫 시점과 마지막 시점 사이의 전이가 몇 번인지 세어 보세요.',
      en: 'The base is right, the exponent one too small. Count the transitions between the first and the last step.',
    },
  },
  'derivative-forgotten': {
    title: { ko: '활성화 함수의 도함수를 빠뜨림', en: "The activation's derivative is left out" },
    feedback: {
      ko: '가중치만 곱했습니다. 한 시점을 지날 때 활성화 함수의 도함수도 곱해집니다.',
      en: "Only the weight is multiplied. Each step also brings the activation's derivative.",
    },
  },
  'weight-forgotten': {
    title: { ko: '가중치를 빠뜨림', en: 'The weight is left out' },
    feedback: {
      ko: '도함수만 곱했습니다. 한 시점을 지날 때 순환 가중치도 곱해집니다.',
      en: 'Only the derivative is multiplied. Each step also brings the recurrent weight.',
    },
  },
  'derivative-of-half': {
    title: { ko: '시그모이드 도함수의 최댓값을 1/2로 봄', en: "The sigmoid's largest slope taken as 1/2" },
    feedback: {
      ko: '시그모이드의 도함수는 σ(1-σ)입니다. 그 최댓값을 다시 구해 보세요.',
      en: 'The derivative of the sigmoid is σ(1-σ). Find its largest value again.',
    },
  },
  'factor-added-not-multiplied': {
    title: { ko: '거듭제곱 대신 횟수를 곱함', en: 'Times the count instead of a power' },
    feedback: {
      ko: '한 시점의 인수에 횟수를 곱했습니다. 연쇄 법칙에서는 인수들이 서로 어떻게 결합되나요?',
      en: 'The factor of a step is taken times the count. How does the chain rule combine the factors?',
    },
  },
  'one-step-only': {
    title: { ko: '한 시점의 인수만 씀', en: 'The factor of one step only' },
    feedback: {
      ko: '한 시점에 대한 인수입니다. 마지막 시점에서 첫 시점까지는 어떻게 되나요?',
      en: 'This is the factor of a single step. What becomes of it from the last step to the first?',
    },
  },
  inverted: {
    title: { ko: '역수', en: 'Upside down' },
    feedback: {
      ko: '역수를 썼습니다. 시점을 거슬러 갈 때 곱하는지 나누는지 확인하세요.',
      en: 'This is the reciprocal. Check whether going back a step multiplies or divides.',
    },
  },
}

/** What slips made together earn (the product of their shares), are called, and what is said about them. */
export function describeSlips(
  slips: readonly BoundSlip[],
  settings: Settings,
): Pick<Mistake, 'credit' | 'title' | 'feedback'> {
  const words = slips.map((slip) => slipWords[slip])
  const join = (part: 'title' | 'feedback', between: string): Localized => ({
    ko: words.map((each) => each[part].ko).join(between),
    en: words.map((each) => each[part].en).join(between),
  })
  return {
    credit: slips.reduce((credit, slip) => credit * settings.boundCredit[slip], 1),
    title: join('title', ' + '),
    feedback: join('feedback', ' '),
  }
}

/** Every known wrong way to the bound, single slips before pairs. */
export function mistakes(params: Params, settings: Settings): readonly Mistake[] {
  return boundMistakes(params).map(({ id, slips, expression }) => ({
    id,
    part: 'bound',
    value: expression,
    ...describeSlips(slips, settings),
  }))
}
