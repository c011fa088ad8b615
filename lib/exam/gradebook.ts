import type { Locale, Localized } from '@/lib/core/localized'
import { countingAttempt } from './counting'
import type { ExamRules } from './rules'

/** A gradebook as a plain table, for files of any kind. Points are written as points, not as hundredths. */

export type Cell = string | number | Date | null

export interface Table {
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface GradebookStudent {
  readonly id: string
  readonly name: string
  readonly email: string | null
}

export interface GradebookAttempt {
  readonly id: string
  readonly examId: string
  readonly userId: string
  readonly number: number
  readonly startedAt: Date
  readonly closedAt: Date | null
  readonly items: readonly {
    readonly slot: number
    readonly points: number
    readonly awarded: number | null
    readonly needsReview: boolean
  }[]
}

export interface GradebookExam {
  readonly id: string
  readonly title: Localized
  readonly counts: ExamRules['counts']
  /** Places in the exam with the problems' titles. */
  readonly problems: readonly { readonly slot: number; readonly title: Localized; readonly points: number }[]
}

const words = {
  name: { ko: '이름', en: 'Name' },
  email: { ko: '이메일', en: 'Email' },
  state: { ko: '상태', en: 'State' },
  attempt: { ko: '응시 회차', en: 'Attempt' },
  started: { ko: '시작', en: 'Started' },
  handedIn: { ko: '제출', en: 'Handed in' },
  total: { ko: '총점', en: 'Total' },
  possible: { ko: '만점', en: 'Possible' },
  percent: { ko: '백분율', en: 'Percent' },
  review: { ko: '검토 대기', en: 'To be reviewed' },
  'not-started': { ko: '미응시', en: 'not started' },
  working: { ko: '응시 중', en: 'working' },
  graded: { ko: '채점 완료', en: 'graded' },
  'needs-review': { ko: '검토 필요', en: 'needs review' },
  ungraded: { ko: '미채점', en: 'not graded' },
} as const satisfies Record<string, Localized>

const pointsOf = (hundredths: number | null): number | null => (hundredths === null ? null : hundredths / 100)

const totalOf = ({ items }: GradebookAttempt): number | null =>
  items.reduce<number | null>(
    (sum, { awarded }) => (sum === null || awarded === null ? null : sum + awarded),
    0,
  )

const possibleOf = ({ items }: GradebookAttempt): number => items.reduce((sum, { points }) => sum + points, 0)

/** The attempt that counts, or the one at work where none is closed. */
export function shownAttempt(
  attempts: readonly GradebookAttempt[],
  counts: ExamRules['counts'],
): GradebookAttempt | null {
  const withTotals = attempts.map((attempt) => ({ ...attempt, awarded: totalOf(attempt) }))
  return countingAttempt(counts, withTotals) ?? attempts.at(-1) ?? null
}

function stateOf(attempt: GradebookAttempt | null): keyof typeof words {
  if (attempt === null) return 'not-started'
  if (attempt.closedAt === null) return 'working'
  if (attempt.items.some(({ needsReview }) => needsReview)) return 'needs-review'
  return attempt.items.some(({ awarded }) => awarded === null) ? 'ungraded' : 'graded'
}

/** One row for each student of one exam, with the points of each problem of the attempt that counts. */
export function examGradebook(
  exam: GradebookExam,
  students: readonly GradebookStudent[],
  attempts: readonly GradebookAttempt[],
  locale: Locale,
): Table {
  const own = byStudent(attempts)
  return {
    head: [
      ...(['name', 'email', 'state', 'attempt', 'started', 'handedIn'] as const).map(
        (each) => words[each][locale],
      ),
      ...exam.problems.map(({ slot, title, points }) => `${slot}. ${title[locale]} (${points / 100})`),
      ...(['total', 'possible', 'percent', 'review'] as const).map((each) => words[each][locale]),
    ],
    rows: students.map((student) => {
      const attempt = shownAttempt(own.get(student.id) ?? [], exam.counts)
      const bySlot = new Map(attempt?.items.map((item) => [item.slot, item.awarded]))
      const total = attempt?.closedAt ? totalOf(attempt) : null
      const possible = attempt && possibleOf(attempt)
      return [
        student.name,
        student.email,
        words[stateOf(attempt)][locale],
        attempt?.number ?? null,
        attempt?.startedAt ?? null,
        attempt?.closedAt ?? null,
        ...exam.problems.map(({ slot }) => pointsOf(bySlot.get(slot) ?? null)),
        pointsOf(total),
        pointsOf(possible),
        total === null || !possible ? null : Math.round((1000 * total) / possible) / 10,
        attempt ? attempt.items.filter(({ needsReview }) => needsReview).length : null,
      ]
    }),
  }
}

/** One row for each student of a course, with the total of every exam. */
export function courseGradebook(
  exams: readonly GradebookExam[],
  students: readonly GradebookStudent[],
  attempts: readonly GradebookAttempt[],
  locale: Locale,
): Table {
  const byExam = new Map(
    exams.map((exam) => [exam.id, byStudent(attempts.filter(({ examId }) => examId === exam.id))]),
  )
  return {
    head: [
      words.name[locale],
      words.email[locale],
      ...exams.flatMap(({ title }) => [title[locale], `${title[locale]} – ${words.possible[locale]}`]),
    ],
    rows: students.map((student) => [
      student.name,
      student.email,
      ...exams.flatMap((exam) => {
        const attempt = shownAttempt(byExam.get(exam.id)?.get(student.id) ?? [], exam.counts)
        return attempt?.closedAt ? [pointsOf(totalOf(attempt)), pointsOf(possibleOf(attempt))] : [null, null]
      }),
    ]),
  }
}

function byStudent(attempts: readonly GradebookAttempt[]): Map<string, GradebookAttempt[]> {
  const found = new Map<string, GradebookAttempt[]>()
  for (const attempt of attempts) found.set(attempt.userId, [...(found.get(attempt.userId) ?? []), attempt])
  return found
}
