'use server'

import { refresh } from 'next/cache'
import type { z } from 'zod'
import { personAction } from '@/lib/server/action'
import { type ReopenError, reopenAttempt } from '@/lib/use-cases/reopen-attempt'
import { reopenInputSchema } from './input'

export const reopen = personAction<z.infer<typeof reopenInputSchema>, ReopenError, true>({
  input: reopenInputSchema,
  run: async ({ viewer, deps, input }) => {
    const result = await reopenAttempt(deps, { ...input, viewer })
    if (!result.ok) return { status: 'refused', refusal: result.error }
    refresh()
    return { status: 'done', done: true }
  },
})
