import { createRng } from '@/lib/core/rng'
import type { Network } from '@/lib/grading/parameter-count/network'
import type { Params } from './params'
import type { Settings } from './settings'
import { offeredNetworks } from './variants'

const paramsOf = ({ sizes, biases }: Network): Params => ({
  inputs: sizes[0] ?? 1,
  hidden: sizes.slice(1, -1),
  outputs: sizes.at(-1) ?? 1,
  biases,
})

/** One of the offered networks, each equally likely. */
export const generate = (seed: string, settings: Settings): Params =>
  paramsOf(createRng(seed).pick(offeredNetworks(settings)))

/** Every offered network. */
export function* enumerate(settings: Settings): Generator<Params> {
  for (const network of offeredNetworks(settings)) yield paramsOf(network)
}
