'use server'

import { refresh } from 'next/cache'
import type { z } from 'zod'
import { personalWindow } from '@/lib/exam/schedule'
import { personAction } from '@/lib/server/action'
import { changeTerms, type TermsError } from '@/lib/use-cases/change-terms'
import { timeTerms } from '@/lib/use-cases/records'
import { accommodationInputSchema, exceptionInputSchema, type PersonTermsState } from './input'

type Touched = { readonly touched: number }

const answer = (result: Awaited<ReturnType<typeof changeTerms>>): PersonTermsState => {
  if (!result.ok) return { status: 'refused', refusal: result.error }
  refresh()
  return { status: 'done', done: result.value }
}

export const changeAccommodation = personAction<
  z.infer<typeof accommodationInputSchema>,
  TermsError,
  Touched
>({
  input: accommodationInputSchema,
  run: async ({ viewer, deps, input: { examId, ...change } }) =>
    answer(await changeTerms(deps, { examId, viewer, change: { kind: 'accommodation', ...change } })),
})

export const changeException = personAction<z.infer<typeof exceptionInputSchema>, TermsError, Touched>({
  input: exceptionInputSchema,
  run: async ({ viewer, deps, input: { examId, ...change } }) => {
    const managed = await deps.terms.findManaged({ examId, viewer })
    const person = managed?.people.find(({ userId }) => userId === change.userId)
    if (managed && person) {
      // Own dates and the exam's make one window: it has to hold some time.
      const { opensAt, endsAt } = personalWindow(
        timeTerms({
          exam: managed.exam,
          accommodation: person.accommodation,
          exception: change.exception,
        }),
      )
      if (opensAt && endsAt && endsAt <= opensAt)
        return { status: 'invalid', fields: { closesAt: 'closesBeforeOpens' } }
    }
    return answer(await changeTerms(deps, { examId, viewer, change: { kind: 'exception', ...change } }))
  },
})
