import type { Clock } from '@/lib/core/clock'
import type { Json, JsonObject } from '@/lib/core/json'
import type { Localized } from '@/lib/core/localized'
import type { LateTerms } from '@/lib/exam/late'
import type { ReceiptFacts } from '@/lib/exam/receipt'
import type { Accommodation, ExamException, ExamRules, TimeTerms } from '@/lib/exam/rules'
import type { AttemptTimes } from '@/lib/exam/schedule'
import type { SebSettings } from '@/lib/exam/seb/settings'
import type { StoredResponse } from '@/lib/question/field'
import type { GradeResult } from '@/lib/question/grade-result'
import type { QuestionRegistry } from '@/lib/question/registry'
import type { BuilderStore } from './exam-builder'
import type { ExportStore } from './export-store'
import type { LiveStore } from './live-room'
import type { LmsRosterStore } from './lms-rosters'
import type { LmsScoreStore } from './lms-scores'
import type { PeopleStore } from './people'
import type { PlatformStore } from './platforms'
import type { QuestionStore } from './question-bank'
import type {
  AttemptRecord,
  CloseReason,
  CourseRecord,
  ExamRecord,
  PersonalTerms,
  RoomRecord,
  StudentExamRecord,
} from './records'
import type { RegradeStore } from './regrade-store'
import type { ReviewStore } from './review-store'
import type { StatisticsStore } from './statistics-store'
import type { SuggestionStore } from './suggestion-store'

/** All that use cases reach of the world, handed to them. */
export interface Deps {
  readonly clock: Clock
  /** A fresh secret of at least 128 bits. */
  readonly newSeed: () => string
  readonly questions: QuestionRegistry
  readonly exams: ExamStore
  readonly attempts: AttemptStore
  readonly terms: TermsStore
  readonly safeExamBrowser: SafeExamBrowserStore
  readonly bank: QuestionStore
  readonly builder: BuilderStore
  readonly people: PeopleStore
  readonly platforms: PlatformStore
  readonly lmsScores: LmsScoreStore
  readonly lmsRosters: LmsRosterStore
  readonly failures: FailureStore
  readonly suggestions: SuggestionStore
  readonly regrades: RegradeStore
  readonly exports: ExportStore
  readonly statistics: StatisticsStore
  readonly reviews: ReviewStore
  readonly live: LiveStore
  /** Code of the receipt over these facts, which nobody without the server's secret can make. */
  readonly signReceipt: (facts: ReceiptFacts) => string
  /** SHA-256 of a text, in hexadecimal digits. */
  readonly digest: (text: string) => string
  /** SHA-256 over the bytes of the hash before and of the text, all hashes in hexadecimal digits. */
  readonly hashRevision: (before: string, text: string) => string
}

/** Wrong guesses, counted by key for a while. */
export interface FailureStore {
  /** How many since then, for each key. */
  count(keys: readonly string[], since: Date): Promise<readonly number[]>
  add(keys: readonly string[], at: Date): Promise<void>
  /**
   * Counts a guess before it is judged, so that guesses made side by side are counted too. Null where one of the keys
   * has reached its most since then, and nothing is counted.
   */
  claim(
    limits: readonly { readonly key: string; readonly most: number }[],
    since: Date,
    at: Date,
  ): Promise<Claim | null>
  /** Takes back what was counted: the guess was right. */
  forgive(claim: Claim): Promise<void>
}

export interface Claim {
  readonly ids: readonly string[]
}

/** What instructors decide about an exam's time and rules, in the middle of it too. */
export interface TermsStore {
  /** Null where the viewer may not change the exam. */
  findManaged(input: { examId: string; viewer: StaffViewer }): Promise<ManagedExam | null>
  /**
   * Writes the change and its audit entry and gives every open attempt that it touches its new times, all in one
   * transaction; open pages hear of it. Gives the number of attempts whose times changed.
   */
  change(input: {
    readonly examId: string
    readonly byId: string
    readonly now: Date
    readonly change: TermsChange
    readonly times: (terms: TimeTerms, startedAt: Date, before: AttemptTimes) => AttemptTimes
  }): Promise<number>
}

export interface ManagedExam {
  readonly exam: ExamRecord
  readonly startCode: string | null
  /** Null where Safe Exam Browser is not required. */
  readonly safeExamBrowser: SebSettings | null
  readonly people: readonly {
    readonly userId: string
    readonly name: string
    readonly email: string | null
    readonly accommodation: Accommodation
    readonly exception: ExamException
  }[]
}

