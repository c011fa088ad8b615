import type { Localized } from '@/lib/core/localized'
import { type Behaviour, behaviourOf } from './behaviour'
import { decimal, keyExpression } from './mistake-values'
import {
  type Activation,
  largestDerivative,
  type Numbers,
  numbersOf,
  type Params,
  type Response,
} from './params'

const plainName: Readonly<Record<Activation, Localized>> = {
  tanh: { ko: 'tanh', en: 'tanh' },
  sigmoid: { ko: 'sigmoid', en: 'sigmoid' },
  relu: { ko: '활성 영역의 ReLU', en: 'an active ReLU' },
  linear: { ko: '선형 함수', en: 'a linear unit' },
}

const gatedRemedy: Localized = {
  ko: 'LSTM이나 GRU는 게이트로 셀 상태의 흐름을 조절하여 이 문제를 완화한다.',
  en: 'LSTM and GRU mitigate this with gates that let the cell state pass.',
}

const lostPast: Localized = {
  ko: '그 결과 앞쪽 시점의 입력은 뒤쪽의 손실로부터 학습되지 못하고, 장기 의존성을 학습하기 어렵다.',
  en: 'As a result early inputs do not learn from late losses, and long-term dependencies are hard to learn.',
}

const vanishInWords = (name: Localized, derivative: Localized): Localized => ({
  ko: `BPTT에서는 시점을 하나 거슬러 갈 때마다 같은 순환 가중치 행렬과 활성화 함수의 도함수가 반복해서 곱해진다. ${name.ko}의 도함수는 ${derivative.ko} 이 곱은 시점이 지날수록 지수적으로 0에 가까워진다. 은닉층이 하나라도 시간 축으로 펼치면 시퀀스 길이만큼 깊은 신경망과 같다. ${lostPast.ko} ${gatedRemedy.ko}`,
  en: `In backpropagation through time the same recurrent weight matrix and the derivative of the activation are multiplied at every time step. The derivative of ${name.en} is ${derivative.en}, so the product shrinks exponentially towards zero as the steps go by. Unrolled in time, even one hidden layer is a network as deep as the sequence is long. ${lostPast.en} ${gatedRemedy.en}`,
})

function decaying(params: Params, numbers: Numbers): Localized {
  const name = plainName[params.activation]
  const gamma = largestDerivative[params.activation]
  const weight = Math.abs(numbers.weight)
  const factor = decimal(gamma * weight)
  const slope: Localized =
    params.activation === 'relu' || params.activation === 'linear'
      ? { ko: `${name.ko}의 도함수는 1이고`, en: `The derivative of ${name.en} is 1` }
      : {
          ko: `${name.ko}의 도함수는 최대 ${gamma}이고`,
          en: `The derivative of ${name.en} is at most ${gamma}`,
        }
  const most = gamma === 1 && params.activation !== 'tanh'
  return {
    ko: `기울기는 소실된다. 역전파에서 시점을 하나 거슬러 갈 때마다 같은 순환 가중치와 활성화 함수의 도함수가 곱해지며, 이 곱셈이 ${numbers.length - 1}번 반복된다. ${slope.ko} 가중치의 크기는 ${weight}이므로 한 시점의 인수는 ${most ? '' : '아무리 커도 '}${factor}로 1보다 작고, 그 곱은 지수적으로 0에 가까워진다. 은닉층이 하나라도 시간 축으로 펼치면 ${numbers.length}개의 층이 쌓인 깊은 신경망과 같다. ${lostPast.ko} ${gatedRemedy.ko}`,
    en: `The gradient vanishes. For each step back in time it is multiplied by the same recurrent weight and by the derivative of the activation, ${numbers.length - 1} times in all. ${slope.en} and the weight has magnitude ${weight}, so the factor of a step is ${most ? '' : 'at most '}${factor}, below one, and the product shrinks exponentially towards zero. Unrolled in time, the single hidden layer is a network ${numbers.length} layers deep. ${lostPast.en} ${gatedRemedy.en}`,
  }
}

