import type { Locale, Localized } from '@/lib/core/localized'
import { worded } from '@/lib/question/wording'
import { type Activation, numbersOf, type Params } from './params'
import type { Settings } from './settings'
import type { WordingName } from './wording-names'

export const activationName: Readonly<Record<Activation, Localized>> = {
  tanh: { ko: '$\\tanh$', en: '$\\tanh$' },
  sigmoid: { ko: '시그모이드 $\\sigma$', en: 'the sigmoid $\\sigma$' },
  relu: { ko: 'ReLU', en: 'ReLU' },
  linear: { ko: '항등 함수(선형)', en: 'the identity (linear)' },
}

const activeUnits = (activation: Activation): Localized =>
  activation === 'relu'
    ? {
        ko: ' (모든 유닛은 모든 시점에서 활성 영역에 있다)',
        en: ' (every unit is in its active region at every step)',
      }
    : { ko: '', en: '' }

const expectedOfVanishing: Localized = {
  ko: '그렇게 되는 과정을 단계별로 밝히고, 시퀀스의 길이와 은닉층의 수가 각각 어떤 역할을 하는지, 그 결과 무엇을 배우기 어려워지는지, 무엇으로 덜어 낼 수 있는지를 포함하여 3~8개의 문장으로 쓰시오.',
  en: 'Say how it comes about, what part the length of the sequence and the number of hidden layers play, what the network then fails to do, and what is used against it. Write three to eight sentences.',
}

function inWords(params: Params): Localized {
  const activation = activationName[params.activation]
  return {
    ko: `은닉층이 하나뿐이고 활성화 함수가 ${activation.ko}인 순환 신경망(RNN)에서도, 입력 시퀀스가 길어지면 기울기 소실(vanishing gradient) 문제가 나타난다. **그 이유를 설명하시오.**\n\n${expectedOfVanishing.ko}`,
    en: `Even a recurrent neural network (RNN) with a single hidden layer and ${activation.en} as its activation suffers from the vanishing gradient problem when the input sequence grows long. **Explain why.**\n\n${expectedOfVanishing.en}`,
  }
}

function withNumbers(params: Params, weight: number, length: number): Localized {
  const activation = activationName[params.activation]
  const active = activeUnits(params.activation)
  return {
    ko: `은닉층이 하나인 RNN\n\n$$h_t = \\varphi(w\\,h_{t-1} + u\\,x_t + b)$$\n\n에서 활성화 함수 $\\varphi$는 ${activation.ko}${active.ko}이고, 순환 가중치는 $w = ${weight}$ (스칼라), 시퀀스 길이는 $T = ${length}$이다.\n\n**(1)** 마지막 시점의 손실에서 첫 시점까지 역전파되는 기울기는 어떻게 되는가? 그 이유를 설명하시오. 은닉층이 하나라는 사실이 무엇을 바꾸는지, 학습에 어떤 결과가 따르는지, 필요하다면 어떤 대책이 쓰이는지도 쓰시오.\n\n**(2)** 입력이 무엇이든 항상 성립하는, $\\left|\\dfrac{\\partial h_{${length}}}{\\partial h_{1}}\\right|$의 가장 작은 상한을 쓰시오. 끝까지 계산하지 않고 식으로 써도 된다.`,
    en: `In an RNN with one hidden layer,\n\n$$h_t = \\varphi(w\\,h_{t-1} + u\\,x_t + b),$$\n\nthe activation $\\varphi$ is ${activation.en}${active.en}, the recurrent weight is $w = ${weight}$ (a scalar) and the sequence length is $T = ${length}$.\n\n**(1)** What happens to the gradient that is backpropagated from the loss at the last step to the first step? Explain why. Say also what the single hidden layer changes about it, what follows for training, and what is used against it where something is needed.\n\n**(2)** Give the smallest upper bound on $\\left|\\dfrac{\\partial h_{${length}}}{\\partial h_{1}}\\right|$ that holds whatever the inputs are. An expression need not be worked out.`,
  }
}

export function statement(params: Params, locale: Locale, { wording }: Pick<Settings, 'wording'>): string {
  const numbers = numbersOf(params)
  const values: Record<WordingName, string> = {
    activation: activationName[params.activation][locale],
    weight: numbers === null ? '' : `${numbers.weight}`,
    length: numbers === null ? '' : `${numbers.length}`,
  }
  const own = numbers === null ? inWords(params) : withNumbers(params, numbers.weight, numbers.length)
  return worded(wording, locale, values, own[locale])
}
