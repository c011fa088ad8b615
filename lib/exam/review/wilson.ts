/**
 * Wilson score interval of a share, 95 %: E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22 (1927) 209–212. Null where nothing was looked at.
 *
 * @returns the lower and the upper end, 0..1
 */
export function wilson95(count: number, of: number): readonly [number, number] | null {
  if (of <= 0) return null
  const z = 1.959963984540054
  const p = count / of
  const scale = 1 + (z * z) / of
  const middle = (p + (z * z) / (2 * of)) / scale
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
  return [count === 0 ? 0 : Math.max(0, middle - half), count === of ? 1 : Math.min(1, middle + half)]
}
