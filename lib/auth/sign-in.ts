import type { Database } from '@/lib/db/client'
import { guessLimits } from './guess-limits'
import { hashPassword, isPassword } from './passwords'

export type SignIn =
  | { readonly kind: 'welcome'; readonly user: { id: string; name: string | null; email: string | null } }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too-many' }
  /** The password is right and was made by somebody else: it opens nothing until another is chosen. */
  | { readonly kind: 'must-change' }
  | { readonly kind: 'deactivated' }

/**
 * E-mail and password; the reply never tells whether the account exists, and guessing is slowed down. Whoever has to
 * change the password says the `next` one with it, which is then the only one.
 */
export async function signInWithPassword(
  database: Database,
  input: { email: string; password: string; address: string; next?: string | undefined },
  now: Date,
): Promise<SignIn> {
  const { prisma } = database
  const email = input.email.trim().toLowerCase()
  const limits = guessLimits(database, { email, address: input.address }, now)
  const claim = await limits.claim()
  if (!claim) return { kind: 'too-many' }
  const user = await prisma.user.findUnique({ where: { email } })
  if (!(await isPassword(user?.passwordHash ?? null, input.password)) || !user) {
    await limits.wasWrong()
    return { kind: 'wrong' }
  }
  await limits.wasRight(claim)
  if (user.deactivatedAt !== null) return { kind: 'deactivated' }
  const welcome = { kind: 'welcome', user: { id: user.id, name: user.name, email: user.email } } as const
  if (!user.mustChangePassword) return welcome
  if (input.next === undefined || input.next === input.password) return { kind: 'must-change' }
  const passwordHash = await hashPassword(input.next)
  // Of two at once, one finds that its password is not the current one any more.
  const { count } = await prisma.user.updateMany({
    where: { id: user.id, passwordHash: user.passwordHash },
    data: { passwordHash, mustChangePassword: false },
  })
  return count === 1 ? welcome : { kind: 'wrong' }
}
