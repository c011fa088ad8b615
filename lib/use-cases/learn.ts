import type { JsonObject } from '@/lib/core/json'
import { err, type Result } from '@/lib/core/result'
import type { Certificate } from '@/lib/question/certify'
import type { Lesson } from '@/lib/question/contract'
import type { Deps, StaffViewer } from './deps'
import { type PublishError, publishQuestion } from './question-bank'

/** What a question's grader would learn from the answers that people judged otherwise. */
export interface LessonView {
  readonly lesson: Lesson<JsonObject>
  /** Whether it may go live: on the type's own examples it is no worse. */
  readonly noWorse: boolean
  /** Whether the newest version has learned from these very corrections already. */
  readonly known: boolean
}

export const isNoWorse = ({ examples }: Pick<Lesson<unknown>, 'examples'>): boolean =>
  examples.right.after >= examples.right.before && examples.wrongAlone.after <= examples.wrongAlone.before

/** Null where the viewer may not see the question, its type learns nothing, or nobody has corrected anything. */
export async function readLesson(
  deps: Deps,
  input: { questionId: string; viewer: StaffViewer },
): Promise<LessonView | null> {
  const found = await deps.bank.find(input)
  const type = found && deps.questions.find(found.type)
  const latest = found?.versions[0]
  if (!type?.learn || !latest) return null
  const corrections = await deps.bank.corrections(input)
  if (corrections.length === 0) return null
  const settings = type.parseSettings(latest.settings)
  if (!settings.ok) return null
  const lesson = type.learn(settings.value, corrections)
  return {
    lesson,
    noWorse: isNoWorse(lesson),
    known: JSON.stringify(lesson.settings) === JSON.stringify(settings.value),
  }
}

export type LearnError =
  | PublishError
  /** Somebody is at work on the question: what they wrote is neither published nor lost. */
  | { readonly kind: 'draft' }
  | { readonly kind: 'nothing-learnt' }
  | { readonly kind: 'worse' }

/**
 * Publishes what was learned as the question's next version. Nothing that is graded changes by it: exams are moved to
 * the version, and stored answers graded by it, on an instructor's word.
 */
export async function publishLesson(
  deps: Deps,
  input: { questionId: string; viewer: StaffViewer; note: string },
  certify: (type: string, settings: JsonObject) => Promise<Certificate>,
): Promise<Result<{ number: number }, LearnError>> {
  const found = await deps.bank.find(input)
  if (!found?.mayManage) return err({ kind: 'not-found' })
  if (found.draft) return err({ kind: 'draft' })
  const view = await readLesson(deps, input)
  const latest = found.versions[0]
  if (!view || !latest || view.known) return err({ kind: 'nothing-learnt' })
  if (!view.noWorse) return err({ kind: 'worse' })
  const base = await deps.bank.saveDraft({
    questionId: input.questionId,
    viewer: input.viewer,
    base: found.draftRevision,
    draft: { title: latest.title, settings: view.lesson.settings, fixedParams: latest.fixedParams },
    tags: found.tags,
    now: deps.clock.now(),
  })
  if (base === null) return err({ kind: 'changed' })
  return publishQuestion(deps, { ...input, base }, certify)
}
