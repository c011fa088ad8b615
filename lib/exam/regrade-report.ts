import { countingAttempt } from './counting'
import type { ExamRules } from './rules'
import { type Description, describe } from './statistics/describe'
import { type Bin, histogram } from './statistics/histogram'

/** An attempt with its totals before and after, in hundredths; null while a problem has no grade. */
export interface RegradedAttempt {
  readonly attemptId: string
  readonly number: number
  readonly closedAt: Date | null
  readonly student: { readonly id: string; readonly name: string; readonly email: string | null }
  readonly before: number | null
  readonly after: number | null
  readonly possible: number
}

/** One student by the attempt that counts, which a regrade may change. */
export interface RegradedStudent {
  readonly student: RegradedAttempt['student']
  readonly attemptId: string
  readonly before: number | null
  readonly after: number | null
  /** Whether the pass mark was or will be reached. */
  readonly passedBefore: boolean
  readonly passedAfter: boolean
}

export interface RegradeReport {
  readonly students: number
  /** Most change first. */
  readonly changed: readonly RegradedStudent[]
  readonly risen: number
  readonly fallen: number
  readonly newlyPassing: number
  readonly newlyFailing: number
  readonly before: Description
  readonly after: Description
  readonly binsBefore: readonly Bin[]
  readonly binsAfter: readonly Bin[]
  readonly possible: number
}

/** What a regrade does to the students of an exam, each by the attempt that counts then. */
export function regradeReport(
  attempts: readonly RegradedAttempt[],
  counts: ExamRules['counts'],
  passPercent: number,
): RegradeReport {
  const byStudent = new Map<string, RegradedAttempt[]>()
  for (const attempt of attempts)
    byStudent.set(attempt.student.id, [...(byStudent.get(attempt.student.id) ?? []), attempt])
  const possible = Math.max(0, ...attempts.map((attempt) => attempt.possible))
  const students = [...byStudent.values()].flatMap((own): RegradedStudent[] => {
    const then = countingAttempt(
      counts,
      own.map((attempt) => ({ ...attempt, awarded: attempt.before })),
    )
    const now = countingAttempt(
      counts,
      own.map((attempt) => ({ ...attempt, awarded: attempt.after })),
    )
    if (!then || !now) return []
    const passes = (total: number | null, of: number) => total !== null && total * 100 >= passPercent * of
    return [
      {
        student: now.student,
        attemptId: now.attemptId,
        before: then.before,
        after: now.after,
        passedBefore: passes(then.before, then.possible),
        passedAfter: passes(now.after, now.possible),
      },
    ]
  })
  const [before, after] = (['before', 'after'] as const).map((side) =>
    students.map((each) => each[side]).filter((total) => total !== null),
  ) as [number[], number[]]
  const difference = ({ before, after }: RegradedStudent) => (after ?? 0) - (before ?? 0)
  const changed = students.filter(({ before, after }) => before !== after)
  return {
    students: students.length,
    changed: changed.sort(
      (a, b) =>
        Math.abs(difference(b)) - Math.abs(difference(a)) || a.student.name.localeCompare(b.student.name),
    ),
    risen: changed.filter((each) => difference(each) > 0).length,
    fallen: changed.filter((each) => difference(each) < 0).length,
    newlyPassing: students.filter((each) => each.passedAfter && !each.passedBefore).length,
    newlyFailing: students.filter((each) => each.passedBefore && !each.passedAfter).length,
    before: describe(before),
    after: describe(after),
    binsBefore: histogram(before, Math.max(1, possible)),
    binsAfter: histogram(after, Math.max(1, possible)),
    possible,
  }
}
