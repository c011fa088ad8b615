import type { Locale } from '@/lib/core/localized'
import type { Figure } from '@/lib/question/figure'
import { wrapLabel } from './text-width'

type LayeredNetwork = Extract<Figure, { kind: 'layered-network' }>

/** A layer with more units is drawn as its first and last ones with dots between. */
const MOST_DRAWN = 7
const FIRST_DRAWN = 3
const LAST_DRAWN = 2

const ROW = 27
const BIAS_BAND = 26
const MARGIN = 12
const COUNT_LINE = 30
export const UNIT_RADIUS = 8.5
export const LABEL_SIZE = 12.5
const LABEL_LINE = 15

export interface LayerColumn {
  readonly x: number
  readonly units: readonly number[]
  /** Where the dots stand for the units left out, or null. */
  readonly gap: number | null
  /** The bias that feeds this layer's units, or null. */
  readonly bias: { readonly x: number; readonly y: number } | null
  readonly count: number
  readonly countY: number
  readonly lines: readonly { readonly text: string; readonly y: number }[]
}

export interface NetworkLayout {
  readonly width: number
  readonly height: number
  readonly columns: readonly LayerColumn[]
}

/** Rows of a layer from top to bottom: 'unit' or, once, 'gap'. */
export const layerRows = (units: number): ('unit' | 'gap')[] =>
  units <= MOST_DRAWN
    ? Array.from({ length: units }, () => 'unit')
    : [
        ...Array.from({ length: FIRST_DRAWN }, () => 'unit' as const),
        'gap',
        ...Array.from({ length: LAST_DRAWN }, () => 'unit' as const),
      ]

/** Where everything stands. Up to five layers are as wide as a phone; deeper networks are scrolled there. */
export function layoutNetwork({ layers, biases }: LayeredNetwork, locale: Locale): NetworkLayout {
  const pitch = layers.length <= 4 ? 80 : 64
  const rows = layers.map((layer) => layerRows(layer.units))
  const tallest = Math.max(...rows.map((kinds) => kinds.length))
  const top = MARGIN + (biases ? BIAS_BAND : 0)
  const bottom = top + (tallest - 1) * ROW
  const columns = layers.map((layer, i): LayerColumn => {
    const kinds = rows[i] ?? []
    const x = (i + 0.5) * pitch
    const first = top + ((tallest - kinds.length) * ROW) / 2
    const places = kinds.map((kind, row) => ({ kind, y: first + row * ROW }))
    const countY = bottom + COUNT_LINE
    return {
      x,
      units: places.filter(({ kind }) => kind === 'unit').map(({ y }) => y),
      gap: places.find(({ kind }) => kind === 'gap')?.y ?? null,
      // Between the columns and above them: it belongs to the layer that receives it, not to the one before.
      bias: biases && i > 0 ? { x: x - pitch / 2, y: MARGIN } : null,
      count: layer.units,
      countY,
      lines: wrapLabel(layer.label[locale], LABEL_SIZE, pitch - 3).map((text, line) => ({
        text,
        y: countY + (line + 1) * LABEL_LINE + 2,
      })),
    }
  })
  const lowest = Math.max(...columns.map(({ countY, lines }) => lines.at(-1)?.y ?? countY))
  return { width: layers.length * pitch, height: lowest + 6, columns }
}
