import type { Localized } from '@/lib/core/localized'
import type { RegradePolicy } from '@/lib/exam/regrade'
import type { RegradedAttempt } from '@/lib/exam/regrade-report'
import type { GradeResult } from '@/lib/question/grade-result'
import type { GradableItem, StaffViewer } from './deps'
import type { ExamRecord } from './records'

export type RegradeStatus =
  | 'planning'
  | 'planned'
  | 'applying'
  | 'applied'
  | 'rolling-back'
  | 'rolled-back'
  | 'discarded'

export const isAtWork = (status: RegradeStatus): status is 'planning' | 'applying' | 'rolling-back' =>
  status === 'planning' || status === 'applying' || status === 'rolling-back'

/** What an instructor asks for. */
export interface RegradeRequest {
  readonly reason: string
  readonly policy: RegradePolicy
  /** Places in the exam. */
  readonly slots: readonly number[]
  /** By the version that the attempts have: the version of the same question whose settings grade them now. */
  readonly versions: Readonly<Record<string, string>>
  readonly includeManual: boolean
  readonly passPercent: number
}

export interface RegradeRun extends RegradeRequest {
  readonly id: string
  readonly examId: string
  readonly byName: string
  readonly status: RegradeStatus
  /** Attempts looked at, or grades written, of `total`. */
  readonly done: number
  readonly total: number
  readonly createdAt: Date
  readonly appliedAt: Date | null
  readonly rolledBackAt: Date | null
  readonly rollBackReason: string | null
}

/** An exam as its regrades see it. */
export interface RegradableExam {
  readonly exam: ExamRecord
  /** By place: the versions that attempts have, and those of the same question that could grade them. */
  readonly problems: readonly {
    readonly slot: number
    readonly title: Localized
    readonly points: number
    readonly used: readonly {
      readonly versionId: string
      readonly number: number
      readonly answers: number
      readonly choices: readonly {
        readonly versionId: string
        readonly number: number
        readonly note: string
      }[]
    }[]
  }[]
  readonly runs: readonly RegradeRun[]
}

export interface RegradeItem extends GradableItem {
  readonly beforeGradeId: string | null
  readonly beforePoints: number | null
  /** Graded by a person. */
  readonly manual: boolean
  /** Of the attempt's problems outside the run's slots, as far as they are graded. */
  readonly others: { readonly awarded: number; readonly points: number }
}

export interface RegradePage {
  readonly run: Pick<RegradeRun, 'id' | 'policy' | 'includeManual'>
  readonly cursor: string | null
  /** Last attempt of the page; null where there is none left. */
  readonly next: string | null
  readonly attempts: number
  readonly items: readonly RegradeItem[]
}

/** What is planned for one answer. */
export interface PlannedGrade {
  readonly itemId: string
  readonly beforeGradeId: string | null
  readonly beforePoints: number | null
  readonly grader: string
  readonly revision: number
  readonly latePercent: number
  /** Null where the grade before stays. */
  readonly points: number | null
  readonly result: GradeResult | null
  readonly skipped: 'manual' | 'defect' | null
}

export interface RegradeCounts {
  readonly answers: number
  readonly changed: number
  readonly manual: number
  readonly defect: number
  readonly changedSince: number
  readonly applied: number
  readonly rolledBack: number
}

export interface RegradeStore {
  /** Null where the viewer may not change the exam. */
  findExam(input: { examId: string; viewer: StaffViewer }): Promise<RegradableExam | null>
  /** A run with what it does to each attempt; null where the viewer may not change the exam. */
  findRun(input: { runId: string; viewer: StaffViewer }): Promise<{
    readonly run: RegradeRun
    readonly exam: ExamRecord
    readonly attempts: readonly RegradedAttempt[]
    readonly counts: RegradeCounts
  } | null>
  /** Writes the run, its audit entry and its job; null where another regrade of the exam is at work. */
  create(input: {
    readonly examId: string
    readonly byId: string
    readonly now: Date
    readonly request: RegradeRequest
  }): Promise<string | null>
  /**
   * Moves a run from one status to the next, with audit entry and job; false where it is not in that status (any more)
   * or another regrade of the exam is at work.
   */
  move(input: {
    readonly runId: string
    readonly from: RegradeStatus
    readonly to: RegradeStatus
    readonly byId: string
    readonly now: Date
    readonly reason?: string
  }): Promise<boolean>
  statusOf(runId: string): Promise<RegradeStatus | null>
  /** The next attempts of a run that is planning; null where it is not. */
  readPage(input: { runId: string; attempts: number }): Promise<RegradePage | null>
  /** Writes what is planned for a page, unless somebody else has done so in the meantime. */
  writePage(input: { page: RegradePage; planned: readonly PlannedGrade[]; now: Date }): Promise<void>
  /** Writes the next grades of a run that is applying; items with another grade than was planned for are left alone. */
  applyPage(input: { runId: string; items: number; now: Date }): Promise<void>
  /** Gives the next items of a run that is rolling back the grade that they had, unless another one came since. */
  rollBackPage(input: { runId: string; items: number; now: Date }): Promise<void>
  /** Runs at work that nobody has touched since then: their process is gone. */
  listStalled(before: Date): Promise<readonly string[]>
}
