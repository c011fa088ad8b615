import type { Localized } from '@/lib/core/localized'
import { explanationPart } from '@/lib/grading/rubric/explanation-part'
import type { GradeResult } from '@/lib/question/grade-result'
import { behaviourOf } from './behaviour'
import { criterionIds, criterionTitle } from './criteria'
import { explain } from './explain'
import { gradeBoundPart } from './grade-bound-part'
import { numbersOf, type Params, type Response } from './params'
import type { Settings } from './settings'
import { boundSteps } from './steps'

/** Grades the explanation by the rubric and, with numbers, the bound by its value. */
export function grade(params: Params, response: Response, settings: Settings): GradeResult {
  const numeric = numbersOf(params) !== null
  const max = numeric ? 1 - settings.boundShare : 1
  const graded = explain(params, response.explanation, settings)
  const explanation = explanationPart(graded, max)
  const bound = numeric ? gradeBoundPart(params, response.bound, settings) : null
  const rest = bound?.score ?? 0
  const within = (value: number): number => Math.min(1, Math.max(0, value))
  const parts = bound === null ? [explanation] : [explanation, bound]
  const invalid = parts.every((part) => part.code === 'empty' || part.code === 'invalid')
  return {
    score: within(explanation.score + rest),
    interval: [within(max * graded.interval[0] + rest), within(max * graded.interval[1] + rest)],
    status: graded.needsReview ? 'needs-review' : invalid ? 'invalid' : 'graded',
    parts,
    steps: [
      ...criterionIds[behaviourOf(params)].map((id, index): Localized => {
        const title = criterionTitle[id]
        const score = graded.criteria[index]?.score ?? 0
        return { ko: `${title.ko}: ${score} / 1`, en: `${title.en}: ${score} / 1` }
      }),
      ...boundSteps(params),
    ],
  }
}
