import { describe, expect, it } from 'vitest'
import { sketchFigure } from '@/app/_components/question/sketch-figure'
import type { SketchBlock } from '@/lib/question/field'

const label = (text: string) => ({ ko: text, en: text })
const size = { name: 'size', label: label('Size'), kind: 'size' } as const
const blocks: SketchBlock[] = [
  { stage: 'input', label: label('Input'), inputs: [size] },
  {
    stage: 'padding',
    label: label('Padding'),
    inputs: [{ name: 'amount', label: label('Amount'), kind: 'padding' }, size],
  },
  {
    stage: 'convolution',
    label: label('Convolution'),
    inputs: [
      { name: 'kernel', label: label('Kernel'), kind: 'size' },
      { name: 'stride', label: label('Stride'), kind: 'integer' },
    ],
  },
]

describe('sketchFigure', () => {
  it('draws each block by what is written on it, and asks where nothing is', () => {
    const figure = sketchFigure(
      [
        { stage: 'input', size: '64x64' },
        { stage: 'padding', amount: '2', size: ' ' },
        { stage: 'convolution', kernel: '5x5' },
      ],
      blocks,
    )
    expect(
      figure.kind === 'pipeline' && figure.stages.map(({ shape, detail }) => [shape, detail.en]),
    ).toEqual([
      ['grid', '64x64'],
      ['padded-grid', 'Amount 2\nSize ?'],
      ['operation', 'Kernel 5x5\nStride ?'],
    ])
    expect(figure.alt.en).toBe('Input 64x64 → Padding Amount 2, Size ? → Convolution Kernel 5x5, Stride ?')
  })

  it('draws a block that the problem does not offer by its name', () => {
    const figure = sketchFigure([{ stage: 'pooling', size: '2x2' }], blocks)
    expect(figure.alt.ko).toBe('pooling')
  })
})
