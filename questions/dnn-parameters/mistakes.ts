import type { Localized } from '@/lib/core/localized'
import { modelledSlips } from '@/lib/grading/parameter-count/modelled-slips'
import type { Network } from '@/lib/grading/parameter-count/network'
import { type Slip, slipId } from '@/lib/grading/parameter-count/slip'
import { tallyValue } from '@/lib/grading/parameter-count/tally'
import type { Mistake } from '@/lib/question/contract'
import type { Credit } from './settings'
import { slipWords } from './slip-words'

/** One or two slips by name ('biases-missing+connection-missing-output'), with what they earn and what to say. */
export interface NamedSlips {
  readonly id: string
  readonly credit: number
  readonly title: Localized
  readonly feedback: Localized
}

/** Shares are kept to four places, so that 0.1 × 0.2 is 0.02. */
export const rounded = (share: number): number => Math.round(share * 10_000) / 10_000

const joined = (parts: readonly Localized[], between: string): Localized => ({
  ko: parts.map(({ ko }) => ko).join(between),
  en: parts.map(({ en }) => en).join(between),
})

/** By depth and id: a few hundred. */
const known = new Map<string, Omit<NamedSlips, 'credit'>>()

function wordsOf(slips: readonly Slip[], depth: number): Omit<NamedSlips, 'credit'> {
  const id = slips.map((slip) => slipId(slip, depth)).join('+')
  const name = `${depth} ${id}`
  const found = known.get(name)
  if (found !== undefined) return found
  const said = slips.map((slip) => slipWords(slip, depth))
  const titles = said.map(({ title }) => title)
  const feedback = said.map((words) => words.feedback)
  const words = { id, title: joined(titles, ' + '), feedback: joined(feedback, ' ') }
  known.set(name, words)
  return words
}

export function nameSlips(slips: readonly Slip[], depth: number, credit: Credit): NamedSlips {
  const { id, title, feedback } = wordsOf(slips, depth)
  const share = rounded(slips.reduce((product, { kind }) => product * credit[kind], 1))
  return { id, credit: share, title, feedback }
}

/** Every known wrong way and every pair of them that can be made at once, single ones first. */
export function mistakes({ sizes, biases }: Network, credit: Credit): readonly Mistake[] {
  const depth = sizes.length - 1
  return modelledSlips(depth, biases).map(({ slips, tally }) => ({
    ...nameSlips(slips, depth, credit),
    part: 'total',
    value: String(tallyValue(tally, sizes)),
  }))
}
