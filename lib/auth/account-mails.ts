import type { Locale } from '@/lib/core/localized'
import { writeAdminEntry } from '@/lib/db/admin-log'
import type { Database } from '@/lib/db/client'
import { createFailureStore } from '@/lib/db/failures'
import { transaction } from '@/lib/db/transaction'
import { orderMail } from '@/lib/mail/order'
import {
  endTokens,
  findToken,
  insertToken,
  type NewToken,
  spendToken,
  type TokenParts,
} from './account-tokens'
import { leadsIntoCourse } from './in-course'
import { hashPassword } from './passwords'

/** What is asked for by mail, and what the links in the mails do. */

const WINDOW_MS = 60 * 60_000
/** Mails to one address within the window, whoever asks; from one place, room for a class that forgot its passwords. */
const MOST_TO = 4
const MOST_FROM = 100

export interface Asking extends TokenParts {
  readonly database: Database
  readonly now: Date
}

/** Counts a mail before it is ordered; false where one has to wait. The typed address is counted, account or none. */
async function mayOrder(
  { database, now }: Asking,
  { email, address }: { email: string; address: string },
): Promise<boolean> {
  const limits = [
    { key: `mail-to:${email}`, most: MOST_TO },
    { key: `mail-from:${address}`, most: MOST_FROM },
  ]
  const since = new Date(now.getTime() - WINDOW_MS)
  return (await createFailureStore(database).claim(limits, since, now)) !== null
}

export type Ordered = 'ordered' | 'too-many'

async function order(asking: Asking, token: NewToken): Promise<Ordered> {
  await transaction(asking.database, async (client) => {
    const { id } = await insertToken(client, asking, token, asking.now)
    await orderMail(client, { kind: 'token', tokenId: id })
  })
  return 'ordered'
}

/**
 * Orders the mail with a link to a new password. The same is written whether there is such an account or not, so that
 * neither the reply nor its time tells; the link works only where there is one.
 */
export async function orderReset(
  asking: Asking,
  { email, address, locale }: { email: string; address: string; locale: Locale },
): Promise<Ordered> {
  if (!(await mayOrder(asking, { email, address }))) return 'too-many'
  return order(asking, { purpose: 'reset', userId: null, email, locale })
}

/** Orders the mail that makes an account; until its link is used there is none. */
export async function orderSignUp(
  asking: Asking,
  input: { email: string; name: string; password: string; address: string; locale: Locale },
): Promise<Ordered> {
  const { address, password, ...token } = input
  // Before the costly hash, which is made whether there is an account or not.
  if (!(await mayOrder(asking, { email: token.email, address }))) return 'too-many'
  const passwordHash = await hashPassword(password)
  return order(asking, { purpose: 'sign-up', userId: null, ...token, passwordHash })
}

/** Orders the mail that proves an address of the person's: the one they have, or another to take its place. */
export async function orderAddress(
  asking: Asking,
  input: { userId: string; email: string; address: string; locale: Locale },
): Promise<Ordered> {
  if (!(await mayOrder(asking, input))) return 'too-many'
  const { userId, email, locale } = input
  return order(asking, { purpose: 'address', userId, email, locale })
}

/** Whose password a link sets: the address, for a password manager to know; null where the link does not hold. */
export async function findReset(
  { database, now }: Pick<Asking, 'database' | 'now'>,
  tokenHash: string,
): Promise<{ readonly email: string } | null> {
  const token = await findToken(database.pool, { purpose: 'reset', tokenHash, now })
  if (!token) return null
  const { rows } = await database.pool.query<{ email: string | null }>(
    `SELECT email FROM users WHERE ${ofToken} AND deactivated_at IS NULL`,
    [token.userId, token.email],
  )
  const [row] = rows
  return row ? { email: row.email ?? '' } : null
}

/** The account of a token: $1 its id, or null, and then $2 the address. */
const ofToken = '(id = $1::uuid OR ($1::uuid IS NULL AND lower(email) = lower($2)))'

/**
 * Sets the new password, once: every login ends, other links end, and the address, to which the link came, is proven.
 * Where it was not before, other ways into the account are taken away, but for an LMS that leads into a student's course.
 */
