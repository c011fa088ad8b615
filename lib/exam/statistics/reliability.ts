import { covariance } from './describe'
import { columnOf, pairsOf, type ScoreTable } from './score-table'

export interface Reliability {
  /** Cronbach's alpha; may be below 0 where problems go against each other. */
  readonly alpha: number
  /** Standard error of measurement in hundredths of points. */
  readonly standardError: number
  /** Problems that a student has, on average. */
  readonly length: number
}

/**
 * Cronbach's alpha (Coefficient alpha and the internal structure of tests, Psychometrika 16, 1951) and the standard
 * error of measurement s·√(1 − α) (Lord & Novick, Statistical Theories of Mental Test Scores, 1968).
 *
 * With pools, students have different problems and no complete table exists. Then variances and covariances are those
 * of the students who have the problem or both of the pair (available cases: Little & Rubin, Statistical Analysis with
 * Missing Data), and each enters by the share π of students who have it: with k = Σ π_i,
 *
 *   α = k/(k − 1) · (1 − V / (V + C)),  V = Σ π_i s_ii,  C = Σ_{i≠j} π_ij s_ij,
 *
 * where V + C is the variance of a total within one and the same draw. With complete data all π are 1 and this is the
 * usual alpha to the last digit. Null where a student has fewer than two problems, where scores do not vary, or where
 * fewer than two students share a pair that occurs.
 */
export function reliability(table: ScoreTable): Reliability | null {
  const students = table.rows.filter((row) => row.some((value) => value !== null)).length
  const count = table.problems.length
  let [length, variances, covariances] = [0, 0, 0]
  for (let i = 0; i < count; i += 1) {
    const own = columnOf(table, i).filter((value) => value !== null)
    if (own.length === 0) continue
    const spread = covariance(own, own)
    if (spread === null) return null
    length += own.length / students
    variances += (own.length / students) * spread
    for (let j = 0; j < i; j += 1) {
      const [xs, ys] = pairsOf(table, i, j)
      if (xs.length === 0) continue
      const shared = covariance(xs, ys)
      if (shared === null) return null
      covariances += 2 * (xs.length / students) * shared
    }
  }
  const total = variances + covariances
  if (length <= 1 || total <= 0) return null
  const alpha = (length / (length - 1)) * (1 - variances / total)
  return { alpha, standardError: Math.sqrt(total * (1 - alpha)), length }
}
