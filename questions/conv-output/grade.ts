import { readPadding, readSize } from '@/lib/grading/sizes/read-size'
import type { GradeResult } from '@/lib/question/grade-result'
import { convOutputKey } from './arithmetic'
import type { Variant } from './consequences'
import { gradePart, rounded } from './grade-part'
import { gradeSketch } from './grade-sketch'
import type { ConvOutputParams } from './params'
import { readAnswer } from './read-answer'
import type { ConvOutputResponse } from './response'
import type { Answers } from './routes'
import type { ConvOutputSettings } from './settings-fields'
import { askedParts } from './slips'
import { steps } from './steps'

/**
 * Grades padding, padded size, output size and sketch. Total on responses. Each part is judged by the key and, where
 * an earlier part is wrong, by the student's own value (docs/follow-through.md).
 */
export function grade(
  params: ConvOutputParams,
  response: ConvOutputResponse,
  settings: ConvOutputSettings,
): GradeResult {
  const variant: Variant = { params, key: convOutputKey(params) }
  const chosen = params.padding === 'same'
  const answers: Answers = {
    padding: chosen ? readAnswer(response.padding ?? '', readPadding, true) : { kind: 'empty' },
    paddedSize: readAnswer(response.paddedSize, readSize, false),
    outputSize: readAnswer(response.outputSize, readSize, false),
  }
  const parts = [
    ...askedParts(params).map((part) => gradePart(variant, answers, part, settings)),
    gradeSketch(variant, answers, response.sketch, settings),
  ]
  const earned = parts.reduce((sum, part) => sum + part.score, 0)
  const most = parts.reduce((sum, part) => sum + part.max, 0)
  const score = rounded(earned / most)
  const unreadable = parts.every(({ code }) => code === 'invalid' || code === 'empty')
  return {
    score,
    interval: [score, score],
    status: unreadable ? 'invalid' : 'graded',
    parts,
    steps: steps(params),
  }
}
