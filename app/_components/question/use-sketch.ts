'use client'

import { useState } from 'react'
import type { SketchStage } from '@/lib/question/field'
import { editSketch, openSketch, type Sketch, type SketchEdit, withStages } from './sketch-edits'

/** The sketch being edited: the parent holds the stages, the keys and what can be undone live here. */
export function useSketch(
  value: readonly SketchStage[],
  onChange: (value: SketchStage[]) => void,
): [Sketch, (edit: SketchEdit) => void] {
  const [kept, setKept] = useState(() => openSketch(value))
  const sketch = withStages(kept, value)
  const apply = (edit: SketchEdit) => {
    const next = editSketch(sketch, edit)
    if (next === sketch) return
    const stages = [...next.stages]
    setKept({ ...next, stages })
    onChange(stages)
  }
  return [sketch, apply]
}
