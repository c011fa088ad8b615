import type { Json, JsonObject } from '@/lib/core/json'
import type { Localized } from '@/lib/core/localized'
import type { AttemptFacts } from '@/lib/exam/attempt'
import type { ExamRules, ExamWindow } from '@/lib/exam/rules'
import type { StoredResponse } from '@/lib/question/field'
import type { GradeResult } from '@/lib/question/grade-result'

/** What use cases read from the stores: rows with their JSON columns parsed. */

export interface CourseRecord {
  readonly id: string
  readonly code: string
  readonly title: Localized
  readonly term: string
}

export interface ExamItemRecord {
  readonly position: number
  readonly questionVersionId: string
  readonly type: string
  readonly title: Localized
  readonly settings: Json
  /** The same params for everybody, or null where each student draws a variant. */
  readonly fixedParams: JsonObject | null
  /** Hundredths. */
  readonly points: number
}

export interface ExamRecord extends ExamWindow {
  readonly id: string
  readonly course: CourseRecord
  readonly title: Localized
  readonly description: Localized
  readonly rules: ExamRules
  readonly items: readonly ExamItemRecord[]
}

export type CloseReason = 'submitted' | 'time' | 'instructor'

export interface AttemptSummary extends AttemptFacts {
  readonly id: string
  readonly number: number
  readonly closeReason: CloseReason | null
  /** Sum of the awarded points in hundredths; null until every problem is graded. */
  readonly awarded: number | null
  readonly needsReview: boolean
}

/** An exam as one student sees it: the exam, the student's own time, the student's own attempts. */
export interface StudentExamRecord {
  readonly exam: ExamRecord
  readonly timePercent: number
  /** The largest accommodation in the course; a solution waits for the slowest window. */
  readonly largestTimePercent: number
  readonly attempts: readonly AttemptSummary[]
}

export interface GradeRecord {
  readonly kind: 'automatic' | 'manual' | 'regrade'
  readonly grader: string
  readonly revision: number
  readonly result: GradeResult
  readonly points: number
  readonly at: Date
}

export interface AttemptItemRecord {
  readonly id: string
  readonly position: number
  readonly type: string
  readonly typeVersion: string
  readonly params: JsonObject
  readonly settings: Json
  readonly points: number
  readonly flagged: boolean
  /** The latest acknowledged revision, 0 and {} before the first. */
  readonly revision: number
  readonly response: StoredResponse
  readonly savedAt: Date | null
  readonly brokenAt: Date | null
  readonly grade: GradeRecord | null
}

export interface AttemptRecord extends AttemptFacts {
  readonly id: string
  readonly number: number
  readonly closeReason: CloseReason | null
  readonly student: { readonly id: string; readonly name: string; readonly timePercent: number }
  readonly exam: ExamRecord
  readonly largestTimePercent: number
  readonly items: readonly AttemptItemRecord[]
}
