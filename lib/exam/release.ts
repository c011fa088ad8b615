import type { ExamRules, ExamWindow, Moment } from './rules'

/** What a student may see of a closed attempt now. */
export interface Released {
  readonly score: boolean
  readonly feedback: boolean
  readonly solution: boolean
}

/**
 * What the exam's rules release at this time. 'after-closing' waits for the end of the window of everybody,
 * accommodations included, since a solution seen by one is soon seen by all; without an end it never comes by itself.
 */
export function releasedAt(
  rules: ExamRules,
  window: ExamWindow,
  latestEnd: Date | null,
  now: Date,
  attemptClosed: boolean,
): Released {
  const over = (moment: Moment): boolean => {
    if (!attemptClosed || moment === 'never') return false
    if (moment === 'after-submission') return true
    const end = latestEnd ?? window.closesAt
    return end !== null && now >= end
  }
  // Feedback on parts tells their points, so it never comes before the score.
  return {
    score: over(rules.review.score),
    feedback: over(rules.review.feedback) && over(rules.review.score),
    solution: over(rules.review.solution),
  }
}
