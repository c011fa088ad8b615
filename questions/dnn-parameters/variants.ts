import type { Localized } from '@/lib/core/localized'
import { findCollision } from '@/lib/grading/parameter-count/modelled-slips'
import type { Network } from '@/lib/grading/parameter-count/network'
import { slipId } from '@/lib/grading/parameter-count/slip'
import { effortOf } from './effort'

interface Range {
  readonly min: number
  readonly max: number
  readonly step: number
}

/** The part of the settings that says which networks there are. */
export interface VariantRanges {
  readonly inputs: Range
  readonly hiddenLayers: Range
  readonly hiddenUnits: Range
  readonly outputs: Range
  readonly biases: boolean
  readonly effortSpread: number
}

const sizesIn = ({ min, max, step }: Range): number[] =>
  Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, index) => min + index * step)

const lengthOf = ({ min, max, step }: Range): number => Math.floor((max - min) / step) + 1

/** How many networks the ranges hold, good and bad. */
export function networkCount({ inputs, hiddenLayers, hiddenUnits, outputs }: VariantRanges): number {
  let count = 0
  for (let depth = hiddenLayers.min; depth <= hiddenLayers.max; depth += hiddenLayers.step) {
    count += lengthOf(inputs) * lengthOf(outputs) * lengthOf(hiddenUnits) ** depth
  }
  return count
}

/** Every network of the ranges in a fixed order. */
function* networksIn(ranges: VariantRanges): Generator<Network> {
  const widths = sizesIn(ranges.hiddenUnits)
  for (const depth of sizesIn(ranges.hiddenLayers)) {
    const last = widths.length ** depth
    for (const inputs of sizesIn(ranges.inputs)) {
      for (let rank = 0; rank < last; rank += 1) {
        // The rank's digits in base `widths.length` are the widths of the hidden layers.
        const hidden = Array.from(
          { length: depth },
          (_, layer) => widths[Math.floor(rank / widths.length ** (depth - 1 - layer)) % widths.length] ?? 0,
        )
        for (const outputs of sizesIn(ranges.outputs)) {
          yield { sizes: [inputs, ...hidden, outputs], biases: ranges.biases }
        }
      }
    }
  }
}

const sameRange = (a: Range, b: Range): boolean => a.min === b.min && a.max === b.max && a.step === b.step
const sameRanges = (a: VariantRanges, b: VariantRanges): boolean =>
  sameRange(a.inputs, b.inputs) &&
  sameRange(a.hiddenLayers, b.hiddenLayers) &&
  sameRange(a.hiddenUnits, b.hiddenUnits) &&
  sameRange(a.outputs, b.outputs) &&
  a.biases === b.biases &&
  a.effortSpread === b.effortSpread

const MOST_REMEMBERED = 32

/** Remembers the results of a pure function for the last few ranges: an exam asks for the same ones again and again. */
function remembered<Value>(compute: (ranges: VariantRanges) => Value): (ranges: VariantRanges) => Value {
  const known: { readonly ranges: VariantRanges; readonly value: Value }[] = []
  return (ranges) => {
    const found = known.find((entry) => sameRanges(entry.ranges, ranges))
    if (found !== undefined) return found.value
    const value = compute(ranges)
    known.unshift({ ranges, value })
    known.length = Math.min(known.length, MOST_REMEMBERED)
    return value
  }
}

/** A network of the ranges in which all known ways of counting differ, or null where there is none. */
export const firstValidNetwork = remembered((ranges): Network | null => {
  for (const network of networksIn(ranges)) if (findCollision(network) === null) return network
  return null
})

/** For ranges without a valid network: one of them, and the two ways of counting that it can't tell apart. */
export function describeCollision(ranges: VariantRanges): Localized {
  for (const network of networksIn(ranges)) {
    const collision = findCollision(network)
    if (collision === null) continue
    const depth = network.sizes.length - 1
    const [a, b] = collision.map((slips) =>
      slips.length === 0 ? 'the right answer' : slips.map((slip) => slipId(slip, depth)).join(' with '),
    )
    const sizes = network.sizes.join('-')
    return {
      ko: `이 범위의 어떤 신경망도 알려진 실수를 모두 구별하지 못합니다. ${sizes}에서 ${a}와 ${b}의 값이 같습니다. 범위를 넓히세요.`,
      en: `no network of these ranges tells all known mistakes apart; in ${sizes}, ${a} and ${b} lead to the same number; widen the ranges`,
    }
  }
  return {
    ko: '이 범위의 어떤 신경망도 알려진 실수를 모두 구별하지 못합니다. 범위를 넓히세요.',
    en: 'no network of these ranges tells all known mistakes apart; widen the ranges',
  }
}

/**
 * The variants that are offered, the same list for the same ranges on any machine: all networks of the ranges in which
 * the key, every known mistake and every pair of mistakes lead to different numbers, and whose effort lies within the
 * spread around the median effort of those. Drawing one is picking an index, so no draw is ever thrown away.
 */
export const offeredNetworks = remembered((ranges): readonly Network[] => {
  const valid = [...networksIn(ranges)].filter((network) => findCollision(network) === null)
  const efforts = valid.map(effortOf)
  const median = efforts.toSorted((a, b) => a - b)[Math.floor(efforts.length / 2)] ?? 0
  const within = (effort: number) => Math.abs(effort - median) <= ranges.effortSpread * median
  return valid.filter((_, index) => within(efforts[index] ?? 0))
})
