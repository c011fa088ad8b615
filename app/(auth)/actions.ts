'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import {
  confirmAddress as confirmAddressOf,
  findReset,
  orderReset,
  orderSignUp,
  resetPassword as resetPasswordOf,
} from '@/lib/auth/account-mails'
import { hashPassword } from '@/lib/auth/passwords'
import { visitorAction } from '@/lib/server/action'
import { asking, currentAddress } from '@/lib/server/asking'
import { services } from '@/lib/server/services'
import { confirmInput, forgotInput, type MailRefusal, resetInput, type Sent, signUpInput } from './input'

const tooMany = { status: 'refused', refusal: { kind: 'too-many' } } as const
const noLink = { status: 'refused', refusal: { kind: 'no-link' } } as const

/** Orders the mail with a link to a new password; says the same whether there is such an account or not. */
export const forgotPassword = visitorAction<z.infer<typeof forgotInput>, MailRefusal, Sent>({
  input: forgotInput,
  run: async ({ input: { email } }) => {
    const ordered = await orderReset(asking(), {
      email,
      address: await currentAddress(),
      locale: await getLocale(),
    })
    if (ordered === 'too-many') return tooMany
    return { status: 'done', done: { sends: services().postOffice.mailer.sends } }
  },
})

/** Sets a new password for whoever has the link. */
export const resetPassword = visitorAction<z.infer<typeof resetInput>, MailRefusal>({
  input: resetInput,
  run: async ({ deps, input: { token, password } }) => {
    const tokenHash = deps.digest(token)
    // Before the costly hash, which only those with a link may ask for.
    if (!(await findReset(asking(), tokenHash))) return noLink
    const passwordHash = await hashPassword(password)
    if (!(await resetPasswordOf(asking(), { tokenHash, passwordHash }))) return noLink
    redirect('/sign-in?done=password-set')
  },
})

/** Orders the mail that makes an account; says the same whether there is one already. */
export const signUp = visitorAction<z.infer<typeof signUpInput>, MailRefusal, Sent>({
  input: signUpInput,
  run: async ({ input }) => {
    const { env, postOffice } = services()
    if (!env.SIGN_UP) return { status: 'refused', refusal: { kind: 'off' } }
    const ordered = await orderSignUp(asking(), {
      ...input,
      address: await currentAddress(),
      locale: await getLocale(),
    })
    if (ordered === 'too-many') return tooMany
    return { status: 'done', done: { sends: postOffice.mailer.sends } }
  },
})

/** Takes the proof of an address. By a press, since scanners of mail open every link. */
export const confirmAddress = visitorAction<z.infer<typeof confirmInput>, MailRefusal, { made: boolean }>({
  input: confirmInput,
  run: async ({ deps, input: { token } }) => {
    const outcome = await confirmAddressOf(asking(), deps.digest(token))
    if (outcome === 'no-link' || outcome === 'address-taken')
      return { status: 'refused', refusal: { kind: outcome } }
    return { status: 'done', done: { made: outcome === 'account-made' } }
  },
})
