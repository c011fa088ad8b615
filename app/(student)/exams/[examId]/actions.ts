'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { personAction } from '@/lib/server/action'
import { type StartError, startAttempt as startAttemptUseCase } from '@/lib/use-cases/start-attempt'
import { startInputSchema } from './input'

export const startAttempt = personAction<z.infer<typeof startInputSchema>, StartError>({
  input: startInputSchema,
  run: async ({ viewer, deps, input }) => {
    const result = await startAttemptUseCase(deps, {
      examId: input.examId,
      userId: viewer.id,
      ...(input.startCode === undefined ? {} : { startCode: input.startCode }),
    })
    if (!result.ok) return { status: 'refused', refusal: result.error }
    redirect(`/attempts/${result.value.attemptId}`)
  },
})
