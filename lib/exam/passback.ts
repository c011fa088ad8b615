import { countingAttempt } from './counting'
import { releasedAt } from './release'
import type { ExamRules } from './rules'

/** What a learning management system is told of one student at one exam. Points are whole hundredths. */
export interface ScoreToSend {
  /** Null: there is no final score (yet). */
  readonly given: number | null
  readonly max: number
  readonly activity: 'InProgress' | 'Completed'
  readonly grading: 'FullyGraded' | 'PendingManual' | 'NotReady'
  /** Number of the attempt. */
  readonly attempt: number
}

export interface PassbackAttempt {
  readonly number: number
  readonly closedAt: Date | null
  /** Null until every problem is graded. */
  readonly awarded: number | null
  readonly possible: number
  readonly needsReview: boolean
}

export interface PassbackExam {
  readonly rules: Pick<ExamRules, 'counts' | 'review'>
  /** When nothing more is taken from the slowest student; null for never. */
  readonly slowestMoment: Date | null
}

/**
 * The score of the attempt that counts, as far as the student may know it now; null: nothing to tell yet. While a
 * person has still to look at an answer there is no final score.
 */
export function scoreToSend(
  { rules, slowestMoment }: PassbackExam,
  attempts: readonly PassbackAttempt[],
  now: Date,
): ScoreToSend | null {
  const counting = countingAttempt(rules.counts, attempts)
  const open = attempts.find(({ closedAt }) => closedAt === null)
  if (!counting)
    return open
      ? {
          given: null,
          max: open.possible,
          activity: 'InProgress',
          grading: 'NotReady',
          attempt: open.number,
        }
      : null
  if (!releasedAt(rules.review, slowestMoment, now, true).score) return null
  const { awarded, possible, needsReview, number } = counting
  const final = awarded !== null && !needsReview
  return {
    given: final ? Math.min(possible, Math.max(0, awarded)) : null,
    max: possible,
    activity: 'Completed',
    grading: final ? 'FullyGraded' : 'PendingManual',
    attempt: number,
  }
}
