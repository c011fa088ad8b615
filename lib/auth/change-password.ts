import type { Database } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { endTokens } from './account-tokens'
import { guessLimits } from './guess-limits'
import { hashPassword, isPassword } from './passwords'

export type PasswordChange =
  /** `ended`: how many other logins it ended. */
  | { readonly kind: 'changed'; readonly ended: number }
  /** The current password is another one. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too-many' }
  /** The account has no password: its owner comes from elsewhere. */
  | { readonly kind: 'no-password' }

/** Whether the password is the account's; also where it has none to ask for. Guessing is limited as at the sign-in. */
export async function checkPassword(
  database: Database,
  input: { readonly userId: string; readonly current: string; readonly address: string },
  now: Date,
): Promise<'right' | 'wrong' | 'too-many'> {
  const user = await database.prisma.user.findUnique({ where: { id: input.userId } })
  if (!user || user.passwordHash === null) return 'right'
  return guess(database, { ...user, passwordHash: user.passwordHash }, input, now)
}

async function guess(
  database: Database,
  user: { readonly id: string; readonly email: string | null; readonly passwordHash: string },
  input: { readonly current: string; readonly address: string },
  now: Date,
): Promise<'right' | 'wrong' | 'too-many'> {
  const email = user.email?.toLowerCase() ?? user.id
  const limits = guessLimits(database, { email, address: input.address }, now)
  const claim = await limits.claim()
  if (!claim) return 'too-many'
  if (!(await isPassword(user.passwordHash, input.current))) {
    await limits.wasWrong()
    return 'wrong'
  }
  await limits.wasRight(claim)
  return 'right'
}

/**
 * Sets a new password for whoever knows the current one, and ends every other login in the same transaction: whoever
 * came in with the old password is out. Guessing is limited as at the sign-in.
 */
export async function changePassword(
  database: Database,
  input: {
    readonly userId: string
    /** The login that asks, which stays. */
    readonly sessionToken: string
    readonly current: string
    readonly next: string
    readonly address: string
  },
  now: Date,
): Promise<PasswordChange> {
  const user = await database.prisma.user.findUnique({ where: { id: input.userId } })
  if (!user || user.passwordHash === null) return { kind: 'no-password' }
  const check = await guess(database, { ...user, passwordHash: user.passwordHash }, input, now)
  if (check !== 'right') return { kind: check }
  const passwordHash = await hashPassword(input.next)
  return transaction(database, async (client): Promise<PasswordChange> => {
    // Of two changes at once, the second finds that its current password is not current any more.
    const changed = await client.query(
      'UPDATE users SET password_hash = $3 WHERE id = $1 AND password_hash = $2',
      [user.id, user.passwordHash, passwordHash],
    )
    if (changed.rowCount === 0) return { kind: 'wrong' }
    const ended = await client.query('DELETE FROM sessions WHERE user_id = $1 AND session_token <> $2', [
      user.id,
      input.sessionToken,
    ])
    await endTokens(client, { userId: user.id, email: user.email, now })
    return { kind: 'changed', ended: ended.rowCount ?? 0 }
  })
}
