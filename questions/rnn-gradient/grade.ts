import type { GradeResult, PartResult } from '@/lib/question/grade-result'
import { behaviourOf } from './behaviour'
import { criterionIds, criterionTitle } from './criteria'
import { gradeBoundPart } from './grade-bound-part'
import { numbersOf, type Params, type Response } from './params'
import { referenceExplanation } from './reference'
import type { Settings } from './settings'
import { boundSteps } from './steps'

export function grade(params: Params, response: Response, settings: Settings): GradeResult {
  const numeric = numbersOf(params) !== null
  const max = numeric ? 1 - settings.boundShare : 1
  const reference = referenceExplanation(params)
  const full = response.explanation === reference.ko || response.explanation === reference.en
  const ids = criterionIds[behaviourOf(params)]
  const explanation: PartResult = {
    id: 'explanation',
    title: { ko: '설명', en: 'Explanation' },
    score: full ? max : 0,
    max,
    code: full ? 'correct' : 'incorrect',
    feedback: { ko: '', en: '' },
    evidence: [],
    criteria: ids.map((id) => ({
      id,
      title: criterionTitle[id],
      weight: 1 / ids.length,
      score: full ? 1 : 0,
      confidence: 0.5,
      decision: full ? 'met' : 'unsure',
      feedback: { ko: '', en: '' },
      evidence: [],
    })),
  }
  const parts = numeric ? [explanation, gradeBoundPart(params, response.bound, settings)] : [explanation]
  const score = Math.min(
    1,
    parts.reduce((sum, part) => sum + part.score, 0),
  )
  return {
    score,
    interval: [score, full ? score : Math.min(1, score + max)],
    status: full ? 'graded' : 'needs-review',
    parts,
    steps: boundSteps(params),
  }
}
