import type { SketchBlock, SketchStage } from '@/lib/question/field'

/** Edits of a pipeline sketch: lists in, lists out. */

export const addStage = (stages: readonly SketchStage[], block: SketchBlock): SketchStage[] => [
  ...stages,
  { ...Object.fromEntries(block.inputs.map((input) => [input.name, ''])), stage: block.stage },
]

export const removeStage = (stages: readonly SketchStage[], at: number): SketchStage[] =>
  stages.filter((_, i) => i !== at)

/** Puts the stage from one place to another; places outside the list change nothing. */
export function moveStage(stages: readonly SketchStage[], from: number, to: number): SketchStage[] {
  const moved = stages[from]
  if (!moved || to < 0 || to >= stages.length) return [...stages]
  const rest = removeStage(stages, from)
  return [...rest.slice(0, to), moved, ...rest.slice(to)]
}

export const writeStage = (
  stages: readonly SketchStage[],
  at: number,
  name: string,
  text: string,
): SketchStage[] => stages.map((stage, i) => (i === at ? { ...stage, [name]: text } : stage))
