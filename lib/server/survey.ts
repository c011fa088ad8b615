import type { JsonObject } from '@/lib/core/json'
import { type Certificate, certifySteps } from '@/lib/question/certify'
import type { Question } from '@/lib/question/define-question'
import type { QuestionRegistry } from '@/lib/question/registry'

/** Longest stretch of work before saves of running exams get their turn, milliseconds. */
const SLICE_MS = 8
/** Whole certificates that are kept: an author publishes what was just looked at. */
const MOST_KEPT = 50
const kept = new Map<string, Certificate>()

export interface Survey {
  readonly certificate: Certificate
  /** Whether every variant was looked at. */
  readonly whole: boolean
}

/**
 * Goes through the variants of an author's settings in slices, so that the server stays awake beside it.
 * @param patienceMs gives what was found by then; Infinity for the whole certificate
 * @throws QuestionDefectError where the settings do not parse or leave no variant
 */
export async function surveyVariants(
  question: Question,
  settings: JsonObject,
  patienceMs: number,
): Promise<Survey> {
  const key = `${question.slug}@${question.version} ${JSON.stringify(settings)}`
  const known = kept.get(key)
  if (known) return { certificate: known, whole: true }
  const steps = certifySteps(question, settings)
  const end = performance.now() + patienceMs
  for (;;) {
    const pause = performance.now() + SLICE_MS
    do {
      const { done, value } = steps.next()
      if (done) {
        if (kept.size >= MOST_KEPT) kept.clear()
        kept.set(key, value)
        return { certificate: value, whole: true }
      }
      if (performance.now() > end) return { certificate: value(), whole: false }
    } while (performance.now() < pause)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Goes through all variants of a type's settings, a slice at a time, so that others are served meanwhile. */
export const certifyIn =
  (questions: QuestionRegistry) =>
  async (slug: string, settings: JsonObject): Promise<Certificate> => {
    const type = questions.find(slug)
    if (!type) throw new Error(`no question type '${slug}' is installed`)
    return (await surveyVariants(type, settings, Number.POSITIVE_INFINITY)).certificate
  }
