import type { JsonObject } from '@/lib/core/json'
import { countingAttempt } from '../counting'
import type { ExamRules } from '../rules'
import { type Description, describe, mean } from './describe'
import { type Discrimination, discrimination } from './discrimination'
import { type Fairness, fairness } from './fairness'
import { type Bin, histogram } from './histogram'
import { type ParameterValue, parametersOf } from './parameters'
import { type Reliability, reliability } from './reliability'
import type { ScoreTable } from './score-table'

/** A closed attempt as statistics see it. */
export interface MeasuredAttempt {
  readonly attemptId: string
  readonly userId: string
  readonly number: number
  readonly closedAt: Date | null
  readonly items: readonly MeasuredItem[]
}

export interface MeasuredItem {
  /** Place in the exam. */
  readonly slot: number
  readonly params: JsonObject
  readonly points: number
  /** Hundredths; null without a grade. */
  readonly awarded: number | null
  readonly needsReview: boolean
  /** Seconds between the save before and each of its own; null where nothing was saved. */
  readonly seconds: number | null
  readonly parts: readonly MeasuredPart[]
}

export interface MeasuredPart {
  readonly id: string
  readonly code: string
  readonly criteria: readonly { readonly id: string; readonly decision: string }[]
}

export interface Share {
  /** Code of a part, or decision about a criterion. */
  readonly name: string
  readonly count: number
}

export interface ProblemStatistics {
  readonly slot: number
  readonly points: number
  /** Students who have the problem and a grade for it. */
  readonly n: number
  readonly scores: Description
  readonly bins: readonly Bin[]
  /** Mean share of the points, 0..1: the difficulty index of classical test theory, high where easy. */
  readonly difficulty: number | null
  readonly discrimination: Discrimination | null
  /** Minutes of those who saved anything. */
  readonly minutes: Description
  readonly parts: readonly {
    readonly id: string
    /** Most frequent first. */
    readonly codes: readonly Share[]
    readonly criteria: readonly { readonly id: string; readonly decisions: readonly Share[] }[]
  }[]
}

export interface ExamStatistics {
  /** Students with a closed attempt; each counts once, by the attempt that counts. */
  readonly students: number
  readonly attempts: number
  /** Of these, answers that wait for a person, and answers without a grade. */
  readonly needsReview: number
  readonly ungraded: number
  readonly possible: number
  readonly totals: Description
  readonly bins: readonly Bin[]
  readonly reliability: Reliability | null
  readonly problems: readonly ProblemStatistics[]
  readonly fairness: Fairness
}

/** Students that fairness is tested on at most: a random share of more finds what matters in bounded time. */
export const MOST_FOR_FAIRNESS = 2000

/** All statistics of an exam. Deterministic: chance comes from the seed. */
export function examStatistics(
  attempts: readonly MeasuredAttempt[],
  counts: ExamRules['counts'],
  seed: string,
): ExamStatistics {
  const counting = countingOnes(attempts, counts)
  const slots = [...new Set(counting.flatMap(({ items }) => items.map(({ slot }) => slot)))].sort(
    (a, b) => a - b,
  )
  const bySlot = counting.map(({ items }) => new Map(items.map((item) => [item.slot, item])))
  const table: ScoreTable = {
    problems: slots.map(String),
    rows: bySlot.map((items) => slots.map((slot) => items.get(slot)?.awarded ?? null)),
  }
  const pointsOf = slots.map((slot) => Math.max(0, ...bySlot.map((items) => items.get(slot)?.points ?? 0)))
  const totals = counting.flatMap(({ items }) => totalOf(items) ?? [])
  const possible = Math.max(
    0,
    ...counting.map(({ items }) => items.reduce((sum, { points }) => sum + points, 0)),
  )
  const all = counting.flatMap(({ items }) => items)
  return {
    students: counting.length,
    attempts: attempts.length,
    needsReview: all.filter(({ needsReview }) => needsReview).length,
    ungraded: all.filter(({ awarded }) => awarded === null).length,
    possible,
    totals: describe(totals),
    bins: histogram(totals, Math.max(1, possible)),
    reliability: reliability(table),
    problems: slots.map((slot, problem) =>
      problemStatistics(
        slot,
        pointsOf[problem] ?? 0,
        bySlot.flatMap((items) => items.get(slot) ?? []),
        discrimination(table, problem),
      ),
    ),
    fairness: fairness({
      table: { ...table, rows: table.rows.slice(0, MOST_FOR_FAIRNESS) },
      points: pointsOf,
      parameters: bySlot.slice(0, MOST_FOR_FAIRNESS).map((items) =>
        slots.map((slot): ReadonlyMap<string, ParameterValue> | null => {
          const item = items.get(slot)
          return item ? parametersOf(item.params) : null
        }),
      ),
      seed,
    }),
  }
}

const totalOf = (items: readonly MeasuredItem[]): number | null =>
  items.reduce<number | null>(
    (sum, { awarded }) => (sum === null || awarded === null ? null : sum + awarded),
    0,
  )

/** The attempt that counts of each student, in the order of attempt ids, which is by chance. */
function countingOnes(
  attempts: readonly MeasuredAttempt[],
  counts: ExamRules['counts'],
): readonly MeasuredAttempt[] {
  const byStudent = new Map<string, (MeasuredAttempt & { awarded: number | null })[]>()
  for (const attempt of attempts) {
    const own = byStudent.get(attempt.userId) ?? []
    own.push({ ...attempt, awarded: totalOf(attempt.items) })
    byStudent.set(attempt.userId, own)
  }
  return [...byStudent.values()].flatMap((own) => countingAttempt(counts, own) ?? [])
}

function problemStatistics(
  slot: number,
  points: number,
  items: readonly MeasuredItem[],
  found: Discrimination | null,
): ProblemStatistics {
  const graded = items.flatMap(({ awarded }) => (awarded === null ? [] : [awarded]))
  const average = mean(graded)
  const minutes = items.flatMap(({ seconds }) => (seconds === null ? [] : [seconds / 60]))
  const parts = new Map<string, { codes: Map<string, number>; criteria: Map<string, Map<string, number>> }>()
  const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const part of items.flatMap((item) => item.parts)) {
    const own = parts.get(part.id) ?? { codes: new Map(), criteria: new Map() }
    parts.set(part.id, own)
    count(own.codes, part.code)
    for (const { id, decision } of part.criteria) {
      const decisions = own.criteria.get(id) ?? new Map<string, number>()
      own.criteria.set(id, decisions)
      count(decisions, decision)
    }
  }
  const shares = (counts: Map<string, number>): Share[] =>
    [...counts]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  return {
    slot,
    points,
    n: graded.length,
    scores: describe(graded),
    bins: histogram(graded, Math.max(1, points)),
    difficulty: average === null || points === 0 ? null : average / points,
    discrimination: found,
    minutes: describe(minutes),
    parts: [...parts].map(([id, { codes, criteria }]) => ({
      id,
      codes: shares(codes),
      criteria: [...criteria].map(([id, decisions]) => ({ id, decisions: shares(decisions) })),
    })),
  }
}
