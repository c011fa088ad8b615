import type { JsonObject } from '@/lib/core/json'
import type { Mistake, Solution } from '@/lib/question/contract'
import type { Question } from '@/lib/question/define-question'
import type { StoredResponse } from '@/lib/question/field'
import type { GradeResult } from '@/lib/question/grade-result'
import type { PublicQuestion } from '@/lib/question/public-view'
import type { QuestionRegistry } from '@/lib/question/registry'

/** A variant with all its secrets, for instructors. */
export interface SampleVariant {
  readonly seed: string
  readonly params: JsonObject
  readonly question: PublicQuestion
  readonly reference: StoredResponse
  readonly referenceGrade: GradeResult
  readonly solution: Solution
  readonly mistakes: readonly Mistake[]
}

/**
 * The variant that a seed gives under an author's settings (the type's default ones unless given); null for an unknown
 * type. Throws QuestionDefectError where the settings do not parse or leave no variant.
 */
export function sampleVariant(
  questions: QuestionRegistry,
  slug: string,
  seed: string,
  settings: unknown = {},
): SampleVariant | null {
  const question = questions.find(slug)
  return question && sampleOf(question, seed, settings, null)
}

/** The same of a type at hand; with params that are fixed, of these. */
export function sampleOf(
  question: Question,
  seed: string,
  settings: unknown,
  fixedParams: JsonObject | null,
): SampleVariant {
  const params = fixedParams ?? question.generate(seed, settings)
  const reference = question.reference(params, settings)
  return {
    seed,
    params,
    question: question.publicView(params, settings),
    reference,
    referenceGrade: question.grade(params, reference, settings),
    solution: question.solution(params, settings),
    mistakes: question.mistakes(params, settings),
  }
}

/** Whether a type has an answer in words, which a rubric judges. */
export const asksForText = (question: Question): boolean =>
  question.publicView(question.generate('text', {})).fields.some(({ kind }) => kind === 'text')
