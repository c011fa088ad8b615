'use server'

import { refresh } from 'next/cache'
import type { z } from 'zod'
import { personAction } from '@/lib/server/action'
import { moveRegrade, planRegrade, type RegradeError } from '@/lib/use-cases/regrade'
import { moveInputSchema, planInputSchema } from './input'

export const planRun = personAction<
  z.infer<typeof planInputSchema>,
  RegradeError,
  { readonly runId: string }
>({
  input: planInputSchema,
  run: async ({ viewer, deps, input: { examId, request } }) => {
    const result = await planRegrade(deps, { examId, viewer, request })
    return result.ok ? { status: 'done', done: result.value } : { status: 'refused', refusal: result.error }
  },
})

export const moveRun = personAction<
  z.infer<typeof moveInputSchema>,
  RegradeError,
  { readonly examId: string }
>({
  input: moveInputSchema,
  run: async ({ viewer, deps, input }) => {
    const result = await moveRegrade(deps, { viewer, ...input })
    if (!result.ok) return { status: 'refused', refusal: result.error }
    refresh()
    return { status: 'done', done: result.value }
  },
})
