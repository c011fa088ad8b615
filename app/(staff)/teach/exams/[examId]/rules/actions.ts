'use server'

import { refresh } from 'next/cache'
import type { z } from 'zod'
import { personAction } from '@/lib/server/action'
import { changeTerms, type TermsError } from '@/lib/use-cases/change-terms'
import { rulesInputSchema } from './input'

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
