import type { Localized } from '@/lib/core/localized'
import type { SketchBlock, SketchStage } from '@/lib/question/field'
import type { Figure } from '@/lib/question/figure'

const same = (text: string): Localized => ({ ko: text, en: text })

// How a block looks follows from what is written on it: a map has a size, a padded map also an amount.
function shapeOf(block: SketchBlock): 'grid' | 'padded-grid' | 'operation' {
  const names = block.inputs.map((input) => input.kind)
  if (block.inputs.some((input) => input.name === 'kernel') || !names.includes('size')) return 'operation'
  return names.includes('padding') ? 'padded-grid' : 'grid'
}

/** The sketch as a pipeline figure, with what was written on it so far. */
export function sketchFigure(stages: readonly SketchStage[], blocks: readonly SketchBlock[]): Figure {
  const drawn = stages.flatMap((stage) => {
    const block = blocks.find((each) => each.stage === stage.stage)
    if (!block) return []
    const written = block.inputs.map((input) => (stage[input.name] ?? '').trim())
    return [{ shape: shapeOf(block), title: block.label, detail: same(written.filter(Boolean).join(' · ')) }]
  })
  const sentence = (locale: 'ko' | 'en') =>
    drawn.map((stage) => `${stage.title[locale]} ${stage.detail[locale]}`.trim()).join(' → ')
  return { kind: 'pipeline', alt: { ko: sentence('ko'), en: sentence('en') }, stages: drawn }
}
