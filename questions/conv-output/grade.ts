import type { GradeResult } from '@/lib/question/grade-result'
import { type Variant, variantOf } from './consequences'
import { gradePart, rounded } from './grade-part'
import { gradeSketch } from './grade-sketch'
import type { ConvOutputParams } from './params'
import type { Answer } from './read-answer'
import { readPart } from './read-part'
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
  const variant = variantOf(params)
  const answers = readAnswers(variant, response)
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

/** The parts in their order, since a later working may refer to an earlier answer. */
function readAnswers(variant: Variant, response: ConvOutputResponse): Answers {
  const padding: Answer =
    variant.params.padding === 'same'
      ? readPart(variant, 'padding', response.padding ?? '', {})
      : { kind: 'empty' }
  const paddedSize = readPart(variant, 'paddedSize', response.paddedSize, { padding })
  const outputSize = readPart(variant, 'outputSize', response.outputSize, { padding, paddedSize })
  return { padding, paddedSize, outputSize }
}
