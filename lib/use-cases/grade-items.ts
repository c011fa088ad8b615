import { latePercent } from '@/lib/exam/late'
import { pointsFor } from '@/lib/exam/points'
import { drawnForAudit } from '@/lib/exam/review/audit'
import { QuestionDefectError } from '@/lib/question/define-question'
import type { QuestionRegistry } from '@/lib/question/registry'
import type { GradableItem, NewGrade } from './deps'

/**
 * Grades the latest draft of every item; what was saved after the window loses its share of the points. A broken
 * question gives no grade instead of zero points, whatever breaks: an attempt is never kept open by it, nor those that
 * are closed beside it.
 */
export function gradeItems(questions: QuestionRegistry, items: readonly GradableItem[]): NewGrade[] {
  return items.map((item) => {
    const question = questions.find(item.type)
    const grader = `${item.type}@${question?.version ?? 'unknown'}`
    const base = { itemId: item.id, grader, revision: item.revision }
    try {
      if (!question) throw new QuestionDefectError(`no question type '${item.type}' is installed`)
      const result = question.grade(item.params, item.response, item.settings)
      const late = latePercent(item.late, item.savedAt)
      const points = pointsFor((result.score * (100 - late)) / 100, item.points)
      // An empty answer has nothing to check, and a doubtful one is looked at anyhow.
      const audit =
        item.audit !== null &&
        item.revision > 0 &&
        result.status !== 'needs-review' &&
        drawnForAudit(item.audit.seed, item.id, item.audit.percent)
      return { ...base, outcome: { kind: 'graded', result, points, latePercent: late, audit } }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      return { ...base, outcome: { kind: 'defect', message } }
    }
  })
}
