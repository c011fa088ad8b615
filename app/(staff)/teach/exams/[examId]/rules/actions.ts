'use server'

import { refresh } from 'next/cache'
import type { z } from 'zod'
import { personAction } from '@/lib/server/action'
import { changeTerms, type TermsError } from '@/lib/use-cases/change-terms'
import { changeSafeExamBrowser } from '@/lib/use-cases/safe-exam-browser'
import { rulesInputSchema } from './input'
import { sebInputSchema } from './seb-input'

export const changeRules = personAction<
  z.infer<typeof rulesInputSchema>,
  TermsError,
  { readonly touched: number }
>({
  input: rulesInputSchema,
  run: async ({ viewer, deps, input: { examId, ...change } }) => {
    const result = await changeTerms(deps, { examId, viewer, change: { kind: 'rules', ...change } })
    if (!result.ok) return { status: 'refused', refusal: result.error }
    refresh()
    return { status: 'done', done: result.value }
  },
})

export const requireSafeExamBrowser = personAction<
  z.infer<typeof sebInputSchema>,
  { readonly kind: 'not-found' },
  true
>({
  input: sebInputSchema,
  run: async ({ viewer, deps, input }) => {
    const result = await changeSafeExamBrowser(deps, { ...input, viewer })
    if (!result.ok) return { status: 'refused', refusal: result.error }
    refresh()
    return { status: 'done', done: true }
  },
})