export type TermsChange =
  /** Minutes for everybody on top of what was given so far (less than none takes them back). */
  | { readonly kind: 'extra-time'; readonly minutes: number }
  | { readonly kind: 'student-extra-time'; readonly userId: string; readonly minutes: number }
  | { readonly kind: 'exception'; readonly userId: string; readonly exception: ExamException }
  | { readonly kind: 'accommodation'; readonly userId: string; readonly accommodation: Accommodation }
  | {
      readonly kind: 'rules'
      readonly rules: ExamRules
      readonly opensAt: Date | null
      readonly closesAt: Date | null
      readonly startCode: string | null
    }
  | { readonly kind: 'safe-exam-browser'; readonly settings: SebSettings | null }

/** How exams require Safe Exam Browser. Never for a student's page. */
export interface SafeExamBrowserStore {
  /** Of an exam; null where it is not required. */
  findSettings(examId: string): Promise<SebSettings | null>
  /** Of an exam that the viewer takes or teaches, for its file; null also for everybody else. */
  findForFile(input: { examId: string; viewer: StaffViewer }): Promise<SebSettings | null>
  /** Of the caller's own attempt at work; null where the student needs none for it, or it is not at work. */
  findForAttempt(input: { attemptId: string; userId: string; now: Date }): Promise<{
    readonly examId: string
    readonly startedAt: Date
    readonly settings: SebSettings
  } | null>
}

