import { z } from 'zod'
import { passwordSchema } from '@/lib/core/password-rules'
import { isPlainAddress } from '@/lib/mail/address'

export const emailSchema = z.string().trim().toLowerCase().refine(isPlainAddress, 'email')
const tokenSchema = z.string().max(200)

export const forgotInput = z.object({ email: emailSchema })
export const resetInput = z.object({ token: tokenSchema, password: passwordSchema })
export const confirmInput = z.object({ token: tokenSchema })
export const signUpInput = z.object({
  name: z.string().trim().min(1, 'name').max(200, 'name'),
  email: emailSchema,
  password: passwordSchema,
})

/** `sends`: whether this installation sends mail at all. */
export type Sent = { readonly sends: boolean }
export type MailRefusal = { readonly kind: 'too-many' | 'off' | 'no-link' | 'address-taken' }
