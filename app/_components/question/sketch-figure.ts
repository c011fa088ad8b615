import type { Locale, Localized } from '@/lib/core/localized'
import type { SketchBlock, SketchStage } from '@/lib/question/field'
import type { Figure } from '@/lib/question/figure'

type Stage = Extract<Figure, { kind: 'pipeline' }>['stages'][number]

/** Stands where nothing is written yet. */
const BLANK = '?'

/** What is written on a block tells what it is: only a size, a map; a padding too, a padded map; else an operation. */
function shapeOf(block: SketchBlock): Stage['shape'] {
  const kinds = block.inputs.map((input) => input.kind)
  if (kinds.includes('padding')) return 'padded-grid'
  return kinds.length > 0 && kinds.every((kind) => kind === 'size') ? 'grid' : 'operation'
}

/** A single value stands by itself; several are named, one on each line. */
function detailOf(block: SketchBlock, stage: SketchStage, locale: Locale): string {
  const written = (name: string) => (stage[name] ?? '').trim() || BLANK
  return block.inputs
    .map(({ name, label }) =>
      block.inputs.length === 1 ? written(name) : `${label[locale]} ${written(name)}`,
    )
    .join('\n')
}

const inBoth = (words: (locale: Locale) => string): Localized => ({ ko: words('ko'), en: words('en') })

/** The sketch as a pipeline figure, with what was written on it so far. */
export function sketchFigure(stages: readonly SketchStage[], blocks: readonly SketchBlock[]): Figure {
  const drawn = stages.map((stage): Stage => {
    const block = blocks.find((each) => each.stage === stage.stage)
    // A block that the problem does not offer is still the student's answer: it is drawn by its name.
    if (!block) return { shape: 'operation', title: inBoth(() => stage.stage), detail: inBoth(() => '') }
    return {
      shape: shapeOf(block),
      title: block.label,
      detail: inBoth((locale) => detailOf(block, stage, locale)),
    }
  })
  const sentence = (locale: Locale) =>
    drawn
      .map(({ title, detail }) => `${title[locale]} ${detail[locale].replaceAll('\n', ', ')}`.trim())
      .join(' → ')
  return { kind: 'pipeline', alt: inBoth(sentence), stages: drawn }
}
