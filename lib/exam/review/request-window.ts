import type { ExamRules } from '@/lib/exam/rules'

const DAY = 86_400_000

/**
 * Until when a student may ask for a review: so many days after the feedback was released. Null where the rules allow
 * none, or it is not released and never will be by itself.
 *
 * @param lastMoment when nothing more is taken from the slowest student; null for never
 */
export function requestsUntil(
  rules: Pick<ExamRules, 'reviewRequestDays' | 'review'>,
  closedAt: Date,
  lastMoment: Date | null,
): Date | null {
  if (rules.reviewRequestDays === null) return null
  // Feedback comes with the score and the points of the parts at the earliest: lib/exam/release.ts
  const moments = [rules.review.score, rules.review.parts, rules.review.feedback]
  if (moments.includes('never')) return null
  if (!moments.includes('after-closing')) return new Date(closedAt.getTime() + rules.reviewRequestDays * DAY)
  if (lastMoment === null) return null
  const released = Math.max(closedAt.getTime(), lastMoment.getTime())
  return new Date(released + rules.reviewRequestDays * DAY)
}
