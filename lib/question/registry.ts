import type { Question } from './define-question'

/** The question types that an installation knows; given to whoever needs it, never imported from below. */
export interface QuestionRegistry {
  readonly all: readonly Question[]
  find(slug: string): Question | null
}

/** Throws on two types of one slug: a stored attempt would not know which one graded it. */
export function createRegistry(all: readonly Question[]): QuestionRegistry {
  const bySlug = new Map(all.map((question) => [question.slug, question]))
  if (bySlug.size !== all.length) throw new Error('Two question types share a slug')
  return { all, find: (slug) => bySlug.get(slug) ?? null }
}
