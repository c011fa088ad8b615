'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import { orderAddress, orderReset } from '@/lib/auth/account-mails'
import { changePassword as changePasswordOf, checkPassword } from '@/lib/auth/change-password'
import { beginLink as beginLinkOf, joinByPassword, removeWayIn as removeWayInOf } from '@/lib/auth/identities'
import { endOtherLogins, endOwnLogin } from '@/lib/auth/own-logins'
import { personAction } from '@/lib/server/action'
import { asking, currentAddress } from '@/lib/server/asking'
import { renewLogin, setLinkCookie } from '@/lib/server/own-cookies'
import { services } from '@/lib/server/services'
import { currentLogin } from '@/lib/server/viewer'
import {
  type AddressRefusal,
  addressInputSchema,
  endLoginsInputSchema,
  type JoinRefusal,
  joinInputSchema,
  linkInputSchema,
  nothingInputSchema,
  type PasswordRefusal,
  passwordInputSchema,
  type Sent,
  type WayInRefusal,
  wayInInputSchema,
} from './input'

type Ended = { readonly ended: number }
const signedOut = { status: 'signed-out' } as const
const userAgent = async (): Promise<string | null> => (await headers()).get('user-agent')

export const changePassword = personAction<z.infer<typeof passwordInputSchema>, PasswordRefusal, Ended>({
  input: passwordInputSchema,
  run: async ({ viewer, deps, input }) => {
    const login = await currentLogin()
    if (!login) return signedOut
    const change = await changePasswordOf(
      services().database,
      { userId: viewer.id, sessionToken: login.sessionToken, address: await currentAddress(), ...input },
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
    if (!login) return signedOut
    const { database } = services()
    const ended = await (loginId === undefined
      ? endOtherLogins(database, login)
      : endOwnLogin(database, login, loginId))
    refresh()
    return { status: 'done', done: { ended } }
  },
})

/** Orders the mail that proves an address: the account's own, or another that is to take its place. */
export const proveAddress = personAction<z.infer<typeof addressInputSchema>, AddressRefusal, Sent>({
  input: addressInputSchema,
  run: async ({ viewer, input: { email, current } }) => {
    const address = await currentAddress()
    // Whoever finds an open login does not take the account along.
    if (email !== viewer.email?.toLowerCase()) {
      const { database, deps } = services()
      const check = await checkPassword(
        database,
        { userId: viewer.id, current: current ?? '', address },
        deps.clock.now(),
      )
      if (check === 'too-many') return { status: 'refused', refusal: { kind: check } }
      if (check === 'wrong') return { status: 'invalid', fields: { current: 'wrong' } }
    }
    const ordered = await orderAddress(asking(), {
      userId: viewer.id,
      email,
      address,
      locale: await getLocale(),
    })
    if (ordered === 'too-many') return { status: 'refused', refusal: { kind: ordered } }
    return { status: 'done', done: { sends: services().postOffice.mailer.sends } }
  },
})

/** Orders the mail with a link to a first password, for an account without one. */
export const firstPassword = personAction<z.infer<typeof nothingInputSchema>, AddressRefusal, Sent>({
  input: nothingInputSchema,
  run: async ({ viewer }) => {
    const { mailer } = services().postOffice
    if (viewer.email === null) return { status: 'done', done: { sends: mailer.sends } }
    const ordered = await orderReset(asking(), {
      email: viewer.email.toLowerCase(),
      address: await currentAddress(),
      locale: await getLocale(),
    })
    if (ordered === 'too-many') return { status: 'refused', refusal: { kind: ordered } }
    return { status: 'done', done: { sends: mailer.sends } }
  },
})

/** Notes in this browser that the next sign-in by the provider, within minutes, adds that identity to this account. */
export const beginLink = personAction<z.infer<typeof linkInputSchema>, AddressRefusal, true>({
  input: linkInputSchema,
  run: async ({ viewer, input: { current } }) => {
    const begun = await beginLinkOf(asking(), {
      userId: viewer.id,
      current: current ?? '',
      address: await currentAddress(),
      locale: await getLocale(),
    })
    switch (begun.kind) {
      case 'begun':
        await setLinkCookie(begun.token)
        return { status: 'done', done: true }
      case 'wrong':
        return { status: 'invalid', fields: { current: 'wrong' } }
      case 'too-many':
        return { status: 'refused', refusal: { kind: begun.kind } }
    }
  },
})

/** Takes a way in away, as long as another remains. */
export const removeWayIn = personAction<z.infer<typeof wayInInputSchema>, WayInRefusal, true>({
  input: wayInInputSchema,
  run: async ({ viewer, deps, input: { which } }) => {
    const login = await currentLogin()
    if (!login) return signedOut
    const { database } = services()
    const now = deps.clock.now()
    const kind = await removeWayInOf(database, {
      userId: viewer.id,
      sessionToken: login.sessionToken,
      which,
      now,
    })
    if (kind !== 'done') return { status: 'refused', refusal: { kind } }
    await renewLogin(login, viewer.id, await userAgent())
    refresh()
    return { status: 'done', done: true }
  },
})

/** Joins this account, which a launch made, into the one whose password is typed. */
export const joinAccounts = personAction<z.infer<typeof joinInputSchema>, JoinRefusal>({
  input: joinInputSchema,
  run: async ({ viewer, deps, input }) => {
    const login = await currentLogin()
    if (!login) return signedOut
    const joined = await joinByPassword(
      services().database,
      { ...input, userId: viewer.id, address: await currentAddress() },
      deps.clock.now(),
    )
    if (joined.kind === 'wrong') return { status: 'invalid', fields: { password: 'wrongLogin' } }
    if (joined.kind !== 'joined') return { status: 'refused', refusal: { kind: joined.kind } }
    await renewLogin(login, joined.userId, await userAgent())
    redirect('/account?link=joined')
  },
})
