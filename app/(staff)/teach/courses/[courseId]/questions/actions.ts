'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { personAction } from '@/lib/server/action'
import { newQuestion } from '@/lib/use-cases/question-bank'

type NotFound = { readonly kind: 'not-found' }

export const addQuestion = personAction<{ courseId: string; type: string }, NotFound>({
  input: z.object({ courseId: z.string(), type: z.string() }),
  run: async ({ viewer, deps, input: { courseId, type } }) => {
    // A type, or one of its examples: 'computed/max-pooling'.
    const [slug = '', example] = type.split('/')
    const made = await newQuestion(deps, { courseId, viewer, type: slug, example })
    if (!made.ok) return { status: 'refused', refusal: made.error }
    redirect(`/teach/questions/${made.value}`)
  },
})
