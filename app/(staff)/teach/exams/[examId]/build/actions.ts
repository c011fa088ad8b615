'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { personAction } from '@/lib/server/action'
import { publishExam, startPreview } from '@/lib/use-cases/exam-builder'
import { duplicateInputSchema, publishInputSchema, saveInputSchema } from './input'

type Kind = 'not-found' | 'changed' | 'has-attempts' | 'unknown-version' | 'checks' | 'empty'
interface Refusal {
  readonly kind: Kind
}
const refused = (kind: Kind) => ({ status: 'refused', refusal: { kind } }) as const

export const saveExam = personAction<z.infer<typeof saveInputSchema>, Refusal, null>({
  input: saveInputSchema,
  run: async ({ viewer, deps, input }) => {
    const done = await deps.builder.saveExam({ ...input, viewer, now: deps.clock.now() })
    if (done !== 'done') return refused(done)
    refresh()
    return { status: 'done', done: null }
  },
})

export const setPublished = personAction<z.infer<typeof publishInputSchema>, Refusal, null>({
  input: publishInputSchema,
  run: async ({ viewer, deps, input }) => {
    const result = await publishExam(deps, { ...input, viewer, published: input.published === '1' })
    if (!result.ok) return refused(result.error.kind)
    refresh()
    return { status: 'done', done: null }
  },
})

export const preview = personAction<{ examId: string }, Refusal>({
  input: z.object({ examId: z.string() }),
  run: async ({ viewer, deps, input }) => {
    const started = await startPreview(deps, { ...input, viewer })
    if (!started.ok) return refused(started.error.kind)
    redirect(`/attempts/${started.value}`)
  },
})

export const duplicate = personAction<z.infer<typeof duplicateInputSchema>, Refusal>({
  input: duplicateInputSchema,
  run: async ({ viewer, deps, input }) => {
    const examId = await deps.builder.duplicate({ ...input, viewer, now: deps.clock.now() })
    if (examId === null) return refused('not-found')
    redirect(`/teach/exams/${examId}/build`)
  },
})
