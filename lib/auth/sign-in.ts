import type { Database } from '@/lib/db/client'
import { createFailureStore } from '@/lib/db/failures'
import { isPassword } from './passwords'

const WINDOW_MS = 15 * 60_000

/**
 * Failures within the window before one has to wait. The first limit holds for an account from one address, so that
 * nobody can lock a classmate out from elsewhere; the others are wide enough for a room behind one address, and for
 * an owner who keeps mistyping while somebody guesses.
 */
const ofAccount = ({ email, address }: { email: string; address: string }) => [
  { key: `login:${email}:${address}`, most: 10 },
  { key: `login-of:${email}`, most: 100 },
]
const FROM_ADDRESS = 300

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
  const failures = createFailureStore(database)
  const since = new Date(now.getTime() - WINDOW_MS)
  // A room that signs in at once is no room of guessers: from an address only what turned out wrong is counted.
  const addressKey = `login-from:${input.address}`
  const [fromAddress = 0] = await failures.count([addressKey], since)
  if (fromAddress >= FROM_ADDRESS) return { kind: 'too-many' }
  const claim = await failures.claim(ofAccount({ email, address: input.address }), since, now)
  if (!claim) return { kind: 'too-many' }
  const user = await database.prisma.user.findUnique({ where: { email } })
  if (!(await isPassword(user?.passwordHash ?? null, input.password)) || !user) {
    await failures.add([addressKey], now)
    return { kind: 'wrong' }
  }
  await failures.forgive(claim)
  return { kind: 'welcome', user: { id: user.id, name: user.name, email: user.email } }
}
