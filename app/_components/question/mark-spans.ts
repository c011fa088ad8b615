/** A stretch of text and the marks that lie on it. */
export interface Stretch<Mark> {
  readonly text: string
  readonly marks: readonly Mark[]
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
  const borders = new Set([
    0,
    text.length,
    ...marks.flatMap((mark) => [inside(mark.start), inside(mark.end)]),
  ])
  const sorted = [...borders].sort((a, b) => a - b)
  return sorted.slice(1).map((end, i) => {
    const start = sorted[i] ?? 0
    return {
      text: text.slice(start, end),
      marks: marks.filter((mark) => mark.start <= start && mark.end >= end),
    }
  })
}
