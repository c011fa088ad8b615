'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { roleNames } from '@/lib/exam/course-role'
import { personAction } from '@/lib/server/action'
import { services } from '@/lib/server/services'
import {
  applyRoster,
  invite,
  type NewAccount,
  previewRoster,
  type RosterPreview,
} from '@/lib/use-cases/people'

interface Refusal {
  readonly kind: 'not-found' | 'changed' | 'errors' | 'last-instructor'
}
const notFound = { status: 'refused', refusal: { kind: 'not-found' } } as const

const memberInput = z.object({
  courseId: z.string(),
  userId: z.string(),
  role: z.enum(roleNames),
  left: z.enum(['0', '1']),
})

export const setMember = personAction<z.infer<typeof memberInput>, Refusal, null>({
  input: memberInput,
  run: async ({ viewer, deps, input: { left, ...input } }) => {
    const done = await deps.people.setMember({ ...input, left: left === '1', viewer, now: deps.clock.now() })
    if (done !== 'done') return { status: 'refused', refusal: { kind: done } }
    refresh()
    return { status: 'done', done: null }
  },
})

const rosterInput = z.object({
  courseId: z.string(),
  text: z.string().max(1_000_000, 'tooLong'),
  /** Empty: only look; else the plan that was looked at. */
  plan: z.string().max(100),
})

export type RosterDone =
  | { readonly kind: 'preview'; readonly preview: RosterPreview }
  | { readonly kind: 'applied'; readonly accounts: readonly (NewAccount & { readonly link: string })[] }

export const roster = personAction<z.infer<typeof rosterInput>, Refusal, RosterDone>({
  input: rosterInput,
  run: async ({ viewer, deps, input: { plan, ...input } }) => {
    if (plan === '') {
      const found = await previewRoster(deps, { ...input, viewer })
      return found.ok ? { status: 'done', done: { kind: 'preview', preview: found.value } } : notFound
    }
    const done = await applyRoster(deps, { ...input, plan, viewer })
    if (!done.ok) return { status: 'refused', refusal: done.error }
    refresh()
    const accounts = done.value.map((account) => ({ ...account, link: linkTo('welcome', account.token) }))
    return { status: 'done', done: { kind: 'applied', accounts } }
  },
})

const inviteInput = z.object({
  courseId: z.string(),
  role: z.enum(roleNames),
  days: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, 'days')
    .transform(Number)
    .refine((days) => days >= 1 && days <= 365, 'days'),
  maxUses: z
    .string()
    .trim()
    .regex(/^\d{0,5}$/, 'uses')
    .transform((text) => (text === '' ? null : Number(text)))
    .refine((uses) => uses === null || uses >= 1, 'uses'),
})

export const createInvitation = personAction<z.infer<typeof inviteInput>, Refusal, { link: string }>({
  input: inviteInput,
  run: async ({ viewer, deps, input }) => {
    const made = await invite(deps, { ...input, viewer })
    if (!made.ok) return { status: 'refused', refusal: made.error }
    refresh()
    return { status: 'done', done: { link: linkTo('join', made.value) } }
  },
})

const revokeInput = z.object({ courseId: z.string(), invitationId: z.string() })

export const revokeInvitation = personAction<z.infer<typeof revokeInput>, Refusal, null>({
  input: revokeInput,
  run: async ({ viewer, deps, input }) => {
    if (!(await deps.people.revoke({ ...input, viewer, now: deps.clock.now() }))) return notFound
    refresh()
    return { status: 'done', done: null }
  },
})

const linkTo = (page: 'join' | 'welcome', token: string): string =>
  new URL(`/${page}/${token}`, services().env.NEXTAUTH_URL).href
