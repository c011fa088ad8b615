import { err, ok, type Result } from '@/lib/core/result'
import { changedTimes } from '@/lib/exam/schedule'
import type { Deps, StaffViewer, TermsChange } from './deps'

export type TermsError = { readonly kind: 'not-found' } | { readonly kind: 'nothing-to-take-back' }

/**
 * An instructor changes the time or the rules of an exam, for everybody or for one student. Running attempts get
 * their new times at once and open pages hear of them; less time never ends an attempt within the next minute.
 */
export async function changeTerms(
  deps: Deps,
  input: { examId: string; viewer: StaffViewer; change: TermsChange },
): Promise<Result<{ touched: number }, TermsError>> {
  const { examId, viewer, change } = input
  const managed = await deps.terms.findManaged({ examId, viewer })
  if (!managed) return err({ kind: 'not-found' })
  const person = 'userId' in change ? managed.people.find(({ userId }) => userId === change.userId) : null
  if (person === undefined) return err({ kind: 'not-found' })
  // Only what was given before can be taken back.
  const given = person ? person.exception.extraMinutes : managed.exam.extraMinutes
  if ((change.kind === 'extra-time' || change.kind === 'student-extra-time') && given + change.minutes < 0) {
    return err({ kind: 'nothing-to-take-back' })
  }
  const now = deps.clock.now()
  const touched = await deps.terms.change({
    examId,
    byId: viewer.id,
    now,
    change,
    times: (terms, startedAt, before) => changedTimes(terms, startedAt, before, now),
  })
  return ok({ touched })
}
