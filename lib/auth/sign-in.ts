import type { Database } from '@/lib/db/client'
import { guessLimits } from './guess-limits'
import { isPassword } from './passwords'

export type SignIn =
  | { readonly kind: 'welcome'; readonly user: { id: string; name: string | null; email: string | null } }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too-many' }

/** E-mail and password; the reply never tells whether the account exists, and guessing is slowed down. */
export async function signInWithPassword(
  database: Database,
  input: { email: string; password: string; address: string },
  now: Date,
): Promise<SignIn> {
  const email = input.email.trim().toLowerCase()
  const limits = guessLimits(database, { email, address: input.address }, now)
  const claim = await limits.claim()
  if (!claim) return { kind: 'too-many' }
  const user = await database.prisma.user.findUnique({ where: { email } })
  if (!(await isPassword(user?.passwordHash ?? null, input.password)) || !user) {
    await limits.wasWrong()
    return { kind: 'wrong' }
  }
  await limits.wasRight(claim)
  return { kind: 'welcome', user: { id: user.id, name: user.name, email: user.email } }
}
