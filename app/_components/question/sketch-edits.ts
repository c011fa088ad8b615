import type { SketchBlock, SketchStage } from '@/lib/question/field'

/** A stage that was taken away, and what is needed to put it back where it stood. */
interface RemovedStage {
  readonly stage: SketchStage
  readonly key: number
  readonly at: number
}

/**
 * A pipeline sketch while it is edited. The stages are the answer; the keys tell equal stages apart while they move,
 * and what was removed is kept, so that nothing typed is lost.
 */
export interface Sketch {
  readonly stages: readonly SketchStage[]
  readonly keys: readonly number[]
  /** Last one removed last. */
  readonly removed: readonly RemovedStage[]
}

export type SketchEdit =
  | { readonly kind: 'add'; readonly block: SketchBlock }
  | { readonly kind: 'move'; readonly from: number; readonly to: number }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'write'; readonly at: number; readonly name: string; readonly text: string }
  | { readonly kind: 'undo' }

export const openSketch = (stages: readonly SketchStage[]): Sketch => ({
  stages,
  keys: stages.map((_, i) => i),
  removed: [],
})

/** The sketch with stages that came from outside, as another device's answer does; what fits keeps its key. */
export function withStages(sketch: Sketch, stages: readonly SketchStage[]): Sketch {
  if (stages === sketch.stages) return sketch
  if (stages.length === sketch.stages.length) return { ...sketch, stages }
  const next = nextKey(sketch)
  return { stages, keys: stages.map((_, i) => sketch.keys[i] ?? next + i), removed: [] }
}

const nextKey = ({ keys, removed }: Sketch): number =>
  Math.max(-1, ...keys, ...removed.map(({ key }) => key)) + 1

const without = <Item>(items: readonly Item[], at: number): Item[] => items.filter((_, i) => i !== at)
const inserted = <Item>(items: readonly Item[], at: number, item: Item): Item[] => [
  ...items.slice(0, at),
  item,
  ...items.slice(at),
]

/** Puts an item from one place to another. */
const moved = <Item>(items: readonly Item[], from: number, to: number): Item[] => {
  const item = items[from]
  return item === undefined ? [...items] : inserted(without(items, from), to, item)
}

/** One edit; a place outside the sketch changes nothing. */
export function editSketch(sketch: Sketch, edit: SketchEdit): Sketch {
  const { stages, keys, removed } = sketch
  const has = (at: number) => at >= 0 && at < stages.length
  switch (edit.kind) {
    case 'add': {
      const blank = Object.fromEntries(edit.block.inputs.map((input) => [input.name, '']))
      const stage = { ...blank, stage: edit.block.stage }
      return { ...sketch, stages: [...stages, stage], keys: [...keys, nextKey(sketch)] }
    }
    case 'move':
      if (!has(edit.from) || !has(edit.to)) return sketch
      return { ...sketch, stages: moved(stages, edit.from, edit.to), keys: moved(keys, edit.from, edit.to) }
    case 'remove': {
      const stage = stages[edit.at]
      const key = keys[edit.at]
      if (stage === undefined || key === undefined) return sketch
      return {
        stages: without(stages, edit.at),
        keys: without(keys, edit.at),
        removed: [...removed, { stage, key, at: edit.at }],
      }
    }
    case 'write':
      return {
        ...sketch,
        stages: stages.map((stage, i) => (i === edit.at ? { ...stage, [edit.name]: edit.text } : stage)),
      }
    case 'undo': {
      const last = removed.at(-1)
      if (last === undefined) return sketch
      // What was added or removed since is kept; the stage comes as near to its old place as there is one.
      return {
        stages: inserted(stages, last.at, last.stage),
        keys: inserted(keys, last.at, last.key),
        removed: removed.slice(0, -1),
      }
    }
  }
}
