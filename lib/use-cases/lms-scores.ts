import type { PassbackAttempt, ScoreToSend } from '@/lib/exam/passback'
import type { StaffViewer } from './deps'
import type { ExamRecord } from './records'

/** How one student's score stands with the LMS: whether it is there, and if not, why. */
export type ScoreStanding =
  /** Has never opened the exam's course from this LMS: it does not know whose score it would be. */
  | 'not-through-lms'
  | 'not-started'
  /** There is no score yet, or the exam's rules hold it back. */
  | 'not-released'
  | 'queued'
  /** Could not be sent, and is tried again by itself. */
  | 'retrying'
  /** Taken by the LMS and not read back yet. */
  | 'sent'
  | 'same'
  /** The LMS shows another score than the one it was sent, or that stood there before any was. */
  | 'changed-there'
  | 'missing-there'
  /** The LMS does not take it; not tried again by itself. */
  | 'refused'

export interface LmsScoreRow {
  readonly userId: string
  readonly name: string
  /** The LMS's own name for the student; null where it is not known. */
  readonly subject: string | null
  readonly ours: ScoreToSend | null
  /** As the LMS showed it when it was last read, on its own scale. */
  readonly theirs: { readonly score: number | null; readonly max: number } | null
  readonly sentAt: Date | null
  readonly readAt: Date | null
  /** When it is tried again. */
  readonly nextAt: Date | null
  readonly standing: ScoreStanding
  /** A code such as 'http-400', 'no-scope' or 'unreachable'. */
  readonly problem: string | null
}

export interface LmsScoreLink {
  readonly id: string
  readonly title: string
  readonly platform: string
  /** What this link lacks for scores to be sent at all. */
  readonly lacks: 'launch' | 'scope' | null
  readonly comparedAt: Date | null
  readonly compareError: string | null
  readonly rows: readonly LmsScoreRow[]
}

export interface LmsScores {
  readonly exam: ExamRecord
  readonly links: readonly LmsScoreLink[]
}

export interface LmsScoreStore {
  /** Null for whoever may not change the exam. */
  find(input: {
    readonly examId: string
    readonly viewer: StaffViewer
    readonly now: Date
  }): Promise<LmsScores | null>
  /**
   * Sends again one student's score, or all that have not arrived, and tells how many; null for whoever may not.
   * `overwrite`: of one student, whatever stands in the LMS.
   */
  resend(input: {
    readonly linkId: string
    readonly viewer: StaffViewer
    readonly subject: string | null
    readonly overwrite: boolean
    readonly now: Date
  }): Promise<number | null>
  /** Notes that somebody asks for the scores to be read back; false for whoever may not. */
  noteComparison(input: {
    readonly linkId: string
    readonly viewer: StaffViewer
    readonly now: Date
  }): Promise<boolean>
}

interface StoredStanding {
  readonly state: string
  readonly tries: number
  readonly theirs: LmsScoreRow['theirs']
}

/** @param row of the outbox; null: there is none */
export function standingOf(
  row: StoredStanding | null,
  hasLaunched: boolean,
  attempts: readonly PassbackAttempt[],
): ScoreStanding {
  const closed = attempts.some(({ closedAt }) => closedAt !== null)
  if (!row) return !hasLaunched ? 'not-through-lms' : closed ? 'queued' : 'not-started'
  switch (row.state) {
    case 'waiting':
      return closed ? 'not-released' : 'not-started'
    case 'due':
      return row.tries > 0 ? 'retrying' : 'queued'
    case 'delivered':
      return 'sent'
    case 'confirmed':
      return 'same'
    case 'differs':
      return row.theirs?.score == null ? 'missing-there' : 'changed-there'
    default:
      return 'refused'
  }
}
