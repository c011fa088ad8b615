import type { Json } from '@/lib/core/json'
import type { Localized } from '@/lib/core/localized'
import type { GradebookAttempt, GradebookExam, GradebookStudent } from '@/lib/exam/gradebook'
import type { GradebookQuery, GradebookState } from '@/lib/exam/gradebook-query'
import type { StaffViewer } from './deps'
import type { CourseRecord } from './records'

export interface Gradebook {
  readonly title: Localized
  readonly exams: readonly GradebookExam[]
  readonly students: readonly GradebookStudent[]
  readonly attempts: readonly GradebookAttempt[]
}

/** A page of the gradebook as it is shown. */
export interface GradebookPage {
  readonly course: CourseRecord
  readonly mayManage: boolean
  readonly exams: readonly { readonly id: string; readonly title: Localized }[]
  /** Students that match, on all pages together. */
  readonly found: number
  readonly page: number
  readonly rows: readonly {
    readonly student: GradebookStudent
    /** Hundredths over all exams; null where nothing is graded. */
    readonly total: number | null
    /** By exam: the attempt that counts, or the one at work; null where none was begun. Totals in hundredths. */
    readonly cells: readonly ({
      readonly attemptId: string
      readonly state: GradebookState
      readonly total: number | null
      readonly possible: number
    } | null)[]
  }[]
}

export interface CourseStudent extends GradebookStudent {
  /** Closed attempts in the course, newest first. */
  readonly attempts: readonly {
    readonly id: string
    readonly examId: string
    readonly examTitle: Localized
    readonly number: number
  }[]
  /** Somebody is at work in one of them. */
  readonly working: boolean
}

/** What stays of a student: nothing at all, or answers and grades under a name that says nothing. */
export type RemovalMode = 'anonymise' | 'delete'

export interface ExportStore {
  /** For the staff of the course; null for others. Previews are left out. */
  examGradebook(input: { examId: string; viewer: StaffViewer }): Promise<Gradebook | null>
  courseGradebook(input: { courseId: string; viewer: StaffViewer }): Promise<Gradebook | null>
  /** Students of a course, sorted and filtered, a page at a time; null for who is not of its staff. */
  gradebookPage(input: {
    courseId: string
    viewer: StaffViewer
    query: GradebookQuery
  }): Promise<GradebookPage | null>
  /** The exam's title where the viewer may change the exam; null for others. */
  findManagedTitle(input: { examId: string; viewer: StaffViewer }): Promise<Localized | null>
  /**
   * The exam's attempts, previews left out, each with all that led to its grades; a few at a time. Who took them is
   * noted in the audit.
   */
  attempts(input: { examId: string; byId: string; now: Date }): AsyncIterable<Json>
  /** Somebody who is or was a student of the course, for those who may change it. */
  findStudent(input: {
    courseId: string
    userId: string
    viewer: StaffViewer
  }): Promise<(CourseStudent & { readonly courseTitle: Localized }) | null>
  /** All that the course keeps of a student. Who took it is noted in the audit. */
  studentData(input: { courseId: string; userId: string; byId: string; now: Date }): Promise<Json>
  /**
   * Takes the student out of the course for good, with an audit entry that does not name them; the account goes too
   * where no other course needs it. False where an attempt is open.
   */
  removeStudent(input: {
    courseId: string
    userId: string
    mode: RemovalMode
    byId: string
    now: Date
  }): Promise<boolean>
}
