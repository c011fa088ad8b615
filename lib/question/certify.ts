import type { JsonObject } from '@/lib/core/json'
import type { Mistake } from './contract'
import type { Question } from './define-question'

/** Two ways, one of them perhaps the right one, that lead to the same value in one variant. */
export interface Collision {
  readonly params: JsonObject
  readonly part: string
  readonly value: string
  /** Names of the two ways; 'key' stands for the right answer. */
  readonly ways: readonly [string, string]
}

export interface EffortSummary {
  readonly min: number
  readonly median: number
  readonly max: number
  /** Largest distance from the median as a share of the median. */
  readonly spread: number
}

/** What was found by going through every variant that a type's settings allow. */
export interface Certificate {
  readonly slug: string
  readonly variants: number
  /** Pairs of values that were compared. */
  readonly pairs: number
  readonly collisions: number
  /** The first collision, if any. */
  readonly example: Collision | null
  /** Variants that occur more than once, or whose reference response does not earn everything. */
  readonly defects: readonly string[]
  readonly effort: EffortSummary
}

/** Largest allowed distance of a variant's effort from the median, unless an author widens it. */
export const largestEffortSpread = 0.1

/** @param widest how far efforts may lie apart, where an author has widened it */
export const isCertified = (
  { variants, collisions, defects, effort }: Certificate,
  widest = largestEffortSpread,
): boolean => variants > 0 && collisions === 0 && defects.length === 0 && effort.spread <= widest

/** Median of the sorted values: the lower middle one, so that it is the effort of an actual variant. */
export function summarizeEffort(efforts: readonly number[]): EffortSummary {
  const sorted = [...efforts].sort((a, b) => a - b)
  const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  const min = sorted[0] ?? 0
  const max = sorted.at(-1) ?? 0
  const spread = median === 0 ? 0 : Math.max(max - median, median - min) / median
  return { min, median, max, spread }
}

/** The first two mistakes of a part whose values are written alike. */
function sameValues(mistakes: readonly Mistake[]): readonly (readonly [Mistake, Mistake])[] {
  const byValue = new Map<string, Mistake>()
  const found: (readonly [Mistake, Mistake])[] = []
  for (const mistake of mistakes) {
    const place = `${mistake.part} ${mistake.value}`
    const earlier = byValue.get(place)
    if (earlier === undefined) byValue.set(place, mistake)
    else found.push([earlier, mistake])
  }
  return found
}

/**
 * The collisions of one variant. Beside comparing the values as written, each is graded as a bare answer: the grader
 * has to call it by its own name, so values that only the grader knows to be equal are found too.
 */
export function findCollisions(
  question: Question,
  params: JsonObject,
  settings: unknown = {},
): readonly Collision[] {
  const mistakes = question.mistakes(params, settings)
  const written = sameValues(mistakes).map(
    ([first, second]): Collision => ({
      params,
      part: second.part,
      value: second.value,
      ways: [first.id, second.id],
    }),
  )
  const graded = mistakes.flatMap(({ id, part, value }): readonly Collision[] => {
    const { parts } = question.grade(params, { [part]: value }, settings)
    const code = parts.find((result) => result.id === part)?.code
    if (code === id) return []
    return [{ params, part, value, ways: [code === 'correct' ? 'key' : (code ?? 'nothing'), id] }]
  })
  return [...written, ...graded]
}

/** Values compared in one variant: in each part the key and every mistake, pairwise. */
function countPairs(mistakes: readonly Mistake[]): number {
  const sizes = new Map<string, number>()
  for (const { part } of mistakes) sizes.set(part, (sizes.get(part) ?? 1) + 1)
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}

/** Goes through every variant of the settings (the default ones unless given). */
export function certify(question: Question, settings: unknown = {}): Certificate {
  const steps = certifySteps(question, settings)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/**
 * Looks at the one variant that an author gives to everybody. No known wrong way may lead to its key; two wrong ways
 * that meet in it are the author's to accept.
 */
export function certifyFixed(question: Question, params: JsonObject, settings: unknown): Certificate {
  const whole = certify({ ...question, enumerate: () => [params] }, settings)
  const found = findCollisions(question, params, settings).filter(({ ways }) => ways.includes('key'))
  return { ...whole, collisions: found.length, example: found[0] ?? null }
}

/** The same a variant at a time, for those who must let others work between: yields what was found so far. */
export function* certifySteps(
  question: Question,
  settings: unknown = {},
): Generator<() => Certificate, Certificate> {
  const seen = new Set<string>()
  const efforts: number[] = []
  const defects: string[] = []
  let pairs = 0
  let collisions = 0
  let example: Collision | null = null
  const soFar = (): Certificate => {
    const effort = summarizeEffort(efforts)
    return { slug: question.slug, variants: efforts.length, pairs, collisions, example, defects, effort }
  }
  for (const params of question.enumerate(settings)) {
    const name = JSON.stringify(params)
    if (seen.has(name)) defects.push(`enumerated twice: ${name}`)
    seen.add(name)
    if (question.grade(params, question.reference(params, settings), settings).score !== 1) {
      defects.push(`the reference response does not earn everything: ${name}`)
    }
    const found = findCollisions(question, params, settings)
    collisions += found.length
    example ??= found[0] ?? null
    pairs += countPairs(question.mistakes(params, settings))
    efforts.push(question.effort(params, settings))
    yield soFar
  }
  return soFar()
}
