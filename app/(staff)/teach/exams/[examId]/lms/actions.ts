'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { compareScores } from '@/lib/lti/score-comparison'
import { personAction } from '@/lib/server/action'
import { services } from '@/lib/server/services'

interface Refusal {
  readonly kind: 'not-found' | 'not-read'
  /** Why the LMS's scores could not be read. */
  readonly problem?: string
}

const resendInput = z.object({
  linkId: z.string(),
  /** One student's score, as the LMS names the student; without, all that have not arrived. */
  send: z.string().max(255).optional(),
  /** One whose score in the LMS is overwritten. */
  overwrite: z.string().max(255).optional(),
})

export const resendScores = personAction<z.infer<typeof resendInput>, Refusal, number>({
  input: resendInput,
  run: async ({ viewer, deps, input: { linkId, send, overwrite } }) => {
    const count = await deps.lmsScores.resend({
      linkId,
      viewer,
      subject: overwrite ?? send ?? null,
      overwrite: overwrite !== undefined,
      now: deps.clock.now(),
    })
    if (count === null) return { status: 'refused', refusal: { kind: 'not-found' } }
    refresh()
    return { status: 'done', done: count }
  },
})

const compareInput = z.object({ linkId: z.string() })

export const compareNow = personAction<z.infer<typeof compareInput>, Refusal, null>({
  input: compareInput,
  run: async ({ viewer, deps, input: { linkId } }) => {
    if (!(await deps.lmsScores.noteComparison({ linkId, viewer, now: deps.clock.now() })))
      return { status: 'refused', refusal: { kind: 'not-found' } }
    const problem = await compareScores(services().scores(), linkId)
    refresh()
    return problem === null
      ? { status: 'done', done: null }
      : { status: 'refused', refusal: { kind: 'not-read', problem } }
  },
})
