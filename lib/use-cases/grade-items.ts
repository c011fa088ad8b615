import { pointsFor } from '@/lib/exam/points'
import { QuestionDefectError } from '@/lib/question/define-question'
import type { QuestionRegistry } from '@/lib/question/registry'
import type { NewGrade } from './deps'
import type { AttemptItemRecord } from './records'

/** Grades the latest draft of every item. A broken question gives no grade instead of zero points. */
export function gradeItems(questions: QuestionRegistry, items: readonly AttemptItemRecord[]): NewGrade[] {
  return items.map((item) => {
    const question = questions.find(item.type)
    const grader = `${item.type}@${question?.version ?? 'unknown'}`
    const base = { itemId: item.id, grader, revision: item.revision }
    try {
      if (!question) throw new QuestionDefectError(`no question type '${item.type}' is installed`)
      const result = question.grade(item.params, item.response, item.settings)
      return { ...base, outcome: { kind: 'graded', result, points: pointsFor(result.score, item.points) } }
    } catch (error) {
      if (!(error instanceof QuestionDefectError)) throw error
      return { ...base, outcome: { kind: 'defect', message: error.message } }
    }
  })
}
