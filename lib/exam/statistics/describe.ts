/** Descriptive statistics of a sample. Functions that need more values than there are give null instead of NaN. */

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Arithmetic mean; null of nothing. */
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sum(values) / values.length

/** Unbiased sample covariance, divided by n − 1; null below two pairs. Two passes, which keeps large offsets exact. */
export function covariance(xs: readonly number[], ys: readonly number[]): number | null {
  const n = xs.length
  const [meanX, meanY] = [mean(xs), mean(ys)]
  if (n < 2 || ys.length !== n || meanX === null || meanY === null) return null
  return xs.reduce((total, x, i) => total + (x - meanX) * ((ys[i] as number) - meanY), 0) / (n - 1)
}

/** Unbiased sample variance; null below two values. */
export const variance = (values: readonly number[]): number | null => covariance(values, values)

/** Sample standard deviation, the square root of the unbiased variance. */
export function standardDeviation(values: readonly number[]): number | null {
  const spread = variance(values)
  return spread === null ? null : Math.sqrt(spread)
}

/**
 * Quantile by linear interpolation between order statistics: type 7 of Hyndman & Fan, Sample quantiles in statistical
 * packages, The American Statistician 50 (1996), the default of R and NumPy. Null of nothing.
 *
 * @param share 0..1
 */
export function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below] as number
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number
  return low + (place - below) * (high - low)
}

export const median = (values: readonly number[]): number | null => quantile(values, 0.5)

export interface Description {
  readonly n: number
  readonly mean: number | null
  readonly standardDeviation: number | null
  readonly min: number | null
  readonly lowerQuartile: number | null
  readonly median: number | null
  readonly upperQuartile: number | null
  readonly max: number | null
}

/** The usual figures of a sample at once. */
export const describe = (values: readonly number[]): Description => ({
  n: values.length,
  mean: mean(values),
  standardDeviation: standardDeviation(values),
  min: quantile(values, 0),
  lowerQuartile: quantile(values, 0.25),
  median: median(values),
  upperQuartile: quantile(values, 0.75),
  max: quantile(values, 1),
})
