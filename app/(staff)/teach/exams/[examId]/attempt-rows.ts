import type { useFormatter } from 'next-intl'
import type { ListQuery } from '@/app/_components/paging/list-query'
import { type AttemptState, attemptState } from '@/lib/exam/attempt'
import { countingAttempt } from '@/lib/exam/counting'
import { extraMinutesOf } from '@/lib/exam/extra-time'
import type { TaughtAttemptRow, TaughtExam } from '@/lib/use-cases/deps'
import { type CloseReason, timeTerms } from '@/lib/use-cases/records'

export interface AttemptRow {
  readonly attemptId: string
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly number: number
  /** Whether it is the one that counts among several of the student. */
  readonly counts: boolean
  readonly state: Exclude<AttemptState, 'closed'> | CloseReason
  readonly startedAt: number
  readonly startedWords: string
  readonly deadlineAt: number | null
  readonly deadlineWords: string | null
  /** Minutes given to this student at this exam. */
  readonly given: number
  /** Minutes that the student has more than everybody, for whatever reason. */
  readonly extraMinutes: number
  /** By the exam's problems; null for one that the student did not get. */
  readonly items: readonly ({
    readonly position: number
    readonly awarded: number | null
    readonly review: boolean
  } | null)[]
  readonly total: number | null
}

/** Attempts as the table shows them; among several of one student, the one that counts is marked. */
export function attemptRows(
  { exam, attempts }: TaughtExam,
  now: Date,
  format: ReturnType<typeof useFormatter>,
): AttemptRow[] {
  const counting = countingIds(exam.rules.counts, attempts)
  const at = (date: Date) => format.dateTime(date, 'brief')
  return attempts.map((attempt) => {
    const state = attemptState(attempt, now)
    return {
      attemptId: attempt.attemptId,
      userId: attempt.student.id,
      name: attempt.student.name,
      email: attempt.student.email ?? '',
      number: attempt.number,
      counts: counting.has(attempt.attemptId),
      state: state === 'closed' ? (attempt.closeReason ?? 'submitted') : state,
      startedAt: attempt.startedAt.getTime(),
      startedWords: at(attempt.startedAt),
      deadlineAt: attempt.deadlineAt?.getTime() ?? null,
      deadlineWords: attempt.deadlineAt && at(attempt.deadlineAt),
      given: attempt.exception.extraMinutes,
      extraMinutes: extraMinutesOf(timeTerms({ exam, ...attempt })),
      // Of a pool not everybody gets every problem.
      items: exam.items.map(({ position }) => {
        const item = attempt.items.find(({ slot }) => slot === position)
        return item ? { position, awarded: item.awarded, review: item.status === 'needs-review' } : null
      }),
      total: totalOf(attempt),
    }
  })
}

/**
 * The same rows by one column, the latest start first where none is named; rows without a value there come first where
 * it rises, and a deadline that is none comes last.
 */
export function sortAttempts(
  rows: readonly AttemptRow[],
  { sort, dir }: Pick<ListQuery, 'sort' | 'dir'>,
): AttemptRow[] {
  const keyOf = columnOf(sort)
  const sign = dir === 'asc' ? 1 : -1
  return rows.toSorted((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)]
    if (typeof a === 'string' && typeof b === 'string') return sign * a.localeCompare(b)
    return a === b ? 0 : a < b ? -sign : sign
  })
}

function columnOf(sort: string): (row: AttemptRow) => string | number {
  const problem = /^problem-(\d+)$/.exec(sort)?.[1]
  if (problem !== undefined)
    return ({ items }) => items.find((item) => item?.position === Number(problem))?.awarded ?? -1
  switch (sort) {
    case 'student':
      return ({ name, email }) => `${name} ${email}`
    case 'number':
      return ({ number }) => number
    case 'state':
      return ({ state }) => state
    case 'deadline':
      return ({ deadlineAt }) => deadlineAt ?? Number.POSITIVE_INFINITY
    case 'total':
      return ({ total }) => total ?? -1
    default:
      return ({ startedAt }) => startedAt
  }
}

const totalOf = ({ items }: TaughtAttemptRow): number | null =>
  items.reduce<number | null>(
    (sum, { awarded }) => (sum === null || awarded === null ? null : sum + awarded),
    0,
  )

function countingIds(
  counts: TaughtExam['exam']['rules']['counts'],
  attempts: TaughtExam['attempts'],
): ReadonlySet<string> {
  const byStudent = new Map<string, TaughtAttemptRow[]>()
  for (const attempt of attempts)
    byStudent.set(attempt.student.id, [...(byStudent.get(attempt.student.id) ?? []), attempt])
  const several = [...byStudent.values()].filter((own) => own.length > 1)
  return new Set(
    several.flatMap((own) => {
      const found = countingAttempt(
        counts,
        own.map((attempt) => ({ ...attempt, awarded: totalOf(attempt) })),
      )
      return found ? [found.attemptId] : []
    }),
  )
}
