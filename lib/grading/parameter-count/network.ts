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

export const connectionsOf = ({ sizes, biases }: Network): readonly Connection[] =>
  sizes.slice(1).map((to, index) => {
    const from = sizes[index] ?? 0
    return { layer: index + 1, from, to, weights: from * to, biases: biases ? to : 0 }
  })

/**
 * Parameters of a fully connected network: Σ (n_{i−1}·n_i + n_i), the second term only with biases
 * (Goodfellow, Bengio, Courville, Deep Learning, 2016, section 6: an affine map for every layer).
 */
export const parameterCount = (network: Network): number =>
  connectionsOf(network).reduce((total, { weights, biases }) => total + weights + biases, 0)
