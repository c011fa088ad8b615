import { covariance } from './describe'

/** Pearson's product-moment correlation; null where one of the sides does not vary or there are fewer than two pairs. */
export function pearson(xs: readonly number[], ys: readonly number[]): number | null {
  const [xy, xx, yy] = [covariance(xs, ys), covariance(xs, xs), covariance(ys, ys)]
  if (xy === null || xx === null || yy === null || xx <= 0 || yy <= 0) return null
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
}

/** 0.975 quantile of the standard normal distribution. */
export const Z_95 = 1.959963984540054

/**
 * 95 % confidence interval of a correlation by the variance-stabilizing z = artanh r with standard error 1/√(n − 3):
 * Fisher, On the "probable error" of a coefficient of correlation, Metron 1 (1921). Null below four pairs.
 */
export function fisherInterval(r: number, n: number): readonly [number, number] | null {
  if (n < 4) return null
  if (Math.abs(r) >= 1) return [r, r]
  const half = Z_95 / Math.sqrt(n - 3)
  return [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)]
}