export const resetPassword = (
  { database, now }: Pick<Asking, 'database' | 'now'>,
  { tokenHash, passwordHash }: { tokenHash: string; passwordHash: string },
): Promise<boolean> =>
  transaction(database, async (client) => {
    const token = await spendToken(client, { purpose: 'reset', tokenHash, now })
    if (!token) return false
    const { rows } = await client.query<{
      id: string
      email: string | null
      locale: Locale | null
      proven: boolean
    }>(
      `SELECT id, email, locale, email_verified IS NOT NULL AS proven FROM users
      WHERE ${ofToken} AND deactivated_at IS NULL FOR UPDATE`,
      [token.userId, token.email],
    )
    const [user] = rows
    if (!user) return false
    const byMail = token.userId === null
    await client.query(
      `UPDATE users SET password_hash = $2, must_change_password = false,
        email_verified = CASE WHEN $3 THEN COALESCE(email_verified, $4) ELSE email_verified END
      WHERE id = $1`,
      [user.id, passwordHash, byMail, now],
    )
    // Somebody else may have made the account under this address, and left themselves a way in.
    if (byMail && !user.proven)
      await client.query(`DELETE FROM accounts a WHERE a.user_id = $1 AND NOT ${leadsIntoCourse}`, [user.id])
    await client.query('DELETE FROM sessions WHERE user_id = $1', [user.id])
    await endTokens(client, { userId: user.id, email: user.email, now })
    if (user.email !== null)
      await orderMail(client, { kind: 'password-set', to: user.email, locale: user.locale ?? token.locale })
    return true
  })

export type Confirmation = 'address-proven' | 'account-made' | 'address-taken' | 'no-link'

/** What a link to confirm is about; null where it does not hold. */
export async function findConfirmation(
  { database, now }: Pick<Asking, 'database' | 'now'>,
  tokenHash: string,
): Promise<{ readonly kind: 'address' | 'sign-up'; readonly email: string } | null> {
  for (const kind of ['address', 'sign-up'] as const) {
    const token = await findToken(database.pool, { purpose: kind, tokenHash, now })
    if (token) return { kind, email: token.email ?? '' }
  }
  return null
}

/** Takes the proof of an address, once: writes it to the account, or makes the account that waited for it. */
export const confirmAddress = (
  { database, now }: Pick<Asking, 'database' | 'now'>,
  tokenHash: string,
): Promise<Confirmation> =>
  transaction(database, async (client): Promise<Confirmation> => {
    const signUp = await spendToken(client, { purpose: 'sign-up', tokenHash, now })
    if (signUp) {
      const { rowCount } = await client.query(
        `INSERT INTO users (id, email, email_verified, name, password_hash, locale, created_at)
        SELECT gen_random_uuid(), $1, $2, $3, $4, $5, $2
        WHERE NOT EXISTS (SELECT 1 FROM users WHERE lower(email) = lower($1)) ON CONFLICT (email) DO NOTHING`,
        [signUp.email, now, signUp.name, signUp.passwordHash, signUp.locale],
      )
      return rowCount === 1 ? 'account-made' : 'address-taken'
    }
    const token = await spendToken(client, { purpose: 'address', tokenHash, now })
    if (!token) return 'no-link'
    const { rows } = await client.query<{ email: string | null }>(
      'SELECT email FROM users WHERE id = $1 AND deactivated_at IS NULL FOR UPDATE',
      [token.userId],
    )
    const [user] = rows
    if (!user) return 'no-link'
    const taken = await client.query('SELECT 1 FROM users WHERE lower(email) = lower($1) AND id <> $2', [
      token.email,
      token.userId,
    ])
    if (taken.rowCount !== 0) return 'address-taken'
    await client.query('UPDATE users SET email = $2, email_verified = $3 WHERE id = $1', [
      token.userId,
      token.email,
      now,
    ])
    if (user.email?.toLowerCase() === token.email?.toLowerCase()) return 'address-proven'
    await endTokens(client, { userId: token.userId ?? '', email: user.email, now })
    if (user.email !== null)
      await orderMail(client, { kind: 'address-changed', to: user.email, locale: token.locale })
    await writeAdminEntry(client, {
      byId: token.userId,
      userId: token.userId,
      action: 'address-changed',
      at: now,
    })
    return 'address-proven'
  })
