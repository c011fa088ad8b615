import { err, ok, type Result } from '@/lib/core/result'
import { convOutputKey, type Extent } from './arithmetic'
import { candidates, countCandidates } from './candidates'
import { effort } from './effort'
import type { ConvOutputParams } from './params'
import type { ConvOutputSettings, VariantForm } from './settings-fields'
import { askedParts } from './slips'
import { wrongTurns } from './wrong-values'

/** The variants that the settings allow, by form; a form without one is an empty list. */
export type VariantSpace = ReadonlyMap<VariantForm, readonly ConvOutputParams[]>

/** A number of its own for every pair of halves below 2^25; negative ones included. */
const numbered = ({ height, width }: Extent): number => height * 2 ** 27 + width * 2

/** Whether the key and all modelled wrong values of each part differ pairwise. */
export function isDiagnosable(params: ConvOutputParams): boolean {
  const key = convOutputKey(params)
  return askedParts(params).every((part) => {
    const seen = new Set([numbered(key[part])])
    return wrongTurns(part, params, key).every(({ extent }) => {
      const before = seen.size
      return seen.add(numbered(extent)).size > before
    })
  })
}

interface Window {
  readonly low: number
  readonly high: number
}

/** Counts of variants by effort, for each form. */
type EffortCounts = ReadonlyMap<VariantForm, ReadonlyMap<number, number>>

const countWithin = (counts: ReadonlyMap<number, number>, low: number, high: number): number =>
  [...counts].reduce((sum, [value, count]) => (value >= low && value <= high ? sum + count : sum), 0)

function medianWithin(totals: readonly (readonly [number, number])[]): number {
  const count = totals.reduce((sum, [, each]) => sum + each, 0)
  let seen = 0
  for (const [value, each] of totals) {
    seen += each
    if (2 * seen >= count) return value
  }
  return 0
}

/**
 * The range of efforts in which no variant is further from the median than the spread allows: the one in which the
 * rarest form has the most variants, and among those the one with the most variants in all.
 */
function fairestWindow(counts: EffortCounts, spread: number): Window {
  const totals = new Map<number, number>()
  for (const form of counts.values()) {
    for (const [value, count] of form) totals.set(value, (totals.get(value) ?? 0) + count)
  }
  const sorted = [...totals].sort(([a], [b]) => a - b)
  let best = { low: 0, high: -1, rarest: -1, count: 0 }
  sorted.forEach(([low], from) => {
    for (let to = from; to < sorted.length; to += 1) {
      const inside = sorted.slice(from, to + 1)
      const high = inside.at(-1)?.[0] ?? low
      if (high > (low * (1 + spread)) / Math.max(0.01, 1 - spread)) return
      const median = medianWithin(inside)
      if (low < median * (1 - spread) || high > median * (1 + spread)) continue
      const rarest = Math.min(...[...counts.values()].map((form) => countWithin(form, low, high)))
      const count = countWithin(totals, low, high)
      if (rarest > best.rarest || (rarest === best.rarest && count > best.count))
        best = { low, high, rarest, count }
    }
  })
  return best
}

function build(settings: ConvOutputSettings): VariantSpace {
  const rated = settings.forms.map((form) => {
    const variants = [...candidates(form, settings)].filter(isDiagnosable)
    return { form, variants: variants.map((params) => ({ params, effort: effort(params) })) }
  })
  const counts = new Map(
    rated.map(({ form, variants }) => {
      const byEffort = new Map<number, number>()
      for (const variant of variants) byEffort.set(variant.effort, (byEffort.get(variant.effort) ?? 0) + 1)
      return [form, byEffort]
    }),
  )
  const { low, high } = fairestWindow(counts, settings.effortSpread)
  const inWindow = (variant: { effort: number }) => variant.effort >= low && variant.effort <= high
  return new Map(
    rated.map(({ form, variants }) => [form, variants.filter(inWindow).map(({ params }) => params)]),
  )
}

/** Why settings have no space: `form` is null where the ranges combine to more than anybody wants to wait for. */
export interface SpaceProblem {
  readonly form: VariantForm | null
}

const mostCandidates = 200_000

function survey(settings: ConvOutputSettings): Result<VariantSpace, SpaceProblem> {
  if (countCandidates(settings) > mostCandidates) return err({ form: null })
  const space = build(settings)
  const missing = settings.forms.find((form) => (space.get(form) ?? []).length === 0)
  return missing === undefined ? ok(space) : err({ form: missing })
}

const remembered = new Map<string, Result<VariantSpace, SpaceProblem>>()
const mostRemembered = 8

/** The space of these settings; the last few are kept: an exam draws from the same ones again and again. */
export function variantSpace(settings: ConvOutputSettings): Result<VariantSpace, SpaceProblem> {
  const { forms, image, kernel, dilation, stride, padding, effortSpread } = settings
  const name = JSON.stringify([forms, image, kernel, dilation, stride, padding, effortSpread])
  const known = remembered.get(name)
  if (known !== undefined) return known
  const space = survey(settings)
  const oldest = remembered.keys().next().value
  if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest)
  remembered.set(name, space)
  return space
}
