import { fisherInterval, pearson } from './correlation'
import { columnOf, restScores, type ScoreTable } from './score-table'

export interface Discrimination {
  readonly r: number
  readonly interval: readonly [number, number]
  readonly n: number
}

/** Below so many students a correlation says next to nothing. */
export const FEWEST_FOR_CORRELATION = 10

/**
 * Corrected item–rest correlation: of the points at one problem with those at the others, which leaves the problem
 * itself out (Henrysson, Correction of item–total correlations in item analysis, Psychometrika 28, 1963), with Fisher's
 * 95 % interval. Null where too few students have the problem and another one, or where scores do not vary.
 */
export function discrimination(table: ScoreTable, problem: number): Discrimination | null {
  const rest = restScores(table, problem)
  const pairs = columnOf(table, problem).flatMap((own, i) => {
    const other = rest[i] ?? null
    return own === null || other === null ? [] : [[own, other] as const]
  })
  if (pairs.length < FEWEST_FOR_CORRELATION) return null
  const r = pearson(
    pairs.map(([own]) => own),
    pairs.map(([, other]) => other),
  )
  const interval = r === null ? null : fisherInterval(r, pairs.length)
  return r === null || interval === null ? null : { r, interval, n: pairs.length }
}
