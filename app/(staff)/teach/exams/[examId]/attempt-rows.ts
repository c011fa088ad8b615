import type { useFormatter } from 'next-intl'
import { attemptState } from '@/lib/exam/attempt'
import { countingAttempt } from '@/lib/exam/counting'
import { extraMinutesOf } from '@/lib/exam/extra-time'
import type { TaughtAttemptRow, TaughtExam } from '@/lib/use-cases/deps'
import { timeTerms } from '@/lib/use-cases/records'
import type { AttemptRow } from './attempts-table'

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
        return item ? { awarded: item.awarded, review: item.status === 'needs-review' } : null
      }),
      total: totalOf(attempt),
    }
  })
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
