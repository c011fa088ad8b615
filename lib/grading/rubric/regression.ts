/** One labelled observation: features, and the probability that the label is positive (0.5 where markers differ). */
export interface Observation {
  readonly features: Float64Array
  readonly target: number
  readonly weight: number
}

export const logistic = (margin: number): number => 1 / (1 + Math.exp(-margin))

export const margin = (weights: ArrayLike<number>, features: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < features.length; i += 1) sum += (weights[i] ?? 0) * (features[i] ?? 0)
  return sum
}

/**
 * Minimises log-loss + ½ Σ λ_j (w_j − prior_j)² by Newton steps, halved until the loss falls. Fixed order, no chance:
 * the same rows give the same weights.
 */
export function fitLogistic(
  rows: readonly Observation[],
  prior: readonly number[],
  strength: readonly number[],
): number[] {
  const size = prior.length
  let weights = [...prior]
  const loss = (candidate: readonly number[]): number => {
    let sum = 0
    for (const row of rows) {
      const z = margin(candidate, row.features)
      // log(1 + e^z) − y z, without overflow.
      sum += row.weight * (Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - row.target * z)
    }
    for (let j = 0; j < size; j += 1)
      sum += 0.5 * (strength[j] ?? 1) * ((candidate[j] ?? 0) - (prior[j] ?? 0)) ** 2
    return sum
  }
  let current = loss(weights)
  for (let iteration = 0; iteration < 50; iteration += 1) {
    const gradient = new Float64Array(size)
    const hessian = Array.from({ length: size }, () => new Float64Array(size))
    for (let j = 0; j < size; j += 1) {
      gradient[j] = (strength[j] ?? 1) * ((weights[j] ?? 0) - (prior[j] ?? 0))
      const line = hessian[j]
      if (line !== undefined) line[j] = strength[j] ?? 1
    }
    for (const { features, target, weight } of rows) {
      const p = logistic(margin(weights, features))
      const slope = weight * p * (1 - p)
      for (let j = 0; j < size; j += 1) {
        const x = features[j] ?? 0
        if (x === 0) continue
        gradient[j] = (gradient[j] ?? 0) + weight * (p - target) * x
        const line = hessian[j]
        if (line === undefined) continue
        for (let k = 0; k < size; k += 1) line[k] = (line[k] ?? 0) + slope * x * (features[k] ?? 0)
      }
    }
    const step = solve(hessian, gradient)
    let scale = 1
    let next = weights
    let nextLoss = Number.POSITIVE_INFINITY
    while (scale > 1e-6) {
      const factor = scale
      next = weights.map((weight, j) => weight - factor * (step[j] ?? 0))
      nextLoss = loss(next)
      if (nextLoss <= current) break
      scale /= 2
    }
    if (nextLoss > current) break
    const gain = current - nextLoss
    weights = next
    current = nextLoss
    if (gain < 1e-10) break
  }
  return weights
}

/** Solves a symmetric positive definite system by Cholesky. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length
  const lower = Array.from({ length: size }, () => new Float64Array(size))
  const at = (rows: readonly Float64Array[], i: number, j: number): number => rows[i]?.[j] ?? 0
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = at(matrix, i, j)
      for (let k = 0; k < j; k += 1) sum -= at(lower, i, k) * at(lower, j, k)
      const line = lower[i]
      if (line !== undefined) line[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(lower, j, j)
    }
  }
  const half = new Float64Array(size)
  for (let i = 0; i < size; i += 1) {
    let sum = right[i] ?? 0
    for (let k = 0; k < i; k += 1) sum -= at(lower, i, k) * (half[k] ?? 0)
    half[i] = sum / at(lower, i, i)
  }
  const result = new Float64Array(size)
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = half[i] ?? 0
    for (let k = i + 1; k < size; k += 1) sum -= at(lower, k, i) * (result[k] ?? 0)
    result[i] = sum / at(lower, i, i)
  }
  return result
}