export interface ExamStore {
  /** Published exams of the courses in which the user is a student. */
  listForStudent(userId: string): Promise<readonly StudentExamRecord[]>
  findForStudent(input: { examId: string; userId: string }): Promise<StudentExamRecord | null>
  /** The code that opens the exam; null where it needs none. Never for a student's page. */
  findStartCode(examId: string): Promise<string | null>
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

export interface TaughtAttemptRow extends AttemptTimes, Pick<PersonalTerms, 'accommodation' | 'exception'> {
  readonly attemptId: string
  readonly number: number
  readonly student: { readonly id: string; readonly name: string; readonly email: string | null }
  readonly startedAt: Date
  readonly closedAt: Date | null
  readonly closeReason: CloseReason | null
  /** By the problem's place in the exam: awarded hundredths, or null. */
  readonly items: readonly {
    readonly slot: number
    readonly points: number
    readonly awarded: number | null
    readonly status: string | null
  }[]
}

export interface TaughtExam {
  readonly exam: ExamRecord
  /** Whether the viewer may change the exam, too; see TermsStore. */
  readonly mayManage: boolean
  /** For whoever reads it out in the room. */
  readonly startCode: string | null
  readonly students: readonly { readonly id: string; readonly name: string; readonly email: string | null }[]
  readonly attempts: readonly TaughtAttemptRow[]
}

export interface NewItem {
  readonly position: number
  readonly slot: number
  readonly questionVersionId: string
  readonly type: string
  readonly typeVersion: string
  readonly params: JsonObject
  readonly points: number
}

export interface NewAttempt {
  readonly examId: string
  /** Of the exam as it was read: the times follow from it. */
  readonly termsVersion: number
  readonly userId: string
  readonly number: number
  readonly seed: string
  readonly startedAt: Date
  readonly times: AttemptTimes
  readonly oneWay: boolean
  readonly isPreview: boolean
  readonly items: readonly NewItem[]
}

/** What grading needs to know of an item, and no more. */
export interface GradableItem {
  readonly id: string
  readonly attemptId: string
  readonly type: string
  readonly params: JsonObject
  readonly settings: Json
  readonly points: number
  readonly revision: number
  readonly response: StoredResponse
  readonly savedAt: Date | null
  readonly late: LateTerms | null
  /** The attempt's secret, and the share of its answers that people check; null where nothing is checked. */
  readonly audit: { readonly seed: string; readonly percent: number } | null
}

/** A grade to be written, or the defect of the question that prevented one. */
export interface NewGrade {
  readonly itemId: string
  readonly grader: string
  readonly revision: number
  readonly outcome:
    | {
        readonly kind: 'graded'
        readonly result: GradeResult
        readonly points: number
        readonly latePercent: number
        /** Drawn for a person to check. */
        readonly audit: boolean
      }
    | { readonly kind: 'defect'; readonly message: string }
}

export interface SaveInput {
  readonly attemptId: string
  readonly itemId: string
  readonly userId: string
  /** The login that the request came with; checked in the same statement. */
  readonly sessionToken: string
  /** The window or device that saves; an older one than the latest is not at work any more. */
  readonly seat: number
  readonly mutationId: string
  /** The latest revision that the client knows of. */
  readonly base: number
  readonly response: StoredResponse
  /** When it was typed, as the client says; never taken for later than `now`. */
  readonly typedAt: Date
  /** The request has shown that it comes from Safe Exam Browser; asked for only where the exam requires it. */
  readonly insideSeb?: boolean
  readonly now: Date
}

export type SaveOutcome =
  | {
      readonly kind: 'saved'
      readonly revision: number
      readonly savedAt: Date
      /** The latest revision, where a repeated save is not it any more. */
      readonly newer: { readonly revision: number; readonly response: StoredResponse } | null
    }
  /** Built on an older revision: what is there by now, and the id of the save that made it. */
  | {
      readonly kind: 'stale'
      readonly revision: number
      readonly response: StoredResponse
      readonly mutationId: string | null
    }
  /** Another window or device has taken over. */
  | { readonly kind: 'elsewhere' }
  /** Too late, or a problem that was left for good; `kept`: for the instructor to see. */
  | { readonly kind: 'closed'; readonly kept: boolean }
  | { readonly kind: 'signed-out' }
  /** The exam is taken in Safe Exam Browser, and the request does not come from it. */
  | { readonly kind: 'safe-exam-browser' }
  | { readonly kind: 'not-found' }

/** Which attempts to close: one of a student's own by hand, by the exam's staff, or those whose time has run out. */
export type CloseRequest =
  | { readonly kind: 'submit'; readonly attemptId: string; readonly userId: string }
  | {
      readonly kind: 'expired'
      readonly attemptId?: string
      readonly examId?: string
      readonly userId?: string
      readonly limit: number
    }
  /** Of an exam that the viewer may change: one attempt, or all that are open. */
  | {
      readonly kind: 'staff'
      readonly examId: string
      readonly viewer: StaffViewer
      readonly attemptId?: string
      readonly limit: number
    }

/** What an open page is told. */
export interface AttemptNews extends AttemptTimes {
  readonly closedAt: Date | null
  readonly seat: number
  /** What staff tell the room or this student, newest first. */
  readonly notices: readonly { readonly id: string; readonly words: string; readonly at: Date }[]
}

export interface AttemptStore {
  /**
   * Writes the attempt, its items and its closing job in one transaction; null where another request, or a change of the
   * exam's terms, was first.
   */
  insert(attempt: NewAttempt): Promise<string | null>
  findOwned(input: { attemptId: string; userId: string }): Promise<AttemptRecord | null>
  /** The student's own attempt as the page at work shows it. */
  findRoom(input: { attemptId: string; userId: string }): Promise<RoomRecord | null>
  findNews(input: { attemptId: string; userId: string }): Promise<AttemptNews | null>
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
  /** Makes the caller's window the one at work and gives its number; null where the attempt is not open to them. */
  takeSeat(input: { attemptId: string; userId: string; now: Date }): Promise<number | null>
  /** Leaves a problem for good in one-way navigation; repeating it has no further effect. Null: not open to them. */
  advance(input: { attemptId: string; userId: string; from: number; now: Date }): Promise<number | null>
  /**
   * Closes the attempts that are still open and writes the grades that `grade` makes of the latest drafts and the
   * receipts that `sign` gives, all in one transaction: no save can slip between. Gives the ids that were closed.
   */
  closeAndGrade(input: {
    readonly which: CloseRequest
    readonly now: Date
    readonly grade: (items: readonly GradableItem[]) => readonly NewGrade[]
    readonly sign: (facts: ReceiptFacts) => string
  }): Promise<readonly string[]>
  /** Open attempts that should have been closed by then, in no order: none stands in the way of the others for good. */
  listOverdue(input: { before: Date; limit: number }): Promise<readonly string[]>
  /**
   * What a receipt's code stands for, with the stored revisions to check it against; null where it is neither the
   * viewer's own nor of a course they teach.
   */
  findReceipt(input: { code: string; viewer: StaffViewer }): Promise<StoredReceipt | null>
}

export interface StoredReceipt {
  readonly attemptId: string
  readonly number: number
  readonly examTitle: Localized
  readonly student: { readonly id: string; readonly name: string }
  readonly closedAt: Date
  readonly items: readonly {
    readonly itemId: string
    readonly revisions: readonly {
      readonly number: number
      readonly mutationId: string
      readonly receivedAt: Date
      /** As PostgreSQL writes it. */
      readonly response: string
      /** Hexadecimal digits. */
      readonly hash: string
    }[]
  }[]
}
