import type { Clock } from '@/lib/core/clock'
import { err, ok, type Result } from '@/lib/core/result'
import type { CriterionResult, Evidence } from '@/lib/question/grade-result'
import type { QuestionRegistry } from '@/lib/question/registry'
import type { SecondReader } from './second-reader'
import type { ItemToRead, SuggestionStore } from './suggestion-store'

export interface SecondReadDeps {
  readonly clock: Clock
  readonly questions: QuestionRegistry
  readonly suggestions: SuggestionStore
  readonly secondReader: SecondReader
}

interface UnsureCriterion {
  readonly criterion: CriterionResult
  readonly answer: string
  readonly against: readonly Evidence[]
}

/** The criteria that the grader could not decide, each with the text that it is about. */
function unsureCriteria({ result, response, suggested }: ItemToRead): readonly UnsureCriterion[] {
  return result.parts.flatMap((part) => {
    const answer = response[part.id]
    if (typeof answer !== 'string') return []
    return (part.criteria ?? [])
      .filter(({ id, decision }) => decision === 'unsure' && !suggested.includes(id))
      .map((criterion) => ({
        criterion,
        answer,
        against: [...part.evidence, ...criterion.evidence].filter(
          ({ role }) => role === 'contradict' || role === 'misconception',
        ),
      }))
  })
}

/**
 * Asks the second reader about the unsure criteria of a closed item and stores what it suggests. No grade changes.
 * Stops at the first call that cannot be served, so that a dead endpoint is not asked once for each criterion; what
 * was suggested until then is kept, and the next run asks only for the rest.
 */
export async function secondRead(
  { clock, questions, suggestions, secondReader }: SecondReadDeps,
  { itemId, signal }: { itemId: string; signal?: AbortSignal },
): Promise<Result<{ stored: number }, { kind: 'unavailable'; why: string }>> {
  const item = await suggestions.findForReading(itemId)
  const question = item && questions.find(item.type)
  if (!item || !question) return ok({ stored: 0 })
  const { statement } = question.publicView(item.params, item.settings)
  let stored = 0
  for (const { criterion, answer, against } of unsureCriteria(item)) {
    const task = { question: statement, criterion: criterion.title, answer, against }
    const outcome = await secondReader.read(task, signal)
    if (outcome.kind === 'unavailable') return err(outcome)
    if (outcome.kind === 'none') continue
    const { kind: _, ...suggested } = outcome
    await suggestions.add({
      ...suggested,
      itemId: item.itemId,
      gradeId: item.gradeId,
      criterion: criterion.id,
      model: secondReader.model,
      at: clock.now(),
    })
    stored += 1
  }
  return ok({ stored })
}
