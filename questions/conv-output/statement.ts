import type { Locale } from '@/lib/core/localized'
import { worded } from '@/lib/question/wording'
import { strideFits } from './arithmetic'
import type { ConvOutputParams } from './params'
import type { ConvOutputSettings } from './settings-fields'
import { texPadding, texSize } from './wording'
import type { WordingName } from './wording-names'

const dilationText = (dilation: number): Record<Locale, string> =>
  dilation === 1
    ? { ko: '', en: '' }
    : {
        ko: ` 커널은 팽창률(dilation) $${dilation}$로, 이웃한 두 원소가 $${dilation}$칸씩 떨어져 있습니다.`,
        en: ` The kernel has dilation $${dilation}$: neighbouring taps lie $${dilation}$ pixels apart.`,
      }

function task(params: ConvOutputParams): Record<Locale, string> {
  const input = texSize(params.input)
  const kernel = texSize(params.kernel)
  const dilation = dilationText(params.dilation)
  const layer = {
    ko: `채널이 하나이고 크기가 $${input}$(세로 × 가로)인 입력에 $${kernel}$ 커널을 스트라이드 $${params.stride}$로 합성곱합니다.${dilation.ko}`,
    en: `A single-channel input of size $${input}$ (height × width) is convolved with a $${kernel}$ kernel at stride $${params.stride}$.${dilation.en}`,
  }
  if (params.padding === 'same') {
    return {
      ko: `${layer.ko} 특징맵이 입력의 모든 영역을 빠짐없이 담도록, 곧 특징맵의 크기가 입력과 같도록 입력의 둘레를 0으로 채웁니다(zero padding).`,
      en: `${layer.en} The input is zero-padded so that the feature map covers every region of the input, that is, so that it keeps the input's size.`,
    }
  }
  const amount = texPadding(params.padding)
  const rounding = strideFits(params)
    ? { ko: '', en: '' }
    : {
        ko: ' 커널의 마지막 이동이 들어맞지 않으면 그 이동은 하지 않습니다(나눗셈의 소수점 이하는 버립니다).',
        en: ' Where the last step of the kernel does not fit it is not taken (the division is rounded down).',
      }
  return {
    ko: `${layer.ko} 합성곱을 하기 전에 입력의 둘레를 0으로 채우며(zero padding), 패딩은 $p = ${amount}$입니다.${rounding.ko}`,
    en: `${layer.en} Before the convolution the input is zero-padded with $p = ${amount}$.${rounding.en}`,
  }
}

const convention: Record<Locale, string> = {
  ko: '패딩 $p$는 위와 아래에 각각, 왼쪽과 오른쪽에 각각 더하는 줄의 수입니다. 세로와 가로에 다르게 더하면 $p_h \\times p_w$로 적습니다.',
  en: 'The padding $p$ counts the rows added above and again below, and the columns added left and again right. Where the axes differ it is written $p_h \\times p_w$.',
}

const questions = (chosen: boolean): Record<Locale, readonly string[]> => ({
  ko: [
    ...(chosen ? ['패딩 $p$는 얼마여야 합니까?'] : []),
    '패딩한 입력의 크기는 얼마입니까?',
    '합성곱을 거친 특징맵의 크기는 얼마입니까?',
    '입력에서 특징맵까지의 과정을 블록으로 이어 그리고, 블록마다 값을 적으십시오.',
  ],
  en: [
    ...(chosen ? ['How large must the padding $p$ be?'] : []),
    'How large is the padded input?',
    'How large is the feature map after the convolution?',
    'Sketch the pipeline from the input to the feature map with blocks, and write the values on each block.',
  ],
})

/** The problem in Markdown with LaTeX; holds what is given and no more. */
export function statement(
  params: ConvOutputParams,
  locale: Locale,
  { wording }: Pick<ConvOutputSettings, 'wording'>,
): string {
  const values: Record<WordingName, string> = {
    input: texSize(params.input),
    kernel: texSize(params.kernel),
    stride: `${params.stride}`,
    dilation: `${params.dilation}`,
    // What the student has to find is not named.
    padding: params.padding === 'same' ? 'p' : texPadding(params.padding),
  }
  const asked = questions(params.padding === 'same')[locale].map((text, index) => `${index + 1}. ${text}`)
  const own = [task(params)[locale], convention[locale], asked.join('\n')].join('\n\n')
  return worded(wording, locale, values, own)
}
