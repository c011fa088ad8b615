import { createRng } from '@/lib/core/rng'
import { covariance, mean } from './describe'
import { holm } from './multiple-tests'
import type { ParameterValue } from './parameters'
import { permutationTest } from './permutation'
import { ranks } from './ranks'
import { columnOf, restScores, type ScoreTable } from './score-table'

/** Chance of any false alarm in an exam whose variants are all fair: below the promised 5 %, which it then keeps by far. */
export const ALPHA = 0.03
/** Fewer students than this, and nothing is tested. */
export const FEWEST_FOR_FAIRNESS = 30
/** A value that fewer students have is left out of a comparison of values. */
export const FEWEST_PER_VALUE = 5
/** More different values than this are compared only where they are numbers, by their order. */
const MOST_VALUES = 12

/** Students with one value of a parameter, or with a range of them. */
export interface Level {
  /** One value, or from–to. */
  readonly from: ParameterValue
  readonly to: ParameterValue
  readonly n: number
  /** Mean share of the problem's points, 0..1. */
  readonly mean: number
  /** Mean of what they got above what was to be expected of students as able as they, as a share of the points. */
  readonly beyondAbility: number
}

export interface ParameterTest {
  readonly problem: number
  readonly parameter: string
  readonly n: number
  /** By order: larger numbers against smaller ones. By value: each against the others. */
  readonly kind: 'order' | 'value'
  readonly p: number
  /** Corrected for all tests of the exam (Holm). */
  readonly corrected: number
  readonly unfair: boolean
  /** Between the best and the worst level, as a share of the points and for students of equal ability. */
  readonly gap: number
  readonly levels: readonly Level[]
}

export interface Fairness {
  readonly tests: readonly ParameterTest[]
  /** Parameters that vary, but about which too few data exist. */
  readonly tooFew: readonly { readonly problem: number; readonly parameter: string; readonly n: number }[]
}

/**
 * Whether the points at a problem depend on the variant that a student happened to get.
 *
 * Variants are drawn at random, so that shuffling them over the students is what chance could have done: a
 * randomization test is exact whatever the scores are distributed like. Ability is taken out first, by the residuals
 * of a regression on the rest score (Rosenbaum, Covariance adjustment in randomized experiments and observational
 * studies, Statistical Science 17, 2002), which makes the test sharper and leaves it exact. Numbers of more than two
 * values are tested by Spearman's rank correlation, all else by the H of Kruskal & Wallis. All tests of an exam are
 * corrected together by Holm's method. Deterministic by the seed.
 *
 * @param points of each problem, hundredths
 * @param parameters for each student, by problem: the parameters of their variant; null where they have none
 */
export function fairness(input: {
  readonly table: ScoreTable
  readonly points: readonly number[]
  readonly parameters: readonly (readonly (ReadonlyMap<string, ParameterValue> | null)[])[]
  readonly seed: string
}): Fairness {
  const found = input.table.problems.flatMap((_, problem) => candidatesOf(input, problem))
  const testable = found.filter((each) => each.enough)
  const most = Math.max(1999, Math.ceil((5 * testable.length) / ALPHA))
  const ps = testable.map((each) => pValue(each, most, input.seed))
  const corrected = holm(ps)
  return {
    tests: testable.map((each, i) => {
      const levels = levelsOf(each)
      const beyond = levels.map(({ beyondAbility }) => beyondAbility)
      return {
        problem: each.problem,
        parameter: each.parameter,
        n: each.values.length,
        kind: each.kind,
        p: ps[i] ?? 1,
        corrected: corrected[i] ?? 1,
        unfair: (corrected[i] ?? 1) <= ALPHA,
        gap: Math.max(...beyond) - Math.min(...beyond),
        levels,
      }
    }),
    tooFew: found
      .filter((each) => !each.enough)
      .map(({ problem, parameter, values }) => ({ problem, parameter, n: values.length })),
  }
}

interface Candidate {
  readonly problem: number
  readonly parameter: string
  readonly kind: 'order' | 'value'
  readonly enough: boolean
  /** By student who has the parameter. */
  readonly values: readonly ParameterValue[]
  readonly shares: readonly number[]
  readonly residuals: readonly number[]
}

