/** A stretch of text, the marks that lie on it, and those of them that end with it. */
export interface Stretch<Mark> {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly ending: readonly Mark[]
}

/**
 * Cuts a text at the borders of its marks, which may overlap. The stretches joined give the text again; marks that
 * lie outside or are empty mark nothing.
 */
export function markSpans<Mark extends { readonly start: number; readonly end: number }>(
  text: string,
  marks: readonly Mark[],
): Stretch<Mark>[] {
  const inside = (at: number) => Math.min(text.length, Math.max(0, at))
  const spans = marks
    .map((mark) => ({ mark, start: inside(mark.start), end: inside(mark.end) }))
    .filter(({ start, end }) => start < end)
  const borders = new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])
  const sorted = [...borders].sort((a, b) => a - b)
  return sorted.slice(1).map((to, i) => {
    const from = sorted[i] ?? 0
    const here = spans.filter(({ start, end }) => start <= from && end >= to)
    return {
      text: text.slice(from, to),
      marks: here.map(({ mark }) => mark),
      ending: here.filter(({ end }) => end === to).map(({ mark }) => mark),
    }
  })
}
