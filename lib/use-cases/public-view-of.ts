import { QuestionDefectError } from '@/lib/question/define-question'
import type { PublicQuestion } from '@/lib/question/public-view'
import type { QuestionRegistry } from '@/lib/question/registry'
import type { AttemptItemRecord } from './records'

/** The public view of an item's variant. Throws QuestionDefectError where its type is not installed. */
export function publicViewOf(
  questions: QuestionRegistry,
  item: Pick<AttemptItemRecord, 'type' | 'params' | 'settings'>,
): PublicQuestion {
  const question = questions.find(item.type)
  if (!question) throw new QuestionDefectError(`no question type '${item.type}' is installed`)
  return question.publicView(item.params, item.settings)
}
