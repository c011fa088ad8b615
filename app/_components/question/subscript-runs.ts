/** A stretch of a figure's label: on the line, or below it as a subscript. */
export interface LabelRun {
  readonly text: string
  readonly sub: boolean
  /** Letters are set in italics, as variables are. */
  readonly letter: boolean
}

const split = (text: string, sub: boolean): LabelRun[] =>
  [...text.replaceAll('-', '\u2212').matchAll(/(\p{L}+)|(\P{L}+)/gu)].map(([run, letters]) => ({
    text: run,
    sub,
    letter: letters !== undefined,
  }))

/** Reads 'h_T', 'x_T-1', 'W_{hh}' or 'w = 0.9': what follows an underscore, up to a space or in braces, is a subscript. */
export function subscriptRuns(label: string): LabelRun[] {
  const runs: LabelRun[] = []
  let at = 0
  for (const match of label.matchAll(/_(?:\{([^}]*)\}|([^\s_{}]+))/g)) {
    runs.push(...split(label.slice(at, match.index), false), ...split(match[1] ?? match[2] ?? '', true))
    at = match.index + match[0].length
  }
  return [...runs, ...split(label.slice(at), false)]
}
