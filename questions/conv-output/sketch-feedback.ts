import type { Localized } from '@/lib/core/localized'
import type { StageMatch } from '@/lib/grading/pipeline-sketch/match-stages'
import { isCredited, type JudgedStage } from '@/lib/grading/pipeline-sketch/score-sketch'
import { joined } from './wording'

const stageNames: Record<string, Localized> = {
  input: { ko: '입력', en: 'input' },
  padding: { ko: '패딩', en: 'padding' },
  convolution: { ko: '합성곱', en: 'convolution' },
  'feature-map': { ko: '특징맵', en: 'feature map' },
}

const labelNames: Record<string, Localized> = {
  size: { ko: '크기', en: 'size' },
  amount: { ko: '한쪽 패딩', en: 'padding per side' },
  kernel: { ko: '커널', en: 'kernel' },
  stride: { ko: '스트라이드', en: 'stride' },
  dilation: { ko: '팽창률', en: 'dilation' },
}

const whole: Record<string, Localized> = {
  correct: { ko: '단계와 순서, 값이 모두 맞습니다.', en: 'Stages, order and values are all right.' },
  'follow-through': {
    ko: '앞에서 쓴 값을 따라 바르게 그렸으므로 점수를 그대로 받습니다(앞 실수를 두 번 깎지 않습니다).',
    en: 'Drawn correctly from your own earlier values, so it earns its points (one slip is not charged twice).',
  },
  empty: {
    ko: '값을 적은 블록이 없습니다.',
    en: 'There is no block with a value on it.',
  },
  invalid: {
    ko: '적은 값을 읽을 수 없습니다. 12x34처럼 수로 적어 주세요.',
    en: 'The values can’t be read. Write numbers, as in 12x34.',
  },
}

function missingStages(stages: readonly JudgedStage[]): readonly Localized[] {
  const missing = stages.filter(({ labels }) => labels === null).map(({ stage }) => stageNames[stage])
  if (missing.length === 0) return []
  const list = (locale: 'ko' | 'en') => missing.map((name) => name?.[locale] ?? '').join(', ')
  return [{ ko: `빠진 블록: ${list('ko')}.`, en: `Missing blocks: ${list('en')}.` }]
}

function wrongLabels(stages: readonly JudgedStage[]): readonly Localized[] {
  const places = stages.flatMap(({ stage, labels }) =>
    (labels ?? [])
      .filter(({ verdict }) => !isCredited(verdict))
      .map(({ name }) => ({ stage: stageNames[stage], label: labelNames[name] })),
  )
  if (places.length === 0) return []
  const list = (locale: 'ko' | 'en') =>
    places.map(({ stage, label }) => `${stage?.[locale] ?? ''} – ${label?.[locale] ?? ''}`).join(', ')
  return [{ ko: `다시 볼 값: ${list('ko')}.`, en: `Values to look at again: ${list('en')}.` }]
}

/** What is right as a whole, or each thing that is not: missing blocks, order, blocks too many, values. */
export function sketchFeedback(code: string, stages: readonly JudgedStage[], match: StageMatch): Localized {
  const known = whole[code]
  if (known !== undefined) return known
  const order: Localized = {
    ko: '블록의 순서가 다릅니다: 입력, 패딩, 합성곱, 특징맵의 순서입니다.',
    en: 'The blocks are out of order: input, padding, convolution, feature map.',
  }
  const extra: Localized = {
    ko: `필요하지 않거나 두 번 놓은 블록이 ${match.extras}개 있습니다.`,
    en: `Blocks that do not belong or stand twice: ${match.extras}.`,
  }
  return joined(
    ...missingStages(stages),
    ...(match.inOrder ? [] : [order]),
    ...(match.extras > 0 ? [extra] : []),
    ...wrongLabels(stages),
  )
}
