'use server'

import { redirect } from 'next/navigation'
import { personAction } from '@/lib/server/action'
import { type StartError, startAttempt as startAttemptUseCase } from '@/lib/use-cases/start-attempt'
import { startInputSchema } from './input'

export const startAttempt = personAction<{ examId: string }, StartError>({
  input: startInputSchema,
  run: async ({ viewer, deps, input }) => {
    const result = await startAttemptUseCase(deps, { examId: input.examId, userId: viewer.id })
    if (!result.ok) return { status: 'refused', refusal: result.error }
    redirect(`/attempts/${result.value.attemptId}`)
  },
})
