/** Cohen's kappa with quadratic weights; NaN-free: 1 where both are constant and equal, 0 where nothing can be said. */
export function quadraticKappa(a: readonly number[], b: readonly number[]): number {
  const n = a.length
  if (n === 0) return 0
  let observed = 0
  let expected = 0
  for (let i = 0; i < n; i += 1) observed += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2
  const count = (values: readonly number[]) => {
    const counts = new Map<number, number>()
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
    return counts
  }
  for (const [x, nx] of count(a)) for (const [y, ny] of count(b)) expected += (nx * ny * (x - y) ** 2) / n
  if (expected === 0) return observed === 0 ? 1 : 0
  return 1 - observed / expected
}

export interface Counts {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Precision, recall and F1 of "credit given" at a level: positives are values at or above it. */
export function counts(given: readonly number[], labels: readonly number[], level: number): Counts {
  let both = 0
  let only = 0
  let missed = 0
  given.forEach((score, i) => {
    const label = labels[i] ?? 0
    if (score >= level && label >= level) both += 1
    else if (score >= level) only += 1
    else if (label >= level) missed += 1
  })
  const precision = both + only === 0 ? 1 : both / (both + only)
  const recall = both + missed === 0 ? 1 : both / (both + missed)
  return {
    precision,
    recall,
    f1: both === 0 ? (only + missed === 0 ? 1 : 0) : (2 * precision * recall) / (precision + recall),
  }
}
