import { explanationPart } from '@/lib/grading/rubric/explanation-part'
import { gradeText, type TextGrade } from '@/lib/grading/rubric/grade-text'
import type { GradeResult } from '@/lib/question/grade-result'
import type { Response } from './params'
import { CASE, idOf, preparedFor } from './rubric'
import type { Settings } from './settings'

/** The verdicts on an answer, criterion by criterion. */
export function judge(answer: string, settings: Settings): TextGrade {
  const { rubric, model, shown } = preparedFor(settings)
  return gradeText(answer, {
    prepared: rubric,
    model,
    criteria: settings.criteria.map(({ weight }, place) => ({ id: idOf(place), weight })),
    variantCase: CASE,
    numeric: false,
    shown,
  })
}

export function grade(_: object, response: Response, settings: Settings): GradeResult {
  const graded = judge(response.explanation, settings)
  return {
    score: graded.score,
    interval: graded.interval,
    status: graded.needsReview ? 'needs-review' : graded.empty ? 'invalid' : 'graded',
    parts: [explanationPart(graded, 1)],
    steps: graded.criteria.map(({ title, score }) => ({
      ko: `${title.ko}: ${score} / 1`,
      en: `${title.en}: ${score} / 1`,
    })),
  }
}
