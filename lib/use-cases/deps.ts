import type { Clock } from '@/lib/core/clock'
import type { JsonObject } from '@/lib/core/json'
import type { StoredResponse } from '@/lib/question/field'
import type { GradeResult } from '@/lib/question/grade-result'
import type { QuestionRegistry } from '@/lib/question/registry'
import type {
  AttemptItemRecord,
  AttemptRecord,
  CloseReason,
  CourseRecord,
  ExamRecord,
  StudentExamRecord,
} from './records'
import type { SuggestionStore } from './suggestion-store'

/** All that use cases reach of the world, handed to them. */
export interface Deps {
  readonly clock: Clock
  /** A fresh secret of at least 128 bits. */
  readonly newSeed: () => string
  readonly questions: QuestionRegistry
  readonly exams: ExamStore
  readonly attempts: AttemptStore
  readonly suggestions: SuggestionStore
}

export interface ExamStore {
  /** Published exams of the courses in which the user is a student. */
  listForStudent(userId: string): Promise<readonly StudentExamRecord[]>
  findForStudent(input: { examId: string; userId: string }): Promise<StudentExamRecord | null>
  /** Courses that the user teaches; every course for an administrator. */
  listTaught(viewer: StaffViewer): Promise<readonly TaughtCourse[]>
  findTaughtExam(input: { examId: string; viewer: StaffViewer }): Promise<TaughtExam | null>
}

export interface StaffViewer {
  readonly id: string
  readonly isAdmin: boolean
}

export interface TaughtCourse extends CourseRecord {
  readonly students: number
  readonly exams: readonly {
    readonly exam: ExamRecord
    readonly started: number
    readonly submitted: number
    readonly needsReview: number
  }[]
}

export interface TaughtAttemptRow {
  readonly attemptId: string
  readonly number: number
  readonly student: { readonly id: string; readonly name: string; readonly email: string | null }
  readonly startedAt: Date
  readonly deadlineAt: Date | null
  readonly closesAt: Date | null
  readonly closedAt: Date | null
  readonly closeReason: CloseReason | null
  /** By position: awarded hundredths, or null. */
  readonly items: readonly {
    readonly position: number
    readonly points: number
    readonly awarded: number | null
    readonly status: string | null
  }[]
}

export interface TaughtExam {
  readonly exam: ExamRecord
  readonly students: readonly { readonly id: string; readonly name: string; readonly email: string | null }[]
  readonly attempts: readonly TaughtAttemptRow[]
}

export interface NewItem {
  readonly position: number
  readonly questionVersionId: string
  readonly type: string
  readonly typeVersion: string
  readonly params: JsonObject
  readonly points: number
}

export interface NewAttempt {
  readonly examId: string
  readonly userId: string
  readonly number: number
  readonly seed: string
  readonly startedAt: Date
  readonly deadlineAt: Date | null
  readonly closesAt: Date | null
  readonly items: readonly NewItem[]
}

/** A grade to be written, or the defect of the question that prevented one. */
export interface NewGrade {
  readonly itemId: string
  readonly grader: string
  readonly revision: number
  readonly outcome:
    | { readonly kind: 'graded'; readonly result: GradeResult; readonly points: number }
    | { readonly kind: 'defect'; readonly message: string }
}

export interface SaveInput {
  readonly attemptId: string
  readonly itemId: string
  readonly userId: string
  /** The login that the request came with; checked in the same statement. */
  readonly sessionToken: string
  readonly mutationId: string
  /** The latest revision that the client knows of. */
  readonly base: number
  readonly response: StoredResponse
  readonly now: Date
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly revision: number; readonly savedAt: Date }
  | { readonly kind: 'stale'; readonly revision: number; readonly response: StoredResponse }
  | { readonly kind: 'closed' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'not-found' }

export interface AttemptStore {
  /** Writes the attempt, its items and its closing job in one transaction; null where another request was first. */
  insert(attempt: NewAttempt): Promise<string | null>
  findOwned(input: { attemptId: string; userId: string }): Promise<AttemptRecord | null>
  findTimes(input: {
    attemptId: string
    userId: string
  }): Promise<{ deadlineAt: Date | null; closesAt: Date | null; closedAt: Date | null } | null>
  findTaught(input: { attemptId: string; viewer: StaffViewer }): Promise<AttemptRecord | null>
  /** The first save of a mutation writes a revision; every repetition gets the same reply. */
  save(input: SaveInput): Promise<SaveOutcome>
  setFlag(input: {
    attemptId: string
    itemId: string
    userId: string
    flagged: boolean
    now: Date
  }): Promise<boolean>
  /**
   * Closes the attempt if it is still open (and, with `ifExpired`, past its closing time) and writes the grades that
   * `grade` makes of the latest drafts, all in one transaction: no save can slip between. False: nothing to close.
   */
  closeAndGrade(input: {
    attemptId: string
    userId?: string
    reason: CloseReason
    now: Date
    ifExpired: boolean
    grade: (items: readonly AttemptItemRecord[]) => readonly NewGrade[]
  }): Promise<boolean>
  /** Ids of open attempts past their closing time, oldest first. */
  listExpired(input: {
    now: Date
    limit: number
    examId?: string
    userId?: string
  }): Promise<readonly string[]>
}
