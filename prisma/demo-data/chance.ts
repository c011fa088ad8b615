import { createRng, type Rng } from '@/lib/core/rng'

/** Draws that simulations need, on top of the seeded generator. */
export interface Chance extends Rng {
  /** Uniform in [0, 1). */
  unit(): number
  /** Whether something of this probability happens. */
  happens(probability: number): boolean
  /** Standard normal (Box & Muller 1958). */
  normal(): number
}

export function createChance(seed: string): Chance {
  const rng = createRng(seed)
  const unit = () => rng.int(0, 2 ** 30 - 1) / 2 ** 30
  return {
    ...rng,
    unit,
    happens: (probability) => unit() < probability,
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
  }
}
