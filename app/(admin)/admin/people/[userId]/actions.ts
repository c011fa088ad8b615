'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import {
  type ActRefusal,
  actOnPerson as actOnPersonOf,
  makeResetLink as makeResetLinkOf,
} from '@/lib/db/admin-people'
import { tokenPath } from '@/lib/mail/send-order'
import { personAction } from '@/lib/server/action'
import { asking } from '@/lib/server/asking'
import { services } from '@/lib/server/services'

type Refusal = { readonly kind: ActRefusal | 'no-address' }

const actInput = z.object({
  userId: z.string(),
  act: z.enum(['make-admin', 'unmake-admin', 'deactivate', 'activate', 'end-logins']),
})

/** What an administrator does to a person's account. */
export const actOnPerson = personAction<z.infer<typeof actInput>, Refusal, z.infer<typeof actInput>['act']>({
  input: actInput,
  run: async ({ viewer, deps, input }) => {
    const outcome = await actOnPersonOf(
      services().database,
      { adminId: viewer.id, now: deps.clock.now() },
      input,
    )
    if (outcome !== 'done') return { status: 'refused', refusal: { kind: outcome } }
    refresh()
    return { status: 'done', done: input.act }
  },
})

const linkInput = z.object({ userId: z.string(), how: z.enum(['mail', 'show']) })

/** A link to a new password: mailed, or shown to the administrator to hand on. */
export const makeResetLink = personAction<
  z.infer<typeof linkInput>,
  Refusal,
  { readonly link: string | null; readonly sends: boolean }
>({
  input: linkInput,
  run: async ({ viewer, deps, input: { userId, how } }) => {
    const { database, postOffice } = services()
    const outcome = await makeResetLinkOf(database, { adminId: viewer.id, now: deps.clock.now() }, asking(), {
      userId,
      mail: how === 'mail',
    })
    if (typeof outcome === 'string') return { status: 'refused', refusal: { kind: outcome } }
    refresh()
    return {
      status: 'done',
      done: {
        link: how === 'show' ? postOffice.origin + tokenPath('reset', outcome.token) : null,
        sends: postOffice.mailer.sends,
      },
    }
  },
})
