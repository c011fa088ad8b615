'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { personAction } from '@/lib/server/action'

const input = z.object({ linkId: z.string(), examId: z.string() })

/** Chooses the exam that a link of the LMS opens. */
export const linkExam = personAction<z.infer<typeof input>, { readonly kind: 'not-found' }>({
  input,
  run: async ({ viewer, deps, input: { linkId, examId } }) => {
    const done = await deps.platforms.setLink({ linkId, examId, viewer, now: deps.clock.now() })
    if (!done) return { status: 'refused', refusal: { kind: 'not-found' } }
    redirect(`/teach/exams/${examId}`)
  },
})
