'use server'

import { refresh } from 'next/cache'
import type { z } from 'zod'
import { personAction } from '@/lib/server/action'
import { type AskError, askReview } from '@/lib/use-cases/ask-review'
import { askInputSchema } from './input'

export const askForReview = personAction<z.infer<typeof askInputSchema>, AskError, true>({
  input: askInputSchema,
  run: async ({ viewer, deps, input }) => {
    const { about, ...rest } = input
    const result = await askReview(deps, { ...rest, ...about, userId: viewer.id })
    if (!result.ok) return { status: 'refused', refusal: result.error }
    refresh()
    return { status: 'done', done: true }
  },
})
