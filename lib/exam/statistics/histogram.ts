export interface Bin {
  /** From `low`, included, to `high`, excluded; the last bin holds its end too. */
  readonly low: number
  readonly high: number
  readonly count: number
}

/**
 * Counts of values 0..max in bins of equal width: ten of them, or fewer where that would cut hundredths of points.
 *
 * @param max whole, above 0
 */
export function histogram(values: readonly number[], max: number, bins = 10): readonly Bin[] {
  const counts = Array.from({ length: bins }, () => 0)
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor((value * bins) / max)))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts.map((count, i) => ({ low: (max * i) / bins, high: (max * (i + 1)) / bins, count }))
}
