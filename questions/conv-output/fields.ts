import type { Field, SketchBlock } from '@/lib/question/field'
import type { ConvOutputParams } from './params'
import { partTitles } from './wording'

const size = { name: 'size', label: { ko: '크기', en: 'Size' }, kind: 'size' } as const
const stride = { name: 'stride', label: { ko: '스트라이드', en: 'Stride' }, kind: 'integer' } as const
const dilation = { name: 'dilation', label: { ko: '팽창률', en: 'Dilation' }, kind: 'integer' } as const

const blocks = (dilated: boolean): readonly SketchBlock[] => [
  { stage: 'input', label: { ko: '입력', en: 'Input' }, inputs: [size] },
  {
    stage: 'padding',
    label: partTitles.padding,
    inputs: [
      { name: 'amount', label: { ko: '한쪽 패딩', en: 'Padding per side' }, kind: 'padding' },
      { ...size, label: { ko: '패딩한 크기', en: 'Padded size' } },
    ],
  },
  {
    stage: 'convolution',
    label: { ko: '합성곱', en: 'Convolution' },
    inputs: [
      { name: 'kernel', label: { ko: '커널', en: 'Kernel' }, kind: 'size' },
      stride,
      ...(dilated ? [dilation] : []),
    ],
  },
  { stage: 'feature-map', label: { ko: '특징맵', en: 'Feature map' }, inputs: [size] },
]

const sizeHint = {
  ko: '세로x가로 순서로 적습니다. 정사각형이면 한 변만 적어도 되고, 식으로 적어도 됩니다.',
  en: 'Height x width; one side is enough for a square. Expressions are fine.',
}

/** What the student fills in; the padding only where it is not given. */
export function fields(params: ConvOutputParams): readonly Field[] {
  const padding: Field = {
    kind: 'padding',
    name: 'padding',
    label: { ko: '패딩 p', en: 'Padding p' },
    hint: {
      ko: '한쪽에 더하는 줄의 수입니다. 세로와 가로가 다르면 둘을 x로 이어 적습니다.',
      en: 'Rows or columns added on one side. Join two numbers with x where height and width differ.',
    },
  }
  return [
    ...(params.padding === 'same' ? [padding] : []),
    { kind: 'size', name: 'paddedSize', label: partTitles.paddedSize, hint: sizeHint },
    { kind: 'size', name: 'outputSize', label: partTitles.outputSize, hint: sizeHint },
    {
      kind: 'sketch',
      name: 'sketch',
      label: partTitles.sketch,
      hint: {
        ko: '필요한 블록을 순서대로 놓고 값을 적습니다.',
        en: 'Put the blocks you need in order and write the values on them.',
      },
      blocks: blocks(params.dilation > 1),
      maxStages: 8,
    },
  ]
}
