import type { Expression } from '@/lib/grading/expression/expression'
import { unwrapped } from '@/lib/grading/expression/expression'
import { additiveTerms } from './additive-terms'
import { matchedShare, matchStructure, type StructureMatch, type Unit } from './match-structure'
import { findSlip } from './modelled-slips'
import { type Network, parameterCount } from './network'
import type { Slip } from './slip'

/** What one expression says about the number of parameters. */
export type Diagnosis =
  | { readonly kind: 'correct' }
  /** A modelled way of counting, or two at once; the structure where it was read from one. */
  | { readonly kind: 'slips'; readonly slips: readonly Slip[]; readonly match: StructureMatch | null }
  /** Some connections are counted rightly; `share` is 0..1. */
  | { readonly kind: 'partial'; readonly match: StructureMatch; readonly share: number }
  | { readonly kind: 'incorrect' }

const SURE_SHARE = 0.5
const FEW = 2

/**
 * What is wrong with an expression of the given value. A right value is right however it is written. Otherwise what the
 * addends show goes before what the number alone suggests, unless the number is that of a single known slip.
 */
export function diagnose(network: Network, node: Expression, value: bigint): Diagnosis {
  if (value === BigInt(parameterCount(network))) return { kind: 'correct' }
  const terms = unwrapped(node).kind === 'number' ? null : additiveTerms(node)
  const match = terms === null ? null : matchStructure(network, terms)
  let double: readonly Slip[] | null = null
  if (match !== null && match.wrong.length === 0 && match.extra.length === 0) {
    const slips = slipsOfMissing(network, match.missing)
    if (slips?.length === 1 || (slips !== null && showsProducts(match)))
      return { kind: 'slips', slips, match }
    double = slips
  }
  const isProduct = hasWrongProduct(match)
  const single = isProduct ? null : findSlip(network, value, 1)
  if (single !== null) return { kind: 'slips', slips: single.slips, match }
  if (double !== null) return { kind: 'slips', slips: double, match }
  const share = match === null ? 0 : matchedShare(match)
  const isSure = match !== null && share >= SURE_SHARE && match.wrong.length + match.extra.length <= FEW
  if (isSure) return { kind: 'partial', match, share }
  const pair = isProduct ? null : findSlip(network, value)
  if (pair !== null) return { kind: 'slips', slips: pair.slips, match }
  return match !== null && share > 0 ? { kind: 'partial', match, share } : { kind: 'incorrect' }
}

/** Bare sums such as 62+3 fit the network in more than one way; products show what is meant. */
const showsProducts = ({ matched }: StructureMatch): boolean =>
  matched.some(({ term }) => term.factors.length > 1)

/** 6×6 where 6×5 belongs, and all else in place: the product is what is wrong, whatever the sum happens to be. */
function hasWrongProduct(match: StructureMatch | null): boolean {
  if (match === null || match.missing.length > 0 || match.extra.length > 0) return false
  const [only] = match.wrong
  return match.wrong.length === 1 && only !== undefined && only.term.factors.length > 1
}

/** Missing units as one or two modelled slips, or null where they are none (weights alone, or more than two). */
function slipsOfMissing({ sizes, biases }: Network, missing: readonly Unit[]): readonly Slip[] | null {
  const depth = sizes.length - 1
  const layersOf = (what: Unit['what']) =>
    missing.filter((unit) => unit.what === what).map(({ layer }) => layer)
  const weights = layersOf('weights')
  const lacking = layersOf('biases')
  if (biases && weights.length === depth && lacking.length === 0) return [{ kind: 'weights-missing' }]
  if (weights.length === depth || (biases && !weights.every((layer) => lacking.includes(layer)))) return null
  const slips: Slip[] = []
  if (biases && lacking.length === depth) slips.push({ kind: 'biases-missing' })
  else {
    for (const layer of lacking) {
      if (!weights.includes(layer)) slips.push({ kind: 'layer-biases-missing', layer })
    }
  }
  for (const layer of weights) slips.push({ kind: 'connection-missing', layer })
  return slips.length >= 1 && slips.length <= 2 ? slips : null
}
