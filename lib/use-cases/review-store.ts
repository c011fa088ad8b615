import type { Json } from '@/lib/core/json'
import type { Localized } from '@/lib/core/localized'
import type { Waiting } from '@/lib/exam/review/group'
import type { Override } from '@/lib/exam/review/override'
import type { StoredResponse } from '@/lib/question/field'
import type { GradeResult } from '@/lib/question/grade-result'
import type { StaffViewer } from './deps'
import type { GradeRecord } from './records'

export interface WaitingItem extends Waiting {
  readonly attemptId: string
  /** Of the frozen version that the variant was drawn from. */
  readonly settings: Json
  readonly student: string
  /** The latest grade: a decision holds only while it still is. */
  readonly gradeId: string | null
  readonly awarded: number | null
  readonly requests: readonly AskedReview[]
  /** Somebody else who has it before them now. */
  readonly claimedBy: string | null
}

export interface AskedReview {
  readonly part: string
  readonly criterion: string
  readonly words: string
  readonly askedAt: Date
}

export interface ReviewScope {
  readonly examId?: string
  readonly courseId?: string
}

export interface ReviewQueue {
  readonly title: Localized
  readonly course: { readonly id: string; readonly title: Localized }
  readonly items: readonly WaitingItem[]
  /** Automatic grades that were checked by chance: how many, and how many had their points changed. */
  readonly audits: { readonly checked: number; readonly changed: number; readonly open: number }
}

/** One answer of a decision; `gradeId` is the grade that the reviewer saw. */
export interface Target {
  readonly itemId: string
  readonly gradeId: string | null
}

/** What a decision is computed from, as it stands under the lock. */
export interface DecidedItem {
  readonly itemId: string
  readonly type: string
  readonly result: GradeResult | null
  readonly points: number
  readonly latePercent: number
}

export interface Decision {
  readonly decisionId: string
  readonly viewer: StaffViewer
  readonly now: Date
  readonly reason: string
  readonly override: Override
  readonly targets: readonly Target[]
  readonly grade: (item: DecidedItem) => { readonly result: GradeResult; readonly points: number } | null
}

export type DecisionOutcome = {
  readonly settled: readonly string[]
  /** Somebody else was first: graded meanwhile, or has it before them. */
  readonly overtaken: readonly string[]
  /** Not there, not theirs, or not such that the decision fits. */
  readonly refused: readonly string[]
}

export interface GradeEvent extends GradeRecord {
  readonly id: string
  readonly by: string | null
  readonly reason: string | null
  readonly decisionId: string | null
  readonly undoesId: string | null
}

export interface ItemHistory {
  readonly itemId: string
  readonly revisions: readonly {
    readonly number: number
    readonly response: StoredResponse
    readonly receivedAt: Date
  }[]
  /** Oldest first. */
  readonly grades: readonly GradeEvent[]
  readonly requests: readonly (AskedReview & {
    readonly answeredAt: Date | null
    readonly answer: string | null
  })[]
}

export interface AttemptHistory {
  readonly items: readonly ItemHistory[]
  readonly events: readonly { readonly kind: string; readonly data: unknown; readonly at: Date }[]
}

export interface ReviewStore {
  /** Whether the viewer may grade in the exam's course: an instructor or a grader of it, or an administrator. */
  mayGrade(input: ReviewScope & { viewer: StaffViewer }): Promise<boolean>
  /** What waits for a person in an exam or a course; null where the viewer may not grade there. */
  findQueue(input: ReviewScope & { viewer: StaffViewer; now: Date }): Promise<ReviewQueue | null>
  /** Takes answers before the viewer until then, others' living claims excepted; gives those that are theirs now. */
  claim(input: {
    itemIds: readonly string[]
    viewer: StaffViewer
    now: Date
    until: Date
  }): Promise<readonly string[]>
  /** Writes one grade for each target that is still as the reviewer saw it, in one transaction. */
  decide(decision: Decision): Promise<DecisionOutcome>
  /** Puts back the grades from before a decision of the viewer's course, where nothing came after it. */
  undo(input: {
    decisionId: string
    viewer: StaffViewer
    now: Date
  }): Promise<{ readonly restored: number; readonly kept: number } | null>
  /** Every revision and grade of an attempt, for those who teach the course. */
  findHistory(input: { attemptId: string; viewer: StaffViewer }): Promise<AttemptHistory | null>
  /** The same of grades and requests, for the student whose attempt it is; `by` is never told. */
  findOwnHistory(input: { attemptId: string; userId: string }): Promise<readonly ItemHistory[]>
  /** Opens a closed attempt again; 'open' where it, or another attempt of the student, is open. */
  reopen(input: {
    attemptId: string
    viewer: StaffViewer
    now: Date
    until: Date
  }): Promise<'reopened' | 'not-found' | 'open'>
  /** One request for each part or criterion; false where there is one. */
  ask(input: {
    itemId: string
    userId: string
    part: string
    criterion: string
    words: string
    now: Date
  }): Promise<boolean>
}
