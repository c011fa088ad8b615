'use server'

import { refresh } from 'next/cache'
import type { z } from 'zod'
import { personAction } from '@/lib/server/action'
import { closeByStaff, type NoticeError, sendNotice, withdrawNotice } from '@/lib/use-cases/live-room'
import { closeInputSchema, noticeInputSchema, withdrawInputSchema } from './input'

export const tellRoom = personAction<z.infer<typeof noticeInputSchema>, NoticeError, true>({
  input: noticeInputSchema,
  run: async ({ viewer, deps, input }) => {
    const result = await sendNotice(deps, { ...input, userId: input.userId ?? null, viewer })
    if (!result.ok) return { status: 'refused', refusal: result.error }
    refresh()
    return { status: 'done', done: true }
  },
})

export const takeNoticeBack = personAction<z.infer<typeof withdrawInputSchema>, NoticeError, true>({
  input: withdrawInputSchema,
  run: async ({ viewer, deps, input }) => {
    const result = await withdrawNotice(deps, { ...input, viewer })
    if (!result.ok) return { status: 'refused', refusal: result.error }
    refresh()
    return { status: 'done', done: true }
  },
})

export const closeAttempts = personAction<
  z.infer<typeof closeInputSchema>,
  { readonly kind: 'not-found' },
  { readonly closed: number }
>({
  input: closeInputSchema,
  run: async ({ viewer, deps, input: { examId, attemptId } }) => {
    const result = await closeByStaff(deps, {
      examId,
      viewer,
      ...(attemptId === undefined ? {} : { attemptId }),
    })
    if (!result.ok) return { status: 'refused', refusal: result.error }
    refresh()
    return { status: 'done', done: result.value }
  },
})
