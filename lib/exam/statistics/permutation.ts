import type { Rng } from '@/lib/core/rng'

/** So many at least as extreme, and more would tell nothing new: the p value is far from any threshold. */
const ENOUGH = 20

/**
 * p value of a permutation test: how often a shuffled assignment is at least as extreme as the real one. Stops early
 * where that is plain to see, after Besag & Clifford, Sequential Monte Carlo p-values, Biometrika 78 (1991); such p
 * values hold their level exactly.
 *
 * @param statistic of an order of the indices 0..n-1; 0 or more, larger is more extreme
 * @param most how many shuffles at most
 */
export function permutationTest(
  n: number,
  statistic: (order: Int32Array) => number,
  most: number,
  rng: Pick<Rng, 'int'>,
): number {
  const order = Int32Array.from({ length: n }, (_, i) => i)
  // Sums in another order differ in the last digits: what is equal must count as equal.
  const real = statistic(order) * (1 - 1e-12)
  let extreme = 0
  for (let round = 1; round <= most; round += 1) {
    for (let i = n - 1; i > 0; i -= 1) {
      const j = rng.int(0, i)
      const held = order[i] as number
      order[i] = order[j] as number
      order[j] = held
    }
    if (statistic(order) >= real) extreme += 1
    if (extreme === ENOUGH) return extreme / round
  }
  return (extreme + 1) / (most + 1)
}
