import { createRng } from '@/lib/core/rng'
import type { ConvOutputParams } from './params'
import type { ConvOutputSettings } from './settings-fields'
import { type VariantSpace, variantSpace } from './space'

/** Settings that were parsed always have a space; others are a programming error. */
function certainSpace(settings: ConvOutputSettings): VariantSpace {
  const space = variantSpace(settings)
  if (!space.ok) throw new RangeError('conv-output: these settings allow no variant')
  return space.value
}

/** Draws a form, then one of its variants, each equally likely: rare forms are not drowned by numerous ones. */
export function generate(seed: string, settings: ConvOutputSettings): ConvOutputParams {
  const rng = createRng(seed)
  const form = rng.pick(settings.forms)
  return rng.pick(certainSpace(settings).get(form) ?? [])
}

export function* enumerate(settings: ConvOutputSettings): Generator<ConvOutputParams> {
  for (const variants of certainSpace(settings).values()) yield* variants
}
