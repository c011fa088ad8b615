import { createRng } from '@/lib/core/rng'
import { behaviourOf, decisiveExplode, decisiveVanish, logBound, steadyRange } from './behaviour'
import { clashes } from './mistake-values'
import type { Activation, Params } from './params'
import { type BehaviourChoice, possible, type Settings } from './settings'

/** Weights with few decimals to choose from; together with a length they must meet the kind's margin. */
const decaying = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9]
const growing = [1.1, 1.2, 1.25, 1.3, 1.4, 1.5, 1.6, 1.8, 2]
const nearOne = [0.93, 0.94, 0.95, 0.96, 0.97, 1.03, 1.04, 1.05, 1.06]
const weights: Readonly<Record<Activation, Readonly<Record<BehaviourChoice, readonly number[]>>>> = {
  tanh: { vanish: decaying, explode: [], neither: growing },
  sigmoid: { vanish: [0.6, 0.7, 0.8, 0.9, 1.2, 1.5, 1.6, 2, 2.5], explode: [], neither: [5, 6, 7, 8, 9] },
  relu: { vanish: decaying, explode: growing, neither: nearOne },
  linear: { vanish: decaying, explode: growing, neither: nearOne },
}

function decided(params: Params, behaviour: BehaviourChoice): boolean {
  const size = logBound(params) ?? 0
  const verdict = behaviourOf(params)
  if (behaviour === 'vanish') return verdict === 'vanish' && size <= decisiveVanish
  if (behaviour === 'explode') return verdict === 'explode' && size >= decisiveExplode
  if (verdict === 'undetermined') return size >= decisiveExplode
  return verdict === 'steady' && size >= steadyRange[0] && size <= steadyRange[1]
}

/** Every variant of one kind within the settings, each decided by its numbers and free of clashing mistakes. */
function variantsOf(settings: Settings, activation: Activation, behaviour: BehaviourChoice): Params[] {
  return weights[activation][behaviour].flatMap((recurrentWeight) =>
    settings.lengths
      .map((sequenceLength): Params => ({ activation, recurrentWeight, sequenceLength, hiddenLayers: 1 }))
      .filter((params) => decided(params, behaviour) && !clashes(params)),
  )
}

/** The kinds that the settings allow, each with its variants; kinds without a variant are left out. */
function kinds(settings: Settings): Params[][] {
  const found: Params[][] = []
  for (const activation of settings.activations) {
    for (const behaviour of settings.behaviours) {
      if (!possible(activation, behaviour)) continue
      const variants = variantsOf(settings, activation, behaviour)
      if (variants.length > 0) found.push(variants)
    }
  }
  return found
}

const inWords = (settings: Settings): Params[] =>
  settings.activations
    .filter((activation) => activation === 'tanh' || activation === 'sigmoid')
    .map((activation) => ({ activation, recurrentWeight: null, sequenceLength: null, hiddenLayers: 1 }))

const standard: Params = { activation: 'tanh', recurrentWeight: null, sequenceLength: null, hiddenLayers: 1 }

/** One variant for the seed: the kind first, so that kinds with many numbers are not drawn more often. */
export function generate(seed: string, settings: Settings): Params {
  const rng = createRng(seed)
  const choices = settings.numbers ? kinds(settings) : [inWords(settings)].filter((list) => list.length > 0)
  if (choices.length === 0) return standard
  return rng.pick(rng.pick(choices))
}

export function* enumerate(settings: Settings): Iterable<Params> {
  const choices = settings.numbers ? kinds(settings) : [inWords(settings)]
  let count = 0
  for (const variants of choices) {
    for (const params of variants) {
      count += 1
      yield params
    }
  }
  if (count === 0) yield standard
}
