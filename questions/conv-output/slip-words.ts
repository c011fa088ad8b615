import type { Localized } from '@/lib/core/localized'
import type { NumericPart, Slip } from './slips'

export const slipTitles: Record<Slip, Localized> = {
  'padding-total': { ko: '양쪽 패딩의 합', en: 'Padding of both sides together' },
  'half-kernel': { ko: '커널의 절반', en: 'Half the kernel' },
  'half-kernel-rounded-up': { ko: '커널의 절반을 올림', en: 'Half the kernel, rounded up' },
  'no-padding': { ko: '패딩 없음(valid)', en: 'No padding (valid)' },
  'padding-one-side': { ko: '한쪽에만 패딩', en: 'Padding on one side only' },
  'dilation-ignored': { ko: '팽창을 빠뜨림', en: 'Dilation ignored' },
  'stride-ignored': { ko: '스트라이드를 빠뜨림', en: 'Stride ignored' },
  'plus-one-forgotten': { ko: '마지막 1을 빠뜨림', en: 'Forgotten + 1' },
  'axes-swapped': { ko: '세로와 가로가 바뀜', en: 'Height and width swapped' },
}

const everywhere: Record<Slip, Localized> = {
  'padding-total': {
    ko: '$k_{\\text{eff}} - 1$은 양쪽에 더하는 줄을 합한 수입니다. $p$는 한쪽의 수이므로 그 절반입니다.',
    en: '$k_{\\text{eff}} - 1$ counts the rows of both sides together. $p$ counts one side, which is half of it.',
  },
  'half-kernel': {
    ko: '커널의 절반을 그대로 썼습니다. 필요한 것은 $k_{\\text{eff}} - 1$의 절반입니다.',
    en: 'Half of the kernel was taken. What is needed is half of $k_{\\text{eff}} - 1$.',
  },
  'half-kernel-rounded-up': {
    ko: '커널의 절반을 올림했습니다. 홀수 커널에서는 $(k_{\\text{eff}} - 1)/2$, 곧 내림한 값이 맞습니다.',
    en: 'Half of the kernel was rounded up. For an odd kernel $(k_{\\text{eff}} - 1)/2$, which is rounded down, is right.',
  },
  'no-padding': {
    ko: '패딩을 하지 않은(valid) 결과입니다. 둘레에 더한 줄을 넣어 다시 계산해 보세요.',
    en: 'This is the result without padding (valid). Work it out again with the rows added around the input.',
  },
  'padding-one-side': {
    ko: '패딩을 한쪽에만 더했습니다. 위와 아래, 왼쪽과 오른쪽에 모두 더하므로 $2p$만큼 커집니다.',
    en: 'The padding was added on one side only. It goes above and below, left and right: the size grows by $2p$.',
  },
  'dilation-ignored': {
    ko: '팽창을 넣지 않았습니다. 커널이 덮는 길이는 $k_{\\text{eff}} = d(k - 1) + 1$입니다.',
    en: 'Dilation was left out. The kernel covers $k_{\\text{eff}} = d(k - 1) + 1$ pixels.',
  },
  'stride-ignored': {
    ko: '스트라이드로 나누지 않았습니다. 커널은 한 번에 $s$칸씩 움직입니다.',
    en: 'The division by the stride is missing. The kernel moves $s$ pixels at a time.',
  },
  'plus-one-forgotten': {
    ko: '마지막에 1을 더하지 않았습니다. 처음 위치도 하나로 셉니다.',
    en: 'The + 1 at the end is missing. The first position counts too.',
  },
  'axes-swapped': {
    ko: '세로와 가로가 바뀌었습니다. 크기는 세로 × 가로 순서로 적습니다.',
    en: 'Height and width are swapped. Sizes are written height × width.',
  },
}

const ofPadding: Partial<Record<Slip, Localized>> = {
  'no-padding': {
    ko: '패딩이 없으면 특징맵이 입력보다 작아집니다.',
    en: 'Without padding the feature map becomes smaller than the input.',
  },
}

const ofPaddedSize: Partial<Record<Slip, Localized>> = {
  'no-padding': {
    ko: '입력의 크기를 그대로 적었습니다. 패딩한 입력은 양쪽에 더한 줄만큼 큽니다.',
    en: 'This is the size of the input itself. The padded input is larger by the rows added on both sides.',
  },
}

/** What to look at next after this slip in this part. */
export function slipFeedback(part: NumericPart, slip: Slip): Localized {
  const special: Partial<Record<Slip, Localized>> = {
    padding: ofPadding,
    paddedSize: ofPaddedSize,
    outputSize: {},
  }[part]
  return special[slip] ?? everywhere[slip]
}
