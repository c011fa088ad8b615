import type { Localized } from '@/lib/core/localized'
import type { Slip } from '@/lib/grading/parameter-count/slip'
import { connectionName, layerName } from './layer-names'

/** A mistake's short name and what to look at next. */
export interface SlipWords {
  readonly title: Localized
  readonly feedback: Localized
}

const words = (titleKo: string, titleEn: string, ko: string, en: string): SlipWords => ({
  title: { ko: titleKo, en: titleEn },
  feedback: { ko, en },
})

/** What to say about a slip in a network of `depth` connections. */
export function slipWords(slip: Slip, depth: number): SlipWords {
  switch (slip.kind) {
    case 'biases-missing':
      return words(
        '편향 누락',
        'Biases missing',
        '가중치만 세고 편향을 모두 빠뜨렸습니다. 입력층을 뺀 모든 층의 뉴런마다 편향이 하나씩 있습니다.',
        'Only the weights are counted; all biases are missing. Every unit behind the input layer has a bias.',
      )
    case 'layer-biases-missing': {
      const layer = layerName(slip.layer, depth)
      return words(
        `${layer.ko}의 편향 누락`,
        `Biases of the ${layer.en} missing`,
        `${layer.ko}의 편향이 빠졌습니다. 이 층에도 뉴런마다 편향이 하나씩 있습니다.`,
        `The biases of the ${layer.en} are missing. Each of its units has one too.`,
      )
    }
    case 'connection-missing': {
      const connection = connectionName(slip.layer, depth)
      return words(
        `연결 누락: ${connection.ko}`,
        `Connection missing: ${connection.en}`,
        `‘${connection.ko}’ 연결의 파라미터가 통째로 빠졌습니다.`,
        `The parameters of the connection ${connection.en} are missing altogether.`,
      )
    }
    case 'input-biases-added':
      return words(
        '입력층에 편향 추가',
        'Biases added for the input layer',
        '입력층에도 편향을 셌습니다. 입력은 값을 전달하기만 하므로 편향이 없습니다.',
        'Biases are counted for the input layer too. Inputs only pass values on and have none.',
      )
    case 'one-bias-per-layer':
      return words(
        '층마다 편향 하나',
        'One bias a layer',
        '편향을 층마다 하나로 셌습니다. 편향은 층이 아니라 뉴런마다 하나씩 있습니다.',
        'One bias is counted for each layer. Biases belong to units: every unit has its own.',
      )
    case 'one-bias-in-all':
      return words(
        '전체에 편향 하나',
        'A single bias',
        '신경망 전체에 편향을 하나만 셌습니다. 편향은 뉴런마다 하나씩 있습니다.',
        'A single bias is counted for the whole network. Every unit has its own.',
      )
    case 'biases-per-sender':
      return words(
        '보내는 층 기준의 편향',
        'Biases counted by the sending layer',
        '편향을 신호를 보내는 층의 뉴런 수로 셌습니다. 편향은 받는 층의 뉴런에 있습니다.',
        'The biases are counted by the units of the sending layer. They belong to the receiving layer.',
      )
    case 'biases-added':
      return words(
        '없는 편향 추가',
        'Biases added',
        '이 신경망에는 편향이 없는데 편향까지 더했습니다.',
        'Biases are added, but this network has none.',
      )
    case 'sizes-added':
      return words(
        '곱 대신 합',
        'Sizes added instead of multiplied',
        '두 층의 뉴런 수를 곱하지 않고 더했습니다. 한 층의 뉴런은 다음 층의 모든 뉴런과 이어지므로 가중치 수는 곱입니다.',
        'The sizes of two layers are added instead of multiplied. Each unit connects to every unit of the next layer, so the weights are a product.',
      )
    case 'weights-missing':
      return words(
        '가중치 누락',
        'Weights missing',
        '편향만 세고 가중치를 모두 빠뜨렸습니다. 이웃한 두 층 사이의 연결마다 가중치가 하나씩 있습니다.',
        'Only the biases are counted; all weights are missing. Every link between neighbouring layers has a weight.',
      )
    case 'units-counted':
      return words(
        '뉴런 수를 셈',
        'Units counted',
        '파라미터가 아니라 뉴런의 수를 모두 더했습니다. 뉴런 사이의 연결과 편향을 세어야 합니다.',
        'The units are added up, not the parameters. Count the links between units and the biases.',
      )
    case 'product-of-sizes':
      return words(
        '모든 층의 크기를 곱함',
        'All sizes multiplied',
        '모든 층의 뉴런 수를 한꺼번에 곱했습니다. 이웃한 두 층씩 곱한 뒤 더해야 합니다.',
        'The sizes of all layers are multiplied together. Multiply neighbouring layers two by two, then add.',
      )
  }
}
