import type { Locale } from '@/lib/core/localized'
import { worded } from '@/lib/question/wording'
import type { Params } from './params'
import type { Settings } from './settings'
import type { WordingName } from './wording-names'

const listEn = (widths: readonly number[]): string =>
  widths.length === 1 ? `${widths[0]}` : `${widths.slice(0, -1).join(', ')} and ${widths.at(-1)}`

function statementKo({ inputs, hidden, outputs, biases }: Params): string {
  const widths = hidden.map((width) => `$${width}$개`).join(', ')
  const layers =
    hidden.length === 0
      ? '은닉층 없이'
      : hidden.length === 1
        ? `뉴런이 ${widths}인 은닉층 하나,`
        : `뉴런이 입력 쪽부터 차례로 ${widths}인 은닉층 $${hidden.length}$개,`
  const network = `입력이 $${inputs}$개이고, ${layers} 출력이 $${outputs}$개인 완전 연결 신경망이 있다.`
  const question = biases
    ? '은닉층과 출력층의 뉴런에는 모두 편향이 하나씩 있다. 이 신경망이 학습하는 파라미터는 가중치와 편향을 합하여 모두 몇 개인가?'
    : '이 신경망에는 편향이 없다. 이 신경망이 학습하는 파라미터는 모두 몇 개인가?'
  return `${network} ${biases && hidden.length === 0 ? question.replace('은닉층과 출력층', '출력층') : question}

마지막 수까지 계산하지 않아도 된다. 곱과 합으로 된 식도 답으로 인정한다.`
}

function statementEn({ inputs, hidden, outputs, biases }: Params): string {
  const widths = listEn(hidden).replace(/\d+/g, '$$$&$$')
  const layers =
    hidden.length === 0
      ? 'no hidden layer'
      : hidden.length === 1
        ? `one hidden layer of ${widths} units`
        : `$${hidden.length}$ hidden layers of ${widths} units, counted from the input side`
  const behind = hidden.length === 0 ? 'the output layer' : 'the hidden and output layers'
  const question = biases
    ? `Every unit of ${behind} has a bias. How many parameters does the network learn in all, weights and biases together?`
    : 'The network has no biases. How many parameters does it learn in all?'
  return `A fully connected network has $${inputs}$ inputs, ${layers}, and $${outputs}$ outputs. ${question}

You need not work out the final number: an expression of products and sums is an answer too.`
}

export function statement(params: Params, locale: Locale, { wording }: Settings): string {
  const values: Record<WordingName, string> = {
    inputs: `${params.inputs}`,
    hidden: params.hidden.join(', '),
    outputs: `${params.outputs}`,
    layers: `${params.hidden.length}`,
  }
  return worded(wording, locale, values, locale === 'ko' ? statementKo(params) : statementEn(params))
}
