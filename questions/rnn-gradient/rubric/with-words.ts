import type { Concept } from '@/lib/grading/rubric/schema'
import { forms } from './forms'

/** Further forms by concept. */
export type Words = Readonly<Record<string, { readonly ko?: string; readonly en?: string }>>

const joined = (own: readonly string[], added: readonly (string | undefined)[]): string[] => [
  ...new Set([...own, ...added.flatMap((text) => forms(text ?? ''))]),
]

/** The concepts with these ways of saying them. Throws where a way is given for a concept that is not there. */
export function withWords(concepts: readonly Concept[], lists: readonly Words[]): Concept[] {
  const known = new Set(concepts.map(({ id }) => id))
  const unknown = lists.flatMap((words) => Object.keys(words)).filter((id) => !known.has(id))
  if (unknown.length > 0) throw new Error(`Words for unknown concepts: ${unknown.join(', ')}`)
  return concepts.map((concept) => ({
    ...concept,
    ko: joined(
      concept.ko,
      lists.map((words) => words[concept.id]?.ko),
    ),
    en: joined(
      concept.en,
      lists.map((words) => words[concept.id]?.en),
    ),
  }))
}
