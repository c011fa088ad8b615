import { pearson } from './correlation'

/** Ranks from 1; equal values share the mean of their ranks (midranks). */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number))
  const result = values.map(() => 0)
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to += 1
    for (let i = from; i < to; i += 1) result[order[i] as number] = (from + to + 1) / 2
    from = to
  }
  return result
}

/** Spearman's rank correlation: Pearson's of the midranks. */
export const spearman = (xs: readonly number[], ys: readonly number[]): number | null =>
  pearson(ranks(xs), ranks(ys))

/**
 * H of Kruskal & Wallis, Use of ranks in one-criterion variance analysis, JASA 47 (1952), with their correction for
 * ties; null where all values are equal or there is one group alone.
 *
 * @param groups the group of each value, as a number from 0
 */
export function kruskalWallis(values: readonly number[], groups: readonly number[]): number | null {
  const n = values.length
  const ranked = ranks(values)
  const sums = new Map<number, { sum: number; n: number }>()
  ranked.forEach((rank, i) => {
    const group = sums.get(groups[i] as number) ?? { sum: 0, n: 0 }
    group.sum += rank
    group.n += 1
    sums.set(groups[i] as number, group)
  })
  const ties = tieSum(values)
  const correction = 1 - ties / (n ** 3 - n)
  if (sums.size < 2 || n < 2 || correction <= 0) return null
  const spread = [...sums.values()].reduce((total, { sum, n: size }) => total + sum ** 2 / size, 0)
  return ((12 / (n * (n + 1))) * spread - 3 * (n + 1)) / correction
}

/** Σ (t³ − t) over the groups of t equal values. */
function tieSum(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts.values()].reduce((total, t) => total + t ** 3 - t, 0)
}
