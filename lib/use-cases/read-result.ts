import type { Localized } from '@/lib/core/localized'
import { everything, type Released, releasedAt } from '@/lib/exam/release'
import { requestsUntil } from '@/lib/exam/review/request-window'
import type { Solution } from '@/lib/question/contract'
import type { StoredResponse } from '@/lib/question/field'
import type { GradeResult, PartResult } from '@/lib/question/grade-result'
import type { PublicQuestion } from '@/lib/question/public-view'
import type { Deps, StaffViewer } from './deps'
import { type GradeChange, gradeChanges } from './grade-changes'
import { publicViewOf } from './public-view-of'
import type { AttemptItemRecord, AttemptRecord, CloseReason, LateWorkRecord } from './records'
import type { AttemptHistory, ItemHistory } from './review-store'
import type { Suggestion } from './suggestion-store'

export interface ResultItem {
  readonly id: string
  readonly position: number
  readonly points: number
  readonly question: PublicQuestion
  readonly response: StoredResponse
  readonly broken: boolean
  /** Hundredths; null where not released or not graded. */
  readonly awarded: number | null
  /** Where the problem was graded anew: what it earned before, and why; told with the points. */
  readonly regraded: { readonly before: number | null; readonly reason: string; readonly at: Date } | null
  /** Percent of the points lost for lateness, told with the points. */
  readonly latePercent: number
  readonly needsReview: boolean
  /** When the graded answer was saved, and how many revisions there were. */
  readonly savedAt: Date | null
  readonly revision: number
  /** Work that came too late to count; the student may see that it was kept. */
  readonly lateWork: readonly LateWorkRecord[]
  /** The points of each part; null where not released. */
  readonly parts: readonly Pick<PartResult, 'id' | 'title' | 'score' | 'max'>[] | null
  /** Parts, feedback, evidence and the recomputation; null where not released. */
  readonly grade: GradeResult | null
  readonly solution: Solution | null
  /** What people changed after the grading, and why; told with the points. */
  readonly changes: readonly GradeChange[]
  /** What the student asked people to look at, and their answers. */
  readonly requests: ItemHistory['requests']
}

export interface AttemptResult {
  readonly attemptId: string
  readonly number: number
  readonly exam: Pick<AttemptRecord['exam'], 'id' | 'title' | 'needsSafeExamBrowser'>
  readonly student: { readonly name: string }
  readonly startedAt: Date
  readonly closedAt: Date | null
  readonly closeReason: CloseReason | null
  /** When the window ended for this student; null where nothing was late before the deadline. */
  readonly lateFrom: Date | null
  readonly released: Released
  /** Code that vouches for the answers as they were handed in. */
  readonly receipt: string | null
  readonly isPreview: boolean
  /** Hundredths; null where not released or not all graded. */
  readonly awarded: number | null
  readonly possible: number
  readonly items: readonly ResultItem[]
  /** Until when the student may ask for a review; null where not, or not any more. */
  readonly requestsUntil: Date | null
}

/** What a second reader suggests about one criterion; for instructors alone. */
export interface ShownSuggestion extends Suggestion {
  readonly itemId: string
  readonly title: Localized
}

export interface TaughtResult extends AttemptResult {
  readonly suggestions: readonly ShownSuggestion[]
  readonly history: AttemptHistory
}

/** The student's own result, cut down to what the exam's rules release now; null where it is not theirs or still open. */
export async function readOwnResult(
  deps: Deps,
  input: { attemptId: string; userId: string },
): Promise<AttemptResult | null> {
  const [attempt, history] = await Promise.all([
    deps.attempts.findOwned(input),
    deps.reviews.findOwnHistory(input),
  ])
  if (!attempt || attempt.closedAt === null) return null
  const { exam, slowestMoment } = attempt
  return toResult(
    deps,
    attempt,
    releasedAt(exam.rules.review, slowestMoment, deps.clock.now(), true),
    history,
  )
}

