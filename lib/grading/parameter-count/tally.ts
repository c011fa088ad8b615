import type { Slip } from './slip'

/**
 * A way of counting, as a sum over a network whose sizes are still open: how often each connection's weights
 * n_{i−1}·n_i are counted, how often each layer's units n_i are, and a constant. Two ways with the same tally give the
 * same number for every network, so they are one mistake. The product of all sizes is no such sum and stands alone.
 */
export interface Tally {
  readonly product: boolean
  /** By connection, the first at index 0. */
  readonly weights: readonly number[]
  /** By layer, the input at index 0. */
  readonly units: readonly number[]
  readonly constant: number
}

interface Draft {
  product: boolean
  weights: number[]
  units: number[]
  constant: number
}

const layers = (depth: number): number[] => Array.from({ length: depth }, (_, index) => index + 1)

/** What each kind of slip makes of the biases of one connection. */
function countBiases(draft: Draft, layer: number, slips: readonly Slip[], biases: boolean): void {
  const add = (unit: number) => {
    draft.units[unit] = (draft.units[unit] ?? 0) + 1
  }
  const has = (kind: Slip['kind']) => slips.some((slip) => slip.kind === kind)
  if (slips.some((slip) => slip.kind === 'layer-biases-missing' && slip.layer === layer)) return
  if (has('one-bias-per-layer')) draft.constant += 1
  else if (has('biases-per-sender')) add(layer - 1)
  else if (has('biases-missing') || has('one-bias-in-all')) return
  else if (biases || has('biases-added')) add(layer)
}

function countWeights(draft: Draft, layer: number, slips: readonly Slip[]): void {
  if (slips.some((slip) => slip.kind === 'weights-missing')) return
  if (slips.some((slip) => slip.kind === 'sizes-added')) {
    draft.units[layer - 1] = (draft.units[layer - 1] ?? 0) + 1
    draft.units[layer] = (draft.units[layer] ?? 0) + 1
    return
  }
  draft.weights[layer - 1] = 1
}

/** The tally of a network of `depth` connections, counted with the given slips; none of them gives the right count. */
export function tallyOf(depth: number, biases: boolean, slips: readonly Slip[]): Tally {
  const has = (kind: Slip['kind']) => slips.some((slip) => slip.kind === kind)
  const draft: Draft = {
    product: has('product-of-sizes'),
    weights: new Array<number>(depth).fill(0),
    units: new Array<number>(depth + 1).fill(0),
    constant: has('one-bias-in-all') ? 1 : 0,
  }
  if (draft.product) return draft
  if (has('units-counted')) return { ...draft, units: draft.units.map(() => 1) }
  for (const layer of layers(depth)) {
    if (slips.some((slip) => slip.kind === 'connection-missing' && slip.layer === layer)) continue
    countWeights(draft, layer, slips)
    countBiases(draft, layer, slips, biases)
  }
  if (has('input-biases-added')) draft.units[0] = (draft.units[0] ?? 0) + 1
  return draft
}

/** What a tally that is no product comes to for layer sizes (input first): an exact integer below 2^53 (see Network). */
export function tallySum({ weights, units, constant }: Tally, sizes: readonly number[]): number {
  let sum = constant
  let before = sizes[0] ?? 0
  sum += (units[0] ?? 0) * before
  for (let layer = 1; layer < sizes.length; layer += 1) {
    const size = sizes[layer] ?? 0
    sum += ((weights[layer - 1] ?? 0) * before + (units[layer] ?? 0)) * size
    before = size
  }
  return sum
}

export const productOfSizes = (sizes: readonly number[]): bigint =>
  sizes.reduce((product, size) => product * BigInt(size), 1n)

/** What the tally comes to for layer sizes, input first. */
export const tallyValue = (tally: Tally, sizes: readonly number[]): bigint =>
  tally.product ? productOfSizes(sizes) : BigInt(tallySum(tally, sizes))
