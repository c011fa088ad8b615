import { oncePer } from '@/lib/core/once-per'
import type { Network } from './network'
import type { Slip } from './slip'
import { productOfSizes, type Tally, tallyOf, tallySum, tallyValue } from './tally'

/** One modelled wrong way: a slip, or two slips at once, and the way it counts. */
export interface ModelledSlip {
  readonly slips: readonly Slip[]
  readonly tally: Tally
}

const range = (depth: number): number[] => Array.from({ length: depth }, (_, index) => index + 1)

/** Single slips in the order in which they are believed where, in a network given by hand, two lead to one number. */
function singleSlips(depth: number, biases: boolean): readonly Slip[] {
  const layerBiases = range(depth).map((layer): Slip => ({ kind: 'layer-biases-missing', layer }))
  const connections = range(depth).map((layer): Slip => ({ kind: 'connection-missing', layer }))
  const always: Slip[] = [{ kind: 'sizes-added' }, { kind: 'product-of-sizes' }, { kind: 'units-counted' }]
  if (!biases) return [{ kind: 'biases-added' }, ...connections, ...always]
  return [
    { kind: 'biases-missing' },
    ...layerBiases,
    { kind: 'input-biases-added' },
    { kind: 'one-bias-per-layer' },
    ...connections,
    { kind: 'one-bias-in-all' },
    { kind: 'biases-per-sender' },
    ...always,
    { kind: 'weights-missing' },
  ]
}

/** Slips after which nothing is left for a second one to go wrong with. */
const alone = new Set<Slip['kind']>(['product-of-sizes', 'units-counted', 'weights-missing'])
const biasRules = new Set<Slip['kind']>([
  'biases-missing',
  'one-bias-per-layer',
  'one-bias-in-all',
  'biases-per-sender',
  'biases-added',
])

/** Two slips can be made at once unless both decide the same thing. */
function goTogether(a: Slip, b: Slip): boolean {
  if (alone.has(a.kind) || alone.has(b.kind)) return false
  if (biasRules.has(a.kind) && biasRules.has(b.kind)) return false
  const aboutBiases = (slip: Slip) =>
    slip.kind === 'layer-biases-missing' || slip.kind === 'input-biases-added'
  if ((biasRules.has(a.kind) && aboutBiases(b)) || (biasRules.has(b.kind) && aboutBiases(a))) return false
  const sameLayer = 'layer' in a && 'layer' in b && a.layer === b.layer
  return !sameLayer
}

const sameTally = (tally: Tally): string =>
  `${tally.product}|${tally.weights.join()}|${tally.units.join()}|${tally.constant}`

const isTwice = ([a, b]: readonly [Slip, Slip]): boolean => a.kind === b.kind

function listSlips(depth: number, biases: boolean): readonly ModelledSlip[] {
  const singles = singleSlips(depth, biases)
  const mixed = singles.flatMap((a, index) =>
    singles.slice(index + 1).flatMap((b) => (goTogether(a, b) ? [[a, b] as const] : [])),
  )
  // The same slip made twice is likelier than two different ones.
  const pairs = [...mixed.filter(isTwice), ...mixed.filter((pair) => !isTwice(pair))]
  // What counts like the key, like nothing at all, or like an earlier entry is no mistake of its own.
  const nothing: Tally = {
    ...tallyOf(depth, biases, []),
    weights: range(depth).map(() => 0),
    units: [0, ...range(depth)].map(() => 0),
  }
  const seen = new Set([sameTally(tallyOf(depth, biases, [])), sameTally(nothing)])
  const listed: ModelledSlip[] = []
  for (const slips of [...singles.map((slip) => [slip]), ...pairs]) {
    const tally = tallyOf(depth, biases, slips)
    const name = sameTally(tally)
    if (seen.has(name) || (depth === 1 && tally.product)) continue
    seen.add(name)
    listed.push({ slips, tally })
  }
  return listed
}

/** The list depends on the depth and on biases only, so that each is put together once. */
const byShape = new Map<string, readonly ModelledSlip[]>()

/** Every modelled slip and pair of slips for networks of this shape; singles first, no two alike for every size. */
export function modelledSlips(depth: number, biases: boolean): readonly ModelledSlip[] {
  const shape = `${depth}|${biases}`
  const known = byShape.get(shape)
  if (known !== undefined) return known
  const listed = listSlips(depth, biases)
  byShape.set(shape, listed)
  return listed
}

/** The first modelled way to each number. */
const slipsByValue = oncePer(({ sizes, biases }: Network): ReadonlyMap<bigint, ModelledSlip> => {
  const byValue = new Map<bigint, ModelledSlip>()
  for (const modelled of modelledSlips(sizes.length - 1, biases)) {
    const value = tallyValue(modelled.tally, sizes)
    if (!byValue.has(value)) byValue.set(value, modelled)
  }
  return byValue
})

/** The first modelled way of at most `most` slips that leads to the number; null where none does. */
export function findSlip(network: Network, value: bigint, most: 1 | 2 = 2): ModelledSlip | null {
  const found = slipsByValue(network).get(value)
  // Single slips come first.
  return found !== undefined && found.slips.length <= most ? found : null
}

/**
 * Two ways of counting that lead to the same number in this network, the key among them; null where all differ, so
 * that no known wrong way is taken for right and a bare wrong number names one mistake.
 */
export function findCollision({
  sizes,
  biases,
}: Network): readonly [readonly Slip[], readonly Slip[]] | null {
  const depth = sizes.length - 1
  const key: ModelledSlip = { slips: [], tally: tallyOf(depth, biases, []) }
  const seen = new Map<number | bigint, readonly Slip[]>()
  for (const { slips, tally } of [key, ...modelledSlips(depth, biases)]) {
    const product = tally.product ? productOfSizes(sizes) : 0n
    const value = tally.product && product > BigInt(Number.MAX_SAFE_INTEGER) ? product : Number(product)
    const count = tally.product ? value : tallySum(tally, sizes)
    const earlier = seen.get(count)
    if (earlier !== undefined) return [earlier, slips]
    seen.set(count, slips)
  }
  return null
}
