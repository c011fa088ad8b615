import { minimise } from './minimise'

/** What is known of one thing to judge: some numbers, and which of many marks it bears, by their columns. */
export interface Traits {
  readonly features: Float64Array
  /** Columns, from `features.length` on, that are 1; all others are 0. */
  readonly marks: Int32Array
}

/** One labelled observation: its traits, and the probability that the label is positive (0.5 where markers differ). */
export interface Observation extends Traits {
  readonly target: number
  readonly weight: number
}

export const logistic = (margin: number): number => 1 / (1 + Math.exp(-margin))

export const margin = (weights: ArrayLike<number>, { features, marks }: Traits): number => {
  let sum = 0
  for (let i = 0; i < features.length; i += 1) sum += (weights[i] ?? 0) * (features[i] ?? 0)
  for (let i = 0; i < marks.length; i += 1) sum += weights[marks[i] ?? -1] ?? 0
  return sum
}

/** Rows of a table that is mostly zeros: the columns and values of row i stand from `from[i]` to `from[i + 1]`. */
interface Sparse {
  readonly from: Int32Array
  readonly columns: Int32Array
  readonly values: Float64Array
}

function sparse(rows: readonly Traits[]): Sparse {
  const from = new Int32Array(rows.length + 1)
  const columns: number[] = []
  const values: number[] = []
  rows.forEach(({ features, marks }, i) => {
    features.forEach((value, j) => {
      if (value === 0) return
      columns.push(j)
      values.push(value)
    })
    for (const mark of marks) {
      columns.push(mark)
      values.push(1)
    }
    from[i + 1] = columns.length
  })
  return { from, columns: Int32Array.from(columns), values: Float64Array.from(values) }
}

/**
 * Minimises log-loss + ½ Σ λ_j (w_j − prior_j)². Fixed order, no chance: the same rows give the same weights.
 */
export function fitLogistic(
  rows: readonly Observation[],
  prior: readonly number[],
  strength: readonly number[],
): number[] {
  const { from, columns, values } = sparse(rows)
  const fitted = minimise((weights, gradient) => {
    let loss = 0
    for (let j = 0; j < prior.length; j += 1) {
      const off = (weights[j] ?? 0) - (prior[j] ?? 0)
      loss += 0.5 * (strength[j] ?? 1) * off * off
      gradient[j] = (strength[j] ?? 1) * off
    }
    for (let i = 0; i < rows.length; i += 1) {
      const { weight, target } = rows[i] as Observation
      const start = from[i] ?? 0
      const end = from[i + 1] ?? 0
      let z = 0
      for (let k = start; k < end; k += 1) z += (weights[columns[k] ?? 0] ?? 0) * (values[k] ?? 0)
      // log(1 + e^z) − y z, without overflow.
      loss += weight * (Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - target * z)
      const pull = weight * (logistic(z) - target)
      for (let k = start; k < end; k += 1) {
        const j = columns[k] ?? 0
        gradient[j] = (gradient[j] ?? 0) + pull * (values[k] ?? 0)
      }
    }
    return loss
  }, prior)
  return [...fitted]
}
