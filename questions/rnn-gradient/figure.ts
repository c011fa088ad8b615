import type { Figure } from '@/lib/question/figure'
import { numbersOf, type Params } from './params'

/** The recurrence unrolled over its time steps; the steps between are left out. */
export function figure(params: Params): Figure {
  const numbers = numbersOf(params)
  const length = numbers?.length
  const last = length === undefined ? 'T' : String(length)
  const beforeLast = length === undefined ? 'T-1' : String(length - 1)
  const steps: (string | null)[] =
    length !== undefined && length <= 4
      ? Array.from({ length }, (_, index) => String(index + 1))
      : ['1', '2', null, beforeLast, last]
  const weight = numbers === null ? 'W' : `w = ${numbers.weight}`
  return {
    kind: 'unrolled-recurrence',
    alt: {
      ko: `은닉층이 1개인 RNN을 시점별로 그린 그림: 시점 1부터 ${last}까지 입력 x와 은닉 상태 h가 있고, 이웃한 은닉 상태는 순환 연결 ${weight}로 이어지며, 손실 L은 마지막 시점 ${last}에 붙어 있다.`,
      en: `An RNN with one hidden layer drawn step by step: inputs x and hidden states h for steps 1 to ${last}; neighbouring hidden states are joined by the recurrent connection ${weight}; the loss L is attached to the last step, ${last}.`,
    },
    steps,
    recurrentLabel: weight,
    inputLabel: 'x',
    stateLabel: 'h',
    lossLabel: 'L',
  }
}
