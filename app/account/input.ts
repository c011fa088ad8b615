import { z } from 'zod'
import type { ActionState } from '@/lib/server/action'

export const SHORTEST_PASSWORD = 10
/** Hashing takes time with the length; nobody needs more. */
const LONGEST_PASSWORD = 1024

export const passwordInputSchema = z
  .object({
    current: z.string().min(1, 'currentMissing').max(LONGEST_PASSWORD, 'wrong'),
    next: z.string().min(SHORTEST_PASSWORD, 'tooShort').max(LONGEST_PASSWORD, 'tooLong'),
  })
  .refine(({ current, next }) => next === '' || current !== next, { path: ['next'], message: 'same' })

export type PasswordRefusal = { readonly kind: 'too-many' | 'no-password' }
export type PasswordState = ActionState<PasswordRefusal, { readonly ended: number }>

/** Which logins end: one, by its id, or all but this one. */
export const endLoginsInputSchema = z.object({ loginId: z.string().optional() })
export type EndLoginsState = ActionState<never, { readonly ended: number }>