/** Every parameter of a problem that has more than one value. */
function candidatesOf(
  { table, points, parameters }: Parameters<typeof fairness>[0],
  problem: number,
): Candidate[] {
  const rest = restScores(table, problem)
  const max = points[problem] ?? 1
  const students = columnOf(table, problem).flatMap((own, i) => {
    const own2 = parameters[i]?.[problem]
    return own === null || !own2 ? [] : [{ share: own / max, rest: rest[i] ?? 0, parameters: own2 }]
  })
  const residuals = residualsOf(
    students.map(({ share }) => share),
    students.map(({ rest }) => rest),
  )
  const names = [...new Set(students.flatMap(({ parameters }) => [...parameters.keys()]))]
  return names.flatMap((parameter) => {
    const having = students.flatMap(({ share, parameters }, i) => {
      const value = parameters.get(parameter)
      return value === undefined ? [] : [{ value, share, residual: residuals[i] ?? 0 }]
    })
    const counts = new Map<ParameterValue, number>()
    for (const { value } of having) counts.set(value, (counts.get(value) ?? 0) + 1)
    if (counts.size < 2) return []
    const kind =
      counts.size > 2 && [...counts.keys()].every((value) => typeof value === 'number') ? 'order' : 'value'
    // Words of which everybody has another are no parameter.
    if (kind === 'value' && counts.size > MOST_VALUES) return []
    const kept =
      kind === 'order' ? having : having.filter(({ value }) => (counts.get(value) ?? 0) >= FEWEST_PER_VALUE)
    const enough = kept.length >= FEWEST_FOR_FAIRNESS && new Set(kept.map(({ value }) => value)).size > 1
    const used = enough ? kept : having
    return [
      {
        problem,
        parameter,
        kind,
        enough,
        values: used.map(({ value }) => value),
        shares: used.map(({ share }) => share),
        residuals: used.map(({ residual }) => residual),
      } satisfies Candidate,
    ]
  })
}

/** What is left of the scores after the straight line on the rest scores; without a spread of these, after the mean. */
function residualsOf(scores: readonly number[], rest: readonly number[]): number[] {
  const [meanScore, meanRest] = [mean(scores) ?? 0, mean(rest) ?? 0]
  const spread = covariance(rest, rest) ?? 0
  const slope = spread > 0 ? (covariance(scores, rest) ?? 0) / spread : 0
  return scores.map((score, i) => score - meanScore - slope * ((rest[i] ?? 0) - meanRest))
}

function pValue(
  { problem, parameter, kind, values, residuals }: Candidate,
  most: number,
  seed: string,
): number {
  const n = values.length
  const rng = createRng(`${seed}/${problem}/${parameter}`)
  const ranked = Float64Array.from(ranks(residuals))
  const middle = (n + 1) / 2
  if (kind === 'order') {
    const xs = Float64Array.from(ranks(values.map(Number)), (rank) => rank - middle)
    // All else in Spearman's coefficient is the same for every order.
    return permutationTest(
      n,
      (order) => {
        let total = 0
        for (let i = 0; i < n; i += 1) total += (xs[i] as number) * (ranked[order[i] as number] as number)
        return Math.abs(total)
      },
      most,
      rng,
    )
  }
  const known = [...new Set(values)]
  const groups = Int32Array.from(values, (value) => known.indexOf(value))
  const sizes = known.map((value) => values.filter((each) => each === value).length)
  const sums = new Float64Array(known.length)
  // H grows with Σ (rank sum)²/size, and all else in it is the same for every order.
  return permutationTest(
    n,
    (order) => {
      sums.fill(0)
      for (let i = 0; i < n; i += 1) {
        const group = groups[i] as number
        sums[group] = (sums[group] as number) + (ranked[order[i] as number] as number) - middle
      }
      let total = 0
      for (let g = 0; g < sizes.length; g += 1) total += (sums[g] as number) ** 2 / (sizes[g] as number)
      return total
    },
    most,
    rng,
  )
}

const LEVELS_OF_ORDER = 3

/** The values one by one; ordered ones of which there are many, in thirds of the students. */
function levelsOf({ kind, values, shares, residuals }: Candidate): Level[] {
  const entries = values.map((value, i) => ({ value, share: shares[i] ?? 0, residual: residuals[i] ?? 0 }))
  const known = [...new Set(values)].sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1,
  )
  const cuts: ParameterValue[][] = []
  if (kind === 'value' || known.length <= LEVELS_OF_ORDER + 1) cuts.push(...known.map((value) => [value]))
  else {
    let seen = 0
    for (const value of known) {
      const third = Math.min(LEVELS_OF_ORDER - 1, Math.floor((seen * LEVELS_OF_ORDER) / values.length))
      cuts[third] = [...(cuts[third] ?? []), value]
      seen += values.filter((each) => each === value).length
    }
  }
  return cuts.filter(Boolean).map((of) => {
    const own = entries.filter(({ value }) => of.includes(value))
    return {
      from: of[0] as ParameterValue,
      to: of.at(-1) as ParameterValue,
      n: own.length,
      mean: mean(own.map(({ share }) => share)) ?? 0,
      beyondAbility: mean(own.map(({ residual }) => residual)) ?? 0,
    }
  })
}