/** One attempt as graded, whole, for those who teach the course. */
export async function readTaughtResult(
  deps: Deps,
  input: { attemptId: string; viewer: StaffViewer },
): Promise<TaughtResult | null> {
  const [attempt, suggestions, history] = await Promise.all([
    deps.attempts.findTaught(input),
    deps.suggestions.listTaught(input),
    deps.reviews.findHistory(input),
  ])
  if (!attempt || !history) return null
  const result = toResult(deps, attempt, everything, history.items)
  return {
    ...result,
    history,
    suggestions: suggestions.map((suggestion) => ({
      ...suggestion,
      title: criterionTitle(result, suggestion),
    })),
  }
}

function criterionTitle(
  { items }: AttemptResult,
  { itemId, criterion }: { itemId: string; criterion: string },
): Localized {
  const parts = items.find(({ id }) => id === itemId)?.grade?.parts ?? []
  const found = parts.flatMap((part) => part.criteria ?? []).find(({ id }) => id === criterion)
  return found?.title ?? { ko: criterion, en: criterion }
}

function toResult(
  deps: Deps,
  attempt: AttemptRecord,
  released: Released,
  history: readonly ItemHistory[],
): AttemptResult {
  const items = attempt.items.map((item) =>
    toResultItem(
      deps,
      item,
      released,
      history.find(({ itemId }) => itemId === item.id),
    ),
  )
  return {
    attemptId: attempt.id,
    number: attempt.number,
    exam: {
      id: attempt.exam.id,
      title: attempt.exam.title,
      needsSafeExamBrowser: attempt.exam.needsSafeExamBrowser,
    },
    student: { name: attempt.student.name },
    startedAt: attempt.startedAt,
    closedAt: attempt.closedAt,
    closeReason: attempt.closeReason,
    lateFrom: attempt.late && new Date(attempt.late.fromMs),
    released,
    receipt: attempt.receipt,
    isPreview: attempt.isPreview,
    requestsUntil: openWindow(deps, attempt, released),
    awarded: released.score ? totalOf(attempt.items) : null,
    possible: items.reduce((sum, item) => sum + item.points, 0),
    items,
  }
}

function openWindow(deps: Deps, attempt: AttemptRecord, released: Released): Date | null {
  if (!attempt.closedAt || !released.feedback) return null
  const until = requestsUntil(attempt.exam.rules, attempt.closedAt, attempt.slowestMoment)
  return until !== null && deps.clock.now() <= until ? until : null
}

/** Hundredths; null until every problem is graded. */
const totalOf = (items: readonly AttemptItemRecord[]): number | null =>
  items.reduce<number | null>(
    (sum, { grade }) => (sum === null || grade === null ? null : sum + grade.points),
    0,
  )

function toResultItem(
  deps: Deps,
  item: AttemptItemRecord,
  released: Released,
  history: ItemHistory | undefined,
): ResultItem {
  const grade = item.grade
  const parts = released.parts ? (grade?.result.parts ?? null) : null
  return {
    id: item.id,
    position: item.position,
    points: item.points,
    question: publicViewOf(deps.questions, item),
    response: item.response,
    broken: item.brokenAt !== null,
    awarded: released.parts ? (grade?.points ?? null) : null,
    regraded:
      released.parts && grade?.kind === 'regrade'
        ? { before: item.pointsBefore, reason: grade.reason ?? '', at: grade.at }
        : null,
    latePercent: released.score ? (grade?.latePercent ?? 0) : 0,
    needsReview: released.score && grade?.result.status === 'needs-review',
    savedAt: item.savedAt,
    revision: item.revision,
    lateWork: item.lateWork,
    parts: parts?.map(({ id, title, score, max }) => ({ id, title, score, max })) ?? null,
    grade: released.feedback && grade ? withoutKey(grade.result, released) : null,
    solution: released.solution
      ? (deps.questions.find(item.type)?.solution(item.params, item.settings) ?? null)
      : null,
    requests: released.parts ? (history?.requests ?? []) : [],
    changes: released.parts ? gradeChanges(history?.grades ?? []) : [],
  }
}

/** The recomputation leads to the key: it is released with the solution, not with the feedback. */
const withoutKey = (result: GradeResult, released: Released): GradeResult =>
  released.solution ? result : { ...result, steps: [] }
