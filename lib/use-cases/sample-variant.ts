import type { JsonObject } from '@/lib/core/json'
import type { Mistake, Solution } from '@/lib/question/contract'
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

/** The variant that a seed gives under a type's default settings; null for an unknown type. */
export function sampleVariant(questions: QuestionRegistry, slug: string, seed: string): SampleVariant | null {
  const question = questions.find(slug)
  if (!question) return null
  const params = question.generate(seed, {})
  const reference = question.reference(params)
  return {
    seed,
    params,
    question: question.publicView(params),
    reference,
    referenceGrade: question.grade(params, reference),
    solution: question.solution(params),
    mistakes: question.mistakes(params),
  }
}
