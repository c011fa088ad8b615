/**
 * Points of students at problems. A student has no entry for a problem that was not drawn for them (pools) or is not
 * graded yet; what was left empty has 0 points, since it is graded.
 */
export interface ScoreTable {
  /** Names of the problems, in the exam's order. */
  readonly problems: readonly string[]
  /** For each student, by problem: hundredths of points; null for none. */
  readonly rows: readonly (readonly (number | null)[])[]
}

/** The column of a problem. */
export const columnOf = ({ rows }: ScoreTable, problem: number): readonly (number | null)[] =>
  rows.map((row) => row[problem] ?? null)

/** The students who have both problems, as two columns. */
export function pairsOf(table: ScoreTable, a: number, b: number): readonly [number[], number[]] {
  const xs: number[] = []
  const ys: number[] = []
  for (const row of table.rows) {
    const [x, y] = [row[a] ?? null, row[b] ?? null]
    if (x === null || y === null) continue
    xs.push(x)
    ys.push(y)
  }
  return [xs, ys]
}

/**
 * For each student, how they did at the other problems: the mean of what they got above the problem's own mean, so
 * that an easy draw from a pool does not look like ability. Null where they have no other. For students who all have
 * the same problems this is a linear function of the usual rest score, the sum of the others.
 */
export function restScores(table: ScoreTable, problem: number): readonly (number | null)[] {
  const means = table.problems.map((_, i) => {
    const column = columnOf(table, i).filter((value) => value !== null)
    return column.reduce((total, value) => total + value, 0) / column.length
  })
  return table.rows.map((row) => {
    const above = row.flatMap((value, i) =>
      i === problem || value === null ? [] : [value - (means[i] ?? 0)],
    )
    return above.length === 0 ? null : above.reduce((total, value) => total + value, 0) / above.length
  })
}
