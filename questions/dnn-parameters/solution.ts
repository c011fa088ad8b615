import type { Localized } from '@/lib/core/localized'
import { oncePer } from '@/lib/core/once-per'
import { connectionsOf, type Network, parameterCount } from '@/lib/grading/parameter-count/network'
import type { Solution } from '@/lib/question/contract'
import { figure } from './figure'
import { connectionName } from './layer-names'
import { networkOf, type Params } from './params'

/** (6×5+5)+(5×4+4)+(4×3+3): the right expression, connection by connection. */
export const keyExpression = (network: Network): string =>
  connectionsOf(network)
    .map(({ from, to, biases }) => (biases === 0 ? `${from}×${to}` : `(${from}×${to}+${to})`))
    .join('+')

const tex = (expression: string): string => expression.replaceAll('×', ' \\times ').replaceAll('+', ' + ')

const totals = (network: Network): string =>
  connectionsOf(network)
    .map(({ weights, biases }) => weights + biases)
    .join(' + ')

/** The recomputation: a line for each connection with its weights, biases and sum, and one for the total. */
export const steps = oncePer(workedOut)

function workedOut(network: Network): readonly Localized[] {
  const connections = connectionsOf(network)
  const lines = connections.map(({ layer, from, to, weights, biases }): Localized => {
    const name = connectionName(layer, connections.length)
    const product = `$${from} \\times ${to} = ${weights}$`
    if (biases === 0) return { ko: `${name.ko}: 가중치 ${product}`, en: `${name.en}: weights ${product}` }
    const sum = `$${weights} + ${biases} = ${weights + biases}$`
    return {
      ko: `${name.ko}: 가중치 ${product}, 편향 $${biases}$, 합 ${sum}`,
      en: `${name.en}: weights ${product}, biases $${biases}$, sum ${sum}`,
    }
  })
  const total = `$${totals(network)}${connections.length > 1 ? ` = ${parameterCount(network)}` : ''}$`
  return [...lines, { ko: `모두 ${total}`, en: `In all ${total}` }]
}

function table(network: Network, locale: 'ko' | 'en'): string {
  const connections = connectionsOf(network)
  const head = locale === 'ko' ? ['연결', '가중치', '편향', '합'] : ['Connection', 'Weights', 'Biases', 'Sum']
  const rows = connections.map(({ layer, from, to, weights, biases }) => [
    connectionName(layer, connections.length)[locale],
    `$${from} \\times ${to} = ${weights}$`,
    `$${biases}$`,
    `$${weights + biases}$`,
  ])
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

export function solution(params: Params): Solution {
  const network = networkOf(params)
  const several = connectionsOf(network).length > 1
  const formula = `$$${tex(keyExpression(network))}${several ? ` = ${totals(network)}` : ''} = ${parameterCount(network)}$$`
  const rule = params.biases
    ? {
        ko: '이웃한 두 층 사이에는 (보내는 층의 뉴런 수) × (받는 층의 뉴런 수)개의 가중치가 있고, 편향은 받는 층의 뉴런마다 하나씩 있다. 입력층에는 편향이 없다.',
        en: 'Between two neighbouring layers there are (units of the sending layer) × (units of the receiving layer) weights, and every receiving unit has one bias. The input layer has none.',
      }
    : {
        ko: '이웃한 두 층 사이에는 (보내는 층의 뉴런 수) × (받는 층의 뉴런 수)개의 가중치가 있다. 이 신경망에는 편향이 없으므로 가중치만 센다.',
        en: 'Between two neighbouring layers there are (units of the sending layer) × (units of the receiving layer) weights. There are no biases here, so the weights are all there is to count.',
      }
  return {
    text: {
      ko: `${rule.ko}\n\n${table(network, 'ko')}\n\n따라서 파라미터의 수는 다음과 같다.\n\n${formula}`,
      en: `${rule.en}\n\n${table(network, 'en')}\n\nThe number of parameters is therefore\n\n${formula}`,
    },
    figure: figure(params),
  }
}
