import { z } from 'zod'
import type { GradeResult } from '@/lib/question/grade-result'
import { pointsFor } from './points'

/**
 * What comes of grading anew. as-computed: what the grader says now; never-lower: that, where it is no less than before;
 * full-credit: all points, whatever was answered; drop: the problem counts as if it had never been asked.
 */
export const policies = ['as-computed', 'never-lower', 'full-credit', 'drop'] as const
export const policySchema = z.enum(policies)
export type RegradePolicy = z.infer<typeof policySchema>

/** What a policy looks at, of one answer. */
export interface RegradeCase {
  /** Hundredths; null where there is no grade yet. */
  readonly before: number | null
  readonly points: number
  readonly latePercent: number
  readonly result: GradeResult
  /** Points and maximum of the attempt's problems that are not dropped, as far as they are graded. */
  readonly others: { readonly awarded: number; readonly points: number }
}

/** The points under a policy and the result that stands behind them; null where the grade before stays. */
export function underPolicy(
  policy: RegradePolicy,
  { before, points, latePercent, result, others }: RegradeCase,
): { readonly points: number; readonly result: GradeResult } | null {
  const given = (share: number) => pointsFor((share * (100 - latePercent)) / 100, points)
  switch (policy) {
    case 'as-computed':
      return { points: given(result.score), result }
    case 'never-lower': {
      const computed = given(result.score)
      return before !== null && computed < before ? null : { points: computed, result }
    }
    case 'full-credit':
      return { points: given(1), result: decided(result, 1, everybody) }
    case 'drop': {
      // With the share of the other problems, the total in percent is what it would be without this one.
      const share = others.points === 0 ? 1 : Math.min(1, others.awarded / others.points)
      return { points: pointsFor(share, points), result: decided(result, share, dropped) }
    }
  }
}

const everybody = {
  ko: '이 문제는 모든 응시자에게 만점을 주기로 했습니다.',
  en: 'Everybody gets full points for this problem.',
}
const dropped = {
  ko: '이 문제는 채점에서 제외되어, 나머지 문제의 득점률을 그대로 적용합니다.',
  en: 'This problem was dropped: it counts with the share of points that you have in the others.',
}

/** The result with its parts at one share, and in words why. */
const decided = (result: GradeResult, share: number, feedback: typeof everybody): GradeResult => ({
  score: share,
  interval: [share, share],
  status: 'graded',
  parts: result.parts.map(({ criteria: _, ...part }) => ({
    ...part,
    score: part.max * share,
    code: share === 1 ? 'correct' : 'decided',
    feedback,
    evidence: [],
  })),
  steps: result.steps,
})
