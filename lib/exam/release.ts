import {
  type Accommodation,
  type ExamException,
  type ExamRules,
  type ExamWindow,
  type Moment,
  noAccommodation,
  noException,
} from './rules'
import { lastMoment } from './schedule'

/** What a student may see of a closed attempt now. */
export interface Released {
  readonly score: boolean
  readonly parts: boolean
  readonly feedback: boolean
  readonly solution: boolean
}

export const everything: Released = { score: true, parts: true, feedback: true, solution: true }

/**
 * What the exam's rules release at this time. 'after-closing' waits until nothing more is taken from anybody,
 * accommodations, exceptions and the late period included, since a solution seen by one is soon seen by all; without
 * an end it never comes by itself.
 *
 * @param lastMoment when nothing more is taken from the slowest student; null for never
 */
export function releasedAt(
  review: ExamRules['review'],
  lastMoment: Date | null,
  now: Date,
  attemptClosed: boolean,
): Released {
  const over = (moment: Moment): boolean => {
    if (!attemptClosed || moment === 'never') return false
    return moment === 'after-submission' || (lastMoment !== null && now >= lastMoment)
  }
  const score = over(review.score)
  // The points of the parts add up to the score, and feedback tells the points of its part.
  const parts = score && over(review.parts)
  return { score, parts, feedback: parts && over(review.feedback), solution: over(review.solution) }
}

/**
 * When nothing more is taken from anybody: the latest of the usual end and of the ends of those for whom something
 * else holds; null where one of them has none.
 */
export function slowestMoment(
  rules: ExamRules,
  window: ExamWindow,
  special: readonly { readonly accommodation: Accommodation; readonly exception: ExamException }[],
): Date | null {
  const usual = { accommodation: noAccommodation, exception: noException }
  const ends = [usual, ...special].map((each) => lastMoment({ rules, window, ...each }))
  return ends.reduce((latest, end) => (latest === null || end === null ? null : end > latest ? end : latest))
}
