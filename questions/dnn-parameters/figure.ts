import type { Figure } from '@/lib/question/figure'
import { layerName } from './layer-names'
import { networkOf, type Params } from './params'

/** The network layer by layer; the text alternative says all that the drawing shows. */
export function figure(params: Params): Figure {
  const { sizes, biases } = networkOf(params)
  const layers = sizes.map((units, layer) => ({ units, label: layerName(layer, sizes.length - 1) }))
  return {
    kind: 'layered-network',
    alt: {
      ko: `완전 연결 신경망: ${layers.map(({ units, label }) => `${label.ko} ${units}개`).join(', ')}. ${
        biases ? '입력층을 뺀 모든 층에 편향이 있음.' : '편향 없음.'
      }`,
      en: `Fully connected network: ${layers.map(({ units, label }) => `${label.en} ${units}`).join(', ')}. ${
        biases ? 'Biases at every layer but the input.' : 'No biases.'
      }`,
    },
    layers,
    biases,
  }
}
