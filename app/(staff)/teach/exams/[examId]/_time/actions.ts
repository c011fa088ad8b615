'use server'

import { refresh } from 'next/cache'
import type { z } from 'zod'
import { personAction } from '@/lib/server/action'
import { changeTerms, type TermsError } from '@/lib/use-cases/change-terms'
import { giveTimeInputSchema, type TimeGiven } from './input'

export const giveTime = personAction<z.infer<typeof giveTimeInputSchema>, TermsError, TimeGiven>({
  input: giveTimeInputSchema,
  run: async ({ viewer, deps, input }) => {
    const { examId, userId, direction } = input
    const minutes = direction === 'give' ? input.minutes : -input.minutes
    const result = await changeTerms(deps, {
      examId,
      viewer,
      change:
        userId === undefined
          ? { kind: 'extra-time', minutes }
          : { kind: 'student-extra-time', userId, minutes },
    })
    if (!result.ok) return { status: 'refused', refusal: result.error }
    refresh()
    return { status: 'done', done: { direction, minutes: input.minutes, touched: result.value.touched } }
  },
})
