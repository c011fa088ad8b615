import type { Json, JsonObject } from '@/lib/core/json'
import type { Localized } from '@/lib/core/localized'
import type { MeasuredAttempt } from '@/lib/exam/statistics/exam-statistics'
import type { StaffViewer } from './deps'
import type { ExamRecord } from './records'

/** An answer in which something occurred, so that its words can be looked up. */
export interface Occurrence {
  readonly slot: number
  readonly part: string
  readonly code: string
  readonly type: string
  readonly params: JsonObject
  readonly settings: Json
}

export interface MeasuredExam {
  readonly exam: ExamRecord
  readonly attempts: readonly MeasuredAttempt[]
  readonly titles: readonly { readonly slot: number; readonly title: Localized }[]
  /** Of the parts and criteria, by problem. */
  readonly partTitles: readonly { readonly slot: number; readonly id: string; readonly title: Localized }[]
  readonly criterionTitles: readonly {
    readonly slot: number
    readonly id: string
    readonly title: Localized
  }[]
  /** One for each code of a part. */
  readonly occurrences: readonly Occurrence[]
}

export interface StatisticsStore {
  /** A text that changes with anything that statistics depend on; null where the viewer is no staff of the course. */
  version(input: { examId: string; viewer: StaffViewer }): Promise<string | null>
  /** Closed attempts without previews, with the latest grade of each answer. */
  measure(examId: string): Promise<MeasuredExam | null>
}
