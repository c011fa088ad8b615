import type { Database } from '@/lib/db/client'
import { isPassword } from './passwords'

/** Failures of one address within the window before it has to wait. */
const FAILURES = 10
const WINDOW_MS = 15 * 60_000

export type SignIn =
  | { readonly kind: 'welcome'; readonly user: { id: string; name: string | null; email: string | null } }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too-many' }

/** E-mail and password; the reply never tells whether the account exists, and guessing is slowed down. */
export async function signInWithPassword(
  { prisma }: Database,
  input: { email: string; password: string },
  now: Date,
): Promise<SignIn> {
  const email = input.email.trim().toLowerCase()
  const since = new Date(now.getTime() - WINDOW_MS)
  const failures = await prisma.loginFailure.count({ where: { email, at: { gt: since } } })
  if (failures >= FAILURES) return { kind: 'too-many' }
  const user = await prisma.user.findUnique({ where: { email } })
  if (!(await isPassword(user?.passwordHash ?? null, input.password)) || !user) {
    await prisma.$transaction([
      prisma.loginFailure.deleteMany({ where: { at: { lte: since } } }),
      prisma.loginFailure.create({ data: { email, at: now } }),
    ])
    return { kind: 'wrong' }
  }
  return { kind: 'welcome', user: { id: user.id, name: user.name, email: user.email } }
}
