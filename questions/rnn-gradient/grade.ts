import type { Localized } from '@/lib/core/localized'
import type { TextGrade } from '@/lib/grading/rubric/grade-text'
import type { GradeResult, PartResult } from '@/lib/question/grade-result'
import { behaviourOf } from './behaviour'
import { criterionIds, criterionTitle } from './criteria'
import { explain } from './explain'
import { gradeBoundPart } from './grade-bound-part'
import { numbersOf, type Params, type Response } from './params'
import type { Settings } from './settings'
import { boundSteps } from './steps'

function explanationFeedback(graded: TextGrade): Localized {
  if (graded.empty) return { ko: '답이 없습니다.', en: 'No answer.' }
  const lines: Localized[] = []
  if (graded.signals.instructions) {
    lines.push({
      ko: '채점자에게 하는 말은 답으로 보지 않으며, 점수를 바꾸지 않습니다.',
      en: 'Words addressed to the grader are no part of the answer and do not change the score.',
    })
  }
  if (graded.signals.copied) {
    lines.push({
      ko: '문제를 그대로 옮긴 문장은 보지 않았습니다.',
      en: 'Sentences copied from the question were not counted.',
    })
  }
  if (graded.signals.list) {
    lines.push({
      ko: '낱말만 늘어놓은 부분은 설명으로 보지 않았습니다.',
      en: 'Mere lists of words were not counted as an explanation.',
    })
  }
  if (graded.signals.truncated) {
    lines.push({ ko: '처음 4,000자만 채점했습니다.', en: 'Only the first 4,000 characters were graded.' })
  }
  const named = new Set<string>()
  for (const { id, feedback } of graded.misconceptions) {
    if (!named.has(id)) lines.push(feedback)
    named.add(id)
  }
  return { ko: lines.map((line) => line.ko).join(' '), en: lines.map((line) => line.en).join(' ') }
}

/** Grades the explanation by the rubric and, with numbers, the bound by its value. */
export function grade(params: Params, response: Response, settings: Settings): GradeResult {
  const numeric = numbersOf(params) !== null
  const max = numeric ? 1 - settings.boundShare : 1
  const graded = explain(params, response.explanation, settings)
  const explanation: PartResult = {
    id: 'explanation',
    title: { ko: '설명', en: 'Explanation' },
    score: max * graded.score,
    max,
    code: graded.empty
      ? 'empty'
      : graded.score === 1
        ? 'correct'
        : graded.score > 0
          ? 'partial'
          : 'incorrect',
    feedback: explanationFeedback(graded),
    evidence: graded.misconceptions.flatMap(({ evidence }) => (evidence === null ? [] : [evidence])),
    criteria: graded.criteria,
  }
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
