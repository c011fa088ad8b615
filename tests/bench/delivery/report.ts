/** Quantiles of a sample in milliseconds: nearest rank. */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`

export const spread = (sample: readonly number[]): string =>
  `p50 ${ms(quantile(sample, 0.5))}, p95 ${ms(quantile(sample, 0.95))}, p99 ${ms(quantile(sample, 0.99))}, worst ${ms(Math.max(...sample))}`

export const line = (name: string, value: string): void => console.log(`  ${name.padEnd(44)} ${value}`)

export const heading = (text: string): void => console.log(`\n${text}`)
