'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { writeAdminEntry } from '@/lib/db/admin-log'
import { personAction } from '@/lib/server/action'
import { services } from '@/lib/server/services'

const rotation = z.object({ purpose: z.literal('rotation') })

/** The next of our keys signs from now on. */
export const rotateKeys = personAction<
  z.infer<typeof rotation>,
  { readonly kind: 'not-allowed' } | { readonly kind: 'too-soon'; readonly until: string },
  null
>({
  input: rotation,
  run: async ({ viewer, deps }) => {
    if (!viewer.isAdmin) return { status: 'refused', refusal: { kind: 'not-allowed' } }
    const { database, toolKeys } = services()
    const done = await toolKeys().rotate()
    if (done.kind === 'too-soon')
      return { status: 'refused', refusal: { kind: 'too-soon', until: done.until.toISOString() } }
    await writeAdminEntry(database.pool, {
      byId: viewer.id,
      userId: null,
      action: 'lms-keys-rotated',
      at: deps.clock.now(),
    })
    refresh()
    return { status: 'done', done: null }
  },
})
