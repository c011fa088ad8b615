import type { Figure } from '@/lib/question/figure'
import { textWidth } from './text-width'

type Unrolled = Extract<Figure, { kind: 'unrolled-recurrence' }>

export const CELL = 42
const DOTS = 30
const GAP = 24
const MARGIN = 6
/** Room beside the arrows: half a cell's corner is free on both sides. */
const LABEL_ROOM = GAP + 4

export interface UnrolledLayout {
  readonly width: number
  readonly height: number
  /** Centre of each step's column, and half of what it takes. */
  readonly columns: readonly { readonly x: number; readonly half: number; readonly step: string | null }[]
  /** On every arrow. */
  readonly arrowLabel: string
  /** Below the drawing, where the recurrent label is too long for an arrow. */
  readonly legend: string | null
}

export function layoutUnrolled({ steps, recurrentLabel }: Unrolled): UnrolledLayout {
  let left = MARGIN
  const columns = steps.map((step) => {
    const half = (step === null ? DOTS : CELL) / 2
    const x = left + half
    left += 2 * half + GAP
    return { x, half, step }
  })
  const symbol = recurrentLabel.split('=')[0]?.trim() ?? ''
  const fits = textWidth(recurrentLabel, 15) <= LABEL_ROOM
  return {
    width: left - GAP + MARGIN,
    height: fits ? 158 : 186,
    columns,
    arrowLabel: fits || symbol === '' ? recurrentLabel : symbol,
    legend: fits ? null : recurrentLabel,
  }
}
