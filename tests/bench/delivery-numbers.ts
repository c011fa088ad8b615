/** The value below which a share (0…1) of the sorted values lies; NaN for none. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN

export const median = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  )

/** Milliseconds as `p50 1.2  p95 3.4  p99 5.6  worst 7.8 ms`. */
export function spread(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) => quantile(sorted, share).toFixed(1).padStart(7)
  return `p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  worst ${at(1)} ms`
}

export const count = (value: number): string => Math.round(value).toLocaleString('en')

/** A line of the report: a name, then what was measured. */
export const line = (name: string, text: string): void => console.log(`  ${name.padEnd(44)}${text}`)

export const heading = (text: string): void => console.log(`\n${text}`)
