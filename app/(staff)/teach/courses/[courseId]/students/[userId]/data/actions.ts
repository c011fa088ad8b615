'use server'

import type { z } from 'zod'
import { personAction } from '@/lib/server/action'
import { type RemovalError, removeStudent } from '@/lib/use-cases/remove-student'
import { removeInputSchema } from './input'

export const removeFromCourse = personAction<z.infer<typeof removeInputSchema>, RemovalError, null>({
  input: removeInputSchema,
  run: async ({ viewer, deps, input }) => {
    const result = await removeStudent(deps, { ...input, viewer })
    return result.ok ? { status: 'done', done: null } : { status: 'refused', refusal: result.error }
  },
})
