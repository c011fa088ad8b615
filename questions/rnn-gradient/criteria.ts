import type { Localized } from '@/lib/core/localized'
import type { Behaviour } from './behaviour'

/** Which set of criteria applies to a behaviour. */
export const criterionIds = {
  vanish: ['repeated_product', 'shrinking_factor', 'depth_in_time', 'long_term_effect', 'gated_remedy'],
  explode: ['repeated_product', 'growing_factor', 'depth_in_time', 'explosion_effect', 'clipping_remedy'],
  steady: ['repeated_product', 'steady_factor', 'depth_in_time'],
  undetermined: ['repeated_product', 'undetermined_factor', 'depth_in_time'],
} as const satisfies Record<Behaviour, readonly string[]>

export type CriterionId = (typeof criterionIds)[Behaviour][number]

/** What each criterion is about, in a few words. */
export const criterionTitle: Readonly<Record<CriterionId, Localized>> = {
  repeated_product: { ko: '시점마다 반복되는 곱', en: 'A product with one factor a step' },
  shrinking_factor: { ko: '1보다 작은 인수, 줄어드는 곱', en: 'Factors below one, a shrinking product' },
  growing_factor: { ko: '1보다 큰 인수, 커지는 곱', en: 'Factors above one, a growing product' },
  steady_factor: {
    ko: '1에 가까운 인수, 크기가 유지되는 곱',
    en: 'Factors near one, a product that keeps its size',
  },
  undetermined_factor: {
    ko: '1을 넘는 상한만으로는 정해지지 않는 곱',
    en: 'A bound above one leaves the product undetermined',
  },
  depth_in_time: { ko: '시간 방향의 깊이', en: 'Depth in time' },
  long_term_effect: { ko: '먼 과거를 배우지 못하는 결과', en: 'What is far back is not learned' },
  explosion_effect: { ko: '불안정한 학습', en: 'Unstable training' },
  gated_remedy: { ko: '게이트를 둔 구조', en: 'Gated units' },
  clipping_remedy: { ko: '기울기 클리핑', en: 'Gradient clipping' },
}
