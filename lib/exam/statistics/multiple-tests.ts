/**
 * p values corrected for having been many, in the given order: Holm, A simple sequentially rejective multiple test
 * procedure, Scandinavian Journal of Statistics 6 (1979). Rejecting where the corrected one is at most α keeps the
 * chance of any false alarm at most α, whatever depends on what.
 */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).sort((a, b) => (ps[a] as number) - (ps[b] as number))
  const corrected = ps.map(() => 1)
  let highest = 0
  order.forEach((index, place) => {
    highest = Math.max(highest, Math.min(1, (ps.length - place) * (ps[index] as number)))
    corrected[index] = highest
  })
  return corrected
}
