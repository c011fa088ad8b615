import type { Json, JsonObject } from '@/lib/core/json'
import type { Localized } from '@/lib/core/localized'
import type { AttemptFacts } from '@/lib/exam/attempt'
import type { Pool } from '@/lib/exam/pools'
import type { Accommodation, ExamException, ExamRules, ExamWindow, TimeTerms } from '@/lib/exam/rules'
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
  /** Null: every student gets it. */
  readonly pool: Pool | null
  /** Id of the heading that it stands under. */
  readonly sectionId: string | null
}

export interface ExamRecord extends ExamWindow {
  readonly id: string
  readonly course: CourseRecord
  readonly title: Localized
  readonly description: Localized
  readonly rules: ExamRules
  /** Whether a code is asked for at the start; the code itself is read only where it is needed. */
  readonly needsStartCode: boolean
  /** Whether it is taken in Safe Exam Browser; how that is set up is read only where it is needed. */
  readonly needsSafeExamBrowser: boolean
  /** Counts changes of what decides the times of its attempts. */
  readonly termsVersion: number
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
export interface StudentExamRecord extends PersonalTerms {
  readonly exam: ExamRecord
  readonly attempts: readonly AttemptSummary[]
}

/** What holds for one student at one exam. */
export interface PersonalTerms {
  readonly accommodation: Accommodation
  readonly exception: ExamException
  /** When nothing more is taken from anybody in the course; a solution waits for it. Null for never. */
  readonly slowestMoment: Date | null
}

/** All that decides the student's times at the exam. */
export const timeTerms = ({
  exam,
  accommodation,
  exception,
}: { readonly exam: ExamRecord } & Pick<PersonalTerms, 'accommodation' | 'exception'>): TimeTerms => ({
  rules: exam.rules,
  window: exam,
  accommodation,
  exception,
})

export interface GradeRecord {
  readonly kind: 'automatic' | 'manual' | 'regrade'
  readonly grader: string
  readonly revision: number
  readonly result: GradeResult
  readonly points: number
  /** Percent of the points lost for lateness; `points` is what is left. */
  readonly latePercent: number
  readonly at: Date
  /** Of a person who graded, or had it graded anew. */
  readonly reason: string | null
}

/** Work that came too late to count. */
export interface LateWorkRecord {
  readonly response: StoredResponse
  /** As the student's page says. */
  readonly typedAt: Date
  readonly receivedAt: Date
}

export interface AttemptItemRecord {
  readonly id: string
  readonly position: number
  /** The problem's place in the exam. */
  readonly slot: number
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
  /** The points of the grade before the one that counts; null where that was the first. */
  readonly pointsBefore: number | null
  readonly lateWork: readonly LateWorkRecord[]
}

export interface AttemptRecord extends AttemptFacts, PersonalTerms {
  readonly id: string
  readonly number: number
  readonly closeReason: CloseReason | null
  readonly student: { readonly id: string; readonly name: string }
  readonly exam: ExamRecord
  readonly oneWay: boolean
  /** In one-way navigation: position of the problem at work. */
  readonly reached: number
  readonly receipt: string | null
  /** Taken by staff to see the exam as a student does. */
  readonly isPreview: boolean
  readonly items: readonly AttemptItemRecord[]
}

/** What the page at work shows of an attempt, and what decides which of it. */
export interface RoomRecord
  extends AttemptFacts,
    Pick<AttemptRecord, 'id' | 'oneWay' | 'reached' | 'isPreview'> {
  readonly exam: Pick<ExamRecord, 'id' | 'title'>
  readonly items: readonly (Pick<
    AttemptItemRecord,
    | 'id'
    | 'position'
    | 'type'
    | 'params'
    | 'settings'
    | 'points'
    | 'flagged'
    | 'revision'
    | 'response'
    | 'savedAt'
  > & {
    /** The save that made the latest revision. */
    readonly mutationId: string | null
    /** The exam's heading over the problem; its text is Markdown. */
    readonly section: { readonly title: Localized; readonly text: Localized } | null
  })[]
}

/** The problems that the student may see now: in one-way navigation the one at work alone. */
export const openItems = ({ oneWay, reached, items }: RoomRecord): RoomRecord['items'] =>
  items.filter(({ position }) => !oneWay || position === reached)
