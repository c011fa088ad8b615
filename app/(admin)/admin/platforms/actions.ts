'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type CheckLine, checkConnection } from '@/lib/lti/connection-check'
import { personAction } from '@/lib/server/action'
import { services } from '@/lib/server/services'
import { ownOrigin } from './own-origin'

const text = z.string().trim().min(1, 'missing').max(500, 'missing')
const url = z.url({ protocol: /^https?$/, error: 'url' }).max(500, 'url')
/** As a policy names it: 'https://school.example' or 'https://*.school.example'. */
const ORIGIN = /^https?:\/\/(?:\*\.)?[\w-]+(?:\.[\w-]+)*(?::\d+)?$/i
const changeable = {
  name: text,
  authUrl: url,
  tokenUrl: url,
  tokenAudience: z
    .string()
    .trim()
    .max(500, 'missing')
    .transform((typed) => (typed === '' ? null : typed)),
  jwksUrl: url,
  frameOrigins: z
    .string()
    .trim()
    .max(2_000, 'origins')
    .transform((typed) => typed.split(/[\s,]+/).filter((origin) => origin !== ''))
    .refine((origins) => origins.every((origin) => ORIGIN.test(origin)), 'origins'),
}
const platformInput = z.object({
  ...changeable,
  issuer: url,
  clientId: text,
  deploymentId: z.string().trim().max(255),
})
const changeInput = z.object({ ...changeable, platformId: z.string() })
type Refusal = { readonly kind: 'not-allowed' | 'taken' | 'other-keys' | 'not-found' }

export const addPlatform = personAction<z.infer<typeof platformInput>, Refusal, true>({
  input: platformInput,
  run: async ({ viewer, deps, input: { deploymentId, ...platform } }) => {
    const done = await deps.platforms.add({
      viewer,
      platform,
      deploymentId: deploymentId === '' ? null : deploymentId,
      now: deps.clock.now(),
    })
    if (done !== 'done') return { status: 'refused', refusal: { kind: done } }
    refresh()
    return { status: 'done', done: true }
  },
})

export const changePlatform = personAction<z.infer<typeof changeInput>, Refusal, true>({
  input: changeInput,
  run: async ({ viewer, deps, input: { platformId, ...platform } }) => {
    if (!(await deps.platforms.change({ viewer, platformId, platform })))
      return { status: 'refused', refusal: { kind: 'not-found' } }
    refresh()
    return { status: 'done', done: true }
  },
})

const deploymentInput = z.object({ platformId: z.string(), deploymentId: z.string() })

export const approveDeployment = personAction<z.infer<typeof deploymentInput>, Refusal, true>({
  input: deploymentInput,
  run: async ({ viewer, deps, input }) => {
    if (!(await deps.platforms.approve({ ...input, viewer, now: deps.clock.now() })))
      return { status: 'refused', refusal: { kind: 'not-found' } }
    refresh()
    return { status: 'done', done: true }
  },
})

const switchInput = z.object({ platformId: z.string(), active: z.enum(['0', '1']) })

export const switchPlatform = personAction<z.infer<typeof switchInput>, Refusal, true>({
  input: switchInput,
  run: async ({ viewer, deps, input: { platformId, active } }) => {
    if (!(await deps.platforms.setActive({ platformId, active: active === '1', viewer })))
      return { status: 'refused', refusal: { kind: 'not-found' } }
    refresh()
    return { status: 'done', done: true }
  },
})

/** A link by which one LMS registers this product by itself. It is shown once. */
export const inviteRegistration = personAction<Record<string, never>, Refusal, { readonly link: string }>({
  input: z.object({ purpose: z.literal('registration') }).transform(() => ({})),
  run: async ({ viewer }) => {
    const invite = await services().registration().invite(viewer)
    if (invite === null) return { status: 'refused', refusal: { kind: 'not-allowed' } }
    return { status: 'done', done: { link: `${await ownOrigin()}/lti/register/${invite}` } }
  },
})

const checkInput = z.object({ platformId: z.string() })

export const checkPlatform = personAction<
  z.infer<typeof checkInput>,
  Refusal,
  { readonly lines: readonly CheckLine[] }
>({
  input: checkInput,
  run: async ({ viewer, deps, input }) => {
    const platform = (await deps.platforms.list(viewer))?.find(({ id }) => id === input.platformId)
    if (!platform) return { status: 'refused', refusal: { kind: 'not-found' } }
    const { env, toolKeys } = services()
    const lines = await checkConnection(
      {
        clock: deps.clock,
        keys: toolKeys(),
        allowInside: env.LTI_ALLOW_INSIDE,
        ownAddress: env.NEXTAUTH_URL,
      },
      platform,
    )
    return { status: 'done', done: { lines } }
  },
})
