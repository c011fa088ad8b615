import { z } from 'zod'
import { LONGEST_PASSWORD, passwordSchema } from '@/lib/core/password-rules'
import { isPlainAddress } from '@/lib/mail/address'

const current = z.string().min(1, 'currentMissing').max(LONGEST_PASSWORD, 'wrong')

export const passwordInputSchema = z
  .object({ current, next: passwordSchema })
  .refine(({ current, next }) => next === '' || current !== next, { path: ['next'], message: 'same' })

export type PasswordRefusal = { readonly kind: 'too-many' | 'no-password' }

/** Which logins end: one, by its id, or all but this one. */
export const endLoginsInputSchema = z.object({ loginId: z.string().optional() })

/** A new address; the current password, where there is one. */
export const addressInputSchema = z.object({
  email: z.string().trim().toLowerCase().refine(isPlainAddress, 'email'),
  current: z.string().max(LONGEST_PASSWORD, 'wrong').optional(),
})
export type AddressRefusal = { readonly kind: 'too-many' }
/** `sends`: whether this installation sends mail at all. */
export type Sent = { readonly sends: boolean }

export const nothingInputSchema = z.object({ confirmed: z.literal('yes') })

/** The current password, where there is one. */
export const linkInputSchema = z.object({ current: z.string().max(LONGEST_PASSWORD, 'wrong').optional() })

/** Id of an identity, or 'password'. */
export const wayInInputSchema = z.object({ which: z.string() })
export type WayInRefusal = { readonly kind: 'last' | 'not-found' | 'in-course' }

export const joinInputSchema = z.object({
  email: z.string().trim().min(1, 'email').max(320, 'email'),
  password: z.string().min(1, 'currentMissing').max(LONGEST_PASSWORD, 'wrong'),
})
export type JoinRefusal = {
  readonly kind: 'too-many' | 'same-exam' | 'same-platform' | 'not-lms' | 'deactivated'
}