function growing(params: Params, numbers: Numbers): Localized {
  const name = plainName[params.activation]
  const weight = Math.abs(numbers.weight)
  return {
    ko: `기울기는 폭발한다. 역전파에서 시점을 하나 거슬러 갈 때마다 같은 순환 가중치와 활성화 함수의 도함수가 곱해지며, 이 곱셈이 ${numbers.length - 1}번 반복된다. ${name.ko}의 도함수는 1이므로 한 시점의 인수는 가중치의 크기 ${weight} 그대로이고, 1보다 큰 수를 반복해서 곱하므로 기울기는 지수적으로 커진다. 은닉층이 하나라도 시간 축으로 펼치면 ${numbers.length}개의 층이 쌓인 깊은 신경망과 같다. 그 결과 가중치 갱신이 지나치게 커져 학습이 불안정해지고 발산하거나 NaN이 나올 수 있다. 대책으로 기울기의 노름을 제한하는 그래디언트 클리핑을 쓴다.`,
    en: `The gradient explodes. For each step back in time it is multiplied by the same recurrent weight and by the derivative of the activation, ${numbers.length - 1} times in all. The derivative of ${name.en} is 1, so the factor of a step is the weight's magnitude ${weight}, above one, and the product grows exponentially. Unrolled in time, the single hidden layer is a network ${numbers.length} layers deep. The updates become huge, training is unstable and may diverge or overflow to NaN. Gradient clipping, which rescales the norm of the gradient, is used against it.`,
  }
}

function steady(params: Params, numbers: Numbers): Localized {
  const name = plainName[params.activation]
  const weight = Math.abs(numbers.weight)
  return {
    ko: `기울기는 소실되지도 폭발하지도 않고 크기가 대체로 유지된다. 역전파에서 시점을 하나 거슬러 갈 때마다 같은 순환 가중치와 활성화 함수의 도함수가 곱해지며, 이 곱셈이 ${numbers.length - 1}번 반복된다. ${name.ko}의 도함수는 1이고 가중치 ${weight}도 1에 가까우므로 ${numbers.length - 1}번을 곱해도 기울기의 크기는 비슷하게 유지된다. 은닉층이 하나라도 시간 축으로 펼치면 ${numbers.length}개의 층이 쌓인 깊은 신경망과 같다.`,
    en: `The gradient neither vanishes nor explodes; its size stays about the same. For each step back in time it is multiplied by the same recurrent weight and by the derivative of the activation, ${numbers.length - 1} times in all. The derivative of ${name.en} is 1 and the weight ${weight} is close to one, so even ${numbers.length - 1} multiplications keep the gradient at about the same size. Unrolled in time, the single hidden layer is a network ${numbers.length} layers deep.`,
  }
}

function undetermined(params: Params, numbers: Numbers): Localized {
  const name = plainName[params.activation]
  const gamma = largestDerivative[params.activation]
  const weight = Math.abs(numbers.weight)
  return {
    ko: `주어진 수만으로는 기울기가 소실될지 폭발할지 정해지지 않는다. 역전파에서 시점을 하나 거슬러 갈 때마다 같은 순환 가중치와 활성화 함수의 도함수가 곱해지며, 이 곱셈이 ${numbers.length - 1}번 반복된다. ${name.ko}의 도함수는 최대 ${gamma}이므로 한 시점의 인수의 상한은 ${decimal(gamma * weight)}로 1보다 크지만, 유닛이 포화되면 도함수가 0에 가까워 실제 인수는 1보다 작을 수도 있다. 그래서 포화 정도에 따라 달라진다. 은닉층이 하나라도 시간 축으로 펼치면 ${numbers.length}개의 층이 쌓인 깊은 신경망과 같다.`,
    en: `The numbers alone do not determine whether the gradient vanishes or explodes. For each step back in time it is multiplied by the same recurrent weight and by the derivative of the activation, ${numbers.length - 1} times in all. The derivative of ${name.en} is at most ${gamma}, so the bound on the factor of a step is ${decimal(gamma * weight)}, above one, but where the units saturate the derivative is near zero and the actual factor may be below one. So it depends on how far the units are saturated. Unrolled in time, the single hidden layer is a network ${numbers.length} layers deep.`,
  }
}

const withNumbers: Readonly<Record<Behaviour, (params: Params, numbers: Numbers) => Localized>> = {
  vanish: decaying,
  explode: growing,
  steady,
  undetermined,
}

/** The explanation that earns everything, for this variant and no other. */
export function referenceExplanation(params: Params): Localized {
  const numbers = numbersOf(params)
  if (numbers !== null) return withNumbers[behaviourOf(params)](params, numbers)
  switch (params.activation) {
    case 'tanh':
      return vanishInWords(plainName.tanh, {
        ko: '1 이하이고 대부분의 구간에서 1보다 작으므로,',
        en: 'at most one, and below one almost everywhere',
      })
    case 'sigmoid':
      return vanishInWords(plainName.sigmoid, {
        ko: '최대 0.25로 1보다 훨씬 작으므로,',
        en: 'at most 0.25, well below one',
      })
    case 'relu':
    case 'linear':
      return vanishInWords(plainName[params.activation], {
        ko: '1이고 가중치의 크기는 1보다 작으므로,',
        en: 'one and the magnitude of the weight is below one',
      })
  }
}

export function reference(params: Params): Response {
  return { explanation: referenceExplanation(params).ko, bound: keyExpression(params) }
}
