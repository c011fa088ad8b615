import { oncePer } from '@/lib/core/once-per'

/**
 * A fully connected network by the sizes of its layers, input first: at least two. The sizes are bounded by the
 * question's params so that every sum of products below 2^53 is an exact integer.
 */
export interface Network {
  readonly sizes: readonly number[]
  readonly biases: boolean
}

/** The connection into layer `layer` (1 is the first after the input): `from × to` weights and a bias for each receiver. */
export interface Connection {
  readonly layer: number
  readonly from: number
  readonly to: number
  readonly weights: number
  readonly biases: number
}

export const connectionsOf = oncePer(({ sizes, biases }: Network): readonly Connection[] => {
  const connections: Connection[] = []
  for (let layer = 1; layer < sizes.length; layer += 1) {
    const from = sizes[layer - 1] ?? 0
    const to = sizes[layer] ?? 0
    connections.push({ layer, from, to, weights: from * to, biases: biases ? to : 0 })
  }
  return connections
})

/**
 * Parameters of a fully connected network: Σ (n_{i−1}·n_i + n_i), the second term only with biases
 * (Goodfellow, Bengio, Courville, Deep Learning, 2016, section 6: an affine map for every layer).
 */
export function parameterCount({ sizes, biases }: Network): number {
  let count = 0
  for (let layer = 1; layer < sizes.length; layer += 1) {
    count += ((sizes[layer - 1] ?? 0) + (biases ? 1 : 0)) * (sizes[layer] ?? 0)
  }
  return count
}
