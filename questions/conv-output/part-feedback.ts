import type { Localized } from '@/lib/core/localized'
import type { NumericPart } from './slips'

const incorrect: Record<NumericPart, Localized> = {
  padding: {
    ko: '맞지 않습니다. 출력의 한 변이 입력의 한 변과 같다는 식을 $p$에 대해 풀어 보세요.',
    en: 'Not right. Set the output side equal to the input side and solve for $p$.',
  },
  paddedSize: {
    ko: '맞지 않습니다. 각 변은 양쪽에 더한 줄만큼 커져 $n + 2p$가 됩니다.',
    en: 'Not right. Each side grows by the rows added on both of its ends: $n + 2p$.',
  },
  outputSize: {
    ko: '맞지 않습니다. 패딩한 변에서 커널이 덮는 길이를 빼고 스트라이드로 나눈 다음 1을 더합니다.',
    en: 'Not right. From the padded side subtract what the kernel covers, divide by the stride, and add 1.',
  },
}

/** What a numeric part says, whatever the numbers. */
export const partFeedback = {
  correct: { ko: '맞습니다.', en: 'Right.' },
  empty: { ko: '답하지 않았습니다.', en: 'Not answered.' },
  followThrough: {
    ko: '앞에서 쓴 값이 틀렸지만, 그 값으로 한 계산은 맞으므로 점수를 그대로 받습니다(앞 실수를 두 번 깎지 않습니다).',
    en: 'The earlier value is wrong, but this follows correctly from it and earns its points (one slip is not charged twice).',
  },
  fromOwnValue: {
    ko: '앞에서 쓴 값을 기준으로 보았습니다.',
    en: 'This was read against your own earlier value.',
  },
  trivial: {
    ko: '앞에서 쓴 값에서 나온 값이지만, 그 값으로는 이 단계에서 계산할 것이 없어 점수를 주지 않습니다.',
    en: 'This follows from the earlier value, but with that value nothing is left to work out here, so it earns no points.',
  },
  impossible: {
    ko: '맞지 않습니다. 앞에서 쓴 값으로는 이 단계를 계산할 수 없으므로 앞의 답부터 다시 보세요.',
    en: 'Not right. With the earlier value this step can’t be worked out: look at the earlier answer first.',
  },
  notWhole: {
    ko: '맞지 않습니다. 줄과 픽셀의 수는 정수입니다.',
    en: 'Not right. Rows and pixels come in whole numbers.',
  },
  arithmeticSlip: {
    ko: '식은 맞지만 계산이 틀렸습니다: 등호의 양쪽 값이 서로 다릅니다.',
    en: 'The expression is right, but it is not worked out rightly: the two sides of an equals sign differ.',
  },
  sidesDiffer: {
    ko: '등호의 양쪽 값도 서로 다릅니다.',
    en: 'The two sides of an equals sign differ as well.',
  },
  twoAnswers: {
    ko: '서로 다른 두 값을 같다고 썼습니다. 답은 하나만 쓰세요.',
    en: 'Two different values are written as equal. Give one answer only.',
  },
  incorrect,
} as const
