'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type SyncCounts, syncRoster } from '@/lib/lti/roster-sync'
import { personAction } from '@/lib/server/action'
import { services } from '@/lib/server/services'

const input = z.object({ courseId: z.string(), platformId: z.string(), contextId: z.string().max(255) })

/** Reads a roster of the LMS now. */
export const syncNow = personAction<
  z.infer<typeof input>,
  { readonly kind: 'not-found' } | { readonly kind: 'not-read'; readonly problem: string },
  SyncCounts
>({
  input,
  run: async ({ viewer, deps, input: { courseId, platformId, contextId } }) => {
    const own = await deps.lmsRosters.list({ courseId, viewer })
    if (!own.some((each) => each.platformId === platformId && each.contextId === contextId))
      return { status: 'refused', refusal: { kind: 'not-found' } }
    const done = await syncRoster(services().rosters(), { platformId, contextId })
    await deps.lmsRosters.noteSync({
      courseId,
      viewer,
      data: done.ok ? done.value : done.error,
      now: deps.clock.now(),
    })
    refresh()
    return done.ok
      ? { status: 'done', done: done.value }
      : { status: 'refused', refusal: { kind: 'not-read', problem: done.error.problem } }
  },
})
