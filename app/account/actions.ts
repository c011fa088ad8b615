'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import type { z } from 'zod'
import { changePassword as changePasswordOf } from '@/lib/auth/change-password'
import { endOtherLogins, endOwnLogin } from '@/lib/auth/own-logins'
import { personAction } from '@/lib/server/action'
import { CLIENT_ADDRESS } from '@/lib/server/client-address'
import { services } from '@/lib/server/services'
import { currentLogin } from '@/lib/server/viewer'
import { endLoginsInputSchema, type PasswordRefusal, passwordInputSchema } from './input'

type Ended = { readonly ended: number }

export const changePassword = personAction<z.infer<typeof passwordInputSchema>, PasswordRefusal, Ended>({
  input: passwordInputSchema,
  run: async ({ viewer, deps, input }) => {
    const login = await currentLogin()
    if (!login) return { status: 'signed-out' }
    const address = (await headers()).get(CLIENT_ADDRESS) ?? 'unknown'
    const change = await changePasswordOf(
      services().database,
      { userId: viewer.id, sessionToken: login.sessionToken, address, ...input },
      deps.clock.now(),
    )
    if (change.kind === 'wrong') return { status: 'invalid', fields: { current: 'wrong' } }
    if (change.kind !== 'changed') return { status: 'refused', refusal: change }
    refresh()
    return { status: 'done', done: { ended: change.ended } }
  },
})

export const endLogins = personAction<z.infer<typeof endLoginsInputSchema>, never, Ended>({
  input: endLoginsInputSchema,
  run: async ({ input: { loginId } }) => {
    const login = await currentLogin()
    if (!login) return { status: 'signed-out' }
    const { database } = services()
    const ended = await (loginId === undefined
      ? endOtherLogins(database, login)
      : endOwnLogin(database, login, loginId))
    refresh()
    return { status: 'done', done: { ended } }
  },
})
