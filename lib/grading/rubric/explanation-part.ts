import type { Localized } from '@/lib/core/localized'
import type { PartResult } from '@/lib/question/grade-result'
import type { TextGrade } from './grade-text'

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

/** The part of a grade that a rubric decides. @param max share of the problem's points that it carries */
export const explanationPart = (graded: TextGrade, max: number): PartResult => ({
  id: 'explanation',
  title: { ko: '설명', en: 'Explanation' },
  score: max * graded.score,
  max,
  code: graded.empty ? 'empty' : graded.score === 1 ? 'correct' : graded.score > 0 ? 'partial' : 'incorrect',
  feedback: explanationFeedback(graded),
  evidence: graded.misconceptions.flatMap(({ evidence }) => (evidence === null ? [] : [evidence])),
  criteria: graded.criteria,
})
