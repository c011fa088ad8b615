import type { Localized } from '@/lib/core/localized'

const ordinalsKo = ['첫', '두', '세', '네', '다섯', '여섯', '일곱', '여덟']
const ordinalsEn = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']

/** What a layer is called: 0 is the input, `depth` (the number of connections) the output. */
export function layerName(layer: number, depth: number): Localized {
  if (layer === 0) return { ko: '입력층', en: 'input layer' }
  if (layer === depth) return { ko: '출력층', en: 'output layer' }
  if (depth === 2) return { ko: '은닉층', en: 'hidden layer' }
  return {
    ko: `${ordinalsKo[layer - 1] ?? layer} 번째 은닉층`,
    en: `${ordinalsEn[layer - 1] ?? layer} hidden layer`,
  }
}

/** "입력층 → 첫 번째 은닉층" for the connection into a layer. */
export function connectionName(layer: number, depth: number): Localized {
  const from = layerName(layer - 1, depth)
  const to = layerName(layer, depth)
  return { ko: `${from.ko} → ${to.ko}`, en: `${from.en} → ${to.en}` }
}
