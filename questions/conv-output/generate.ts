import { createRng } from '@/lib/core/rng'
import type { ConvOutputParams } from './params'
import type { ConvOutputSettings } from './settings-fields'
import { variantSpace } from './space'

/** Draws a form, then one of its variants, each equally likely: rare forms are not drowned by numerous ones. */
export function generate(seed: string, settings: ConvOutputSettings): ConvOutputParams {
  const rng = createRng(seed)
  const space = variantSpace(settings)
  const form = rng.pick(settings.forms)
  return rng.pick(space.get(form) ?? [])
}

export function* enumerate(settings: ConvOutputSettings): Generator<ConvOutputParams> {
  for (const variants of variantSpace(settings).values()) yield* variants
}
