import type pg from 'pg'
import { isId } from '@/lib/core/ids'
import type { Locale } from '@/lib/core/localized'
import { writeAdminEntry } from '@/lib/db/admin-log'
import type { Database } from '@/lib/db/client'
import { joinPeople } from '@/lib/db/join-people'
import { transaction } from '@/lib/db/transaction'
import type { Asking } from './account-mails'
import { insertToken, spendToken } from './account-tokens'
import { checkPassword } from './change-password'
import { guessLimits } from './guess-limits'
import { leadsIntoCourse } from './in-course'
import { isPassword } from './passwords'

/** A way into an account beside its password. */
export interface Identity {
  readonly id: string
  readonly kind: 'lms' | 'sso'
  /** Of the LMS as administrators named it, else the issuer. */
  readonly name: string
}

export interface WaysIn {
  readonly identities: readonly Identity[]
  readonly email: string | null
  readonly emailProven: boolean
  readonly hasPassword: boolean
  /** Made by a launch and never given a way in of its own: it can be joined into an account that was here before. */
  readonly isLmsOnly: boolean
}

const LMS = 'lti:'
const SSO = 'oidc:'

/** The ways into an account; null where there is no such account. */
export async function readWaysIn({ pool }: Database, userId: string): Promise<WaysIn | null> {
  const { rows } = await pool.query<{
    email: string | null
    email_verified: Date | null
    has_password: boolean
    is_admin: boolean
  }>(
    'SELECT email, email_verified, password_hash IS NOT NULL AS has_password, is_admin FROM users WHERE id = $1',
    [userId],
  )
  const [user] = rows
  if (!user) return null
  const found = await pool.query<{ id: string; provider: string; name: string | null }>(
    `SELECT a.id, a.provider, min(p.name) AS name FROM accounts a
      LEFT JOIN lti_platforms p ON a.provider = 'lti:' || p.issuer
    WHERE a.user_id = $1 GROUP BY a.id, a.provider ORDER BY a.provider, a.id`,
    [userId],
  )
  const identities = found.rows.map(({ id, provider, name }): Identity => {
    const isLms = provider.startsWith(LMS)
    return {
      id,
      kind: isLms ? 'lms' : 'sso',
      name: name ?? provider.slice(isLms ? LMS.length : SSO.length),
    }
  })
  return {
    identities,
    email: user.email,
    emailProven: user.email_verified !== null,
    hasPassword: user.has_password,
    isLmsOnly: onlyLms(user, identities),
  }
}

const onlyLms = (
  user: { has_password: boolean; is_admin: boolean },
  identities: readonly { kind: 'lms' | 'sso' }[],
): boolean =>
  !user.has_password &&
  !user.is_admin &&
  identities.length > 0 &&
  identities.every(({ kind }) => kind === 'lms')

/** The same for an account that is locked in a transaction. */
async function isLmsOnly(client: pg.ClientBase, userId: string): Promise<boolean> {
  const { rows } = await client.query<{ has_password: boolean; is_admin: boolean }>(
    'SELECT password_hash IS NOT NULL AS has_password, is_admin FROM users WHERE id = $1 FOR UPDATE',
    [userId],
  )
  const accounts = await client.query<{ provider: string }>(
    'SELECT provider FROM accounts WHERE user_id = $1',
    [userId],
  )
  const [user] = rows
  return (
    user !== undefined &&
    onlyLms(
      user,
      accounts.rows.map(({ provider }) => ({ kind: provider.startsWith(LMS) ? 'lms' : 'sso' })),
    )
  )
}

export type Removal =
  | 'done'
  | 'not-found'
  | 'last'
  /** Of an LMS that leads into a course of a student. */
  | 'in-course'

/**
 * Takes a way in away, as long as another remains, and ends the person's other logins.
 * @param which id of an identity, or 'password'
 */
export const removeWayIn = (
  database: Database,
  { userId, sessionToken, which, now }: { userId: string; sessionToken: string; which: string; now: Date },
): Promise<Removal> =>
  transaction(database, async (client): Promise<Removal> => {
    // Of two removals at once, the second sees what is left.
    const { rows } = await client.query<{ has_password: boolean }>(
      'SELECT password_hash IS NOT NULL AND email IS NOT NULL AS has_password FROM users WHERE id = $1 FOR UPDATE',
      [userId],
    )
    const accounts = await client.query<{ id: string; provider: string; inCourse: boolean }>(
      `SELECT a.id, a.provider, ${leadsIntoCourse} AS "inCourse" FROM accounts a WHERE a.user_id = $1`,
      [userId],
    )
    const hasPassword = rows[0]?.has_password ?? false
    const isPasswordMeant = which === 'password'
    const identity = isId(which) ? accounts.rows.find(({ id }) => id === which) : undefined
    if (isPasswordMeant ? !hasPassword : !identity) return 'not-found'
    if (accounts.rows.length + (hasPassword ? 1 : 0) < 2) return 'last'
    if (identity?.inCourse) return 'in-course'
    if (identity) await client.query('DELETE FROM accounts WHERE id = $1', [identity.id])
    else await client.query('UPDATE users SET password_hash = NULL WHERE id = $1', [userId])
    await client.query('DELETE FROM sessions WHERE user_id = $1 AND session_token <> $2', [
      userId,
      sessionToken,
    ])
    await writeAdminEntry(client, {
      byId: userId,
      userId,
      action: 'identity-removed',
      data: { provider: identity?.provider ?? 'password' },
      at: now,
    })
    return 'done'
  })

export type Joining =
  | { readonly kind: 'joined'; readonly userId: string }
  | { readonly kind: 'wrong' | 'too-many' | 'same-exam' | 'same-platform' | 'not-lms' | 'deactivated' }

async function join(client: pg.ClientBase, fromId: string, intoId: string, now: Date): Promise<Joining> {
  const { rows } = await client.query('SELECT 1 FROM users WHERE id = $1 AND deactivated_at IS NULL', [
    intoId,
  ])
  if (rows.length === 0) return { kind: 'deactivated' }
  if (fromId === intoId || !(await isLmsOnly(client, fromId))) return { kind: 'not-lms' }
  const kind = await joinPeople(client, fromId, intoId)
  if (kind !== 'joined') return { kind }
  await writeAdminEntry(client, {
    byId: intoId,
    userId: intoId,
    action: 'joined',
    data: { from: fromId },
    at: now,
  })
  return { kind: 'joined', userId: intoId }
}

/**
 * Joins the account that a launch made into the one whose password is known: whoever asks is signed in as the one and
 * proves the other. Guessing is limited as at the sign-in.
 */
export async function joinByPassword(
  database: Database,
  input: {
    readonly userId: string
    readonly email: string
    readonly password: string
    readonly address: string
  },
  now: Date,
): Promise<Joining> {
  const email = input.email.trim().toLowerCase()
  const limits = guessLimits(database, { email, address: input.address }, now)
  const claim = await limits.claim()
  if (!claim) return { kind: 'too-many' }
  const other = await database.prisma.user.findUnique({ where: { email } })
  if (
    !(await isPassword(other?.passwordHash ?? null, input.password)) ||
    !other ||
    other.mustChangePassword
  ) {
    await limits.wasWrong()
    return { kind: 'wrong' }
  }
  await limits.wasRight(claim)
  return transaction(database, (client) => join(client, input.userId, other.id, now))
}

export type LinkBegun =
  | { readonly kind: 'begun'; readonly token: string }
  | { readonly kind: 'wrong' | 'too-many' }

/**
 * A token by which the next sign-in by the provider, within minutes, adds that identity to this account. The current
 * password is asked for where there is one: whoever finds an open login leaves themselves no way in.
 */
export async function beginLink(
  asking: Asking,
  input: {
    readonly userId: string
    readonly current: string
    readonly address: string
    readonly locale: Locale
  },
): Promise<LinkBegun> {
  const { database, now } = asking
  const check = await checkPassword(database, input, now)
  if (check !== 'right') return { kind: check }
  const { userId, locale } = input
  const { token } = await transaction(database, (client) =>
    insertToken(client, asking, { purpose: 'link', userId, email: null, locale }, now),
  )
  return { kind: 'begun', token }
}

/** Who the provider says is here. */
export interface Subject {
  readonly issuer: string
  readonly sub: string
  readonly name: string | null
  /** Only one that the provider has verified. */
  readonly email: string | null
}

export type SsoArrival =
  /** `added`: to the account that was signed in, or that one was joined into the identity's own. */
  | { readonly kind: 'welcome'; readonly userId: string; readonly added: boolean }
  | { readonly kind: 'deactivated' | 'taken' | 'same-exam' | 'same-platform' | 'link-ended' }

/**
 * The person of this issuer and subject, or a new one; never somebody found by their address: an address already in
 * use is left to its account, and the new one goes without. With `link`, the identity is added to the account that
 * asked for it minutes ago and is still signed in in the same browser.
 */
export const arriveBySso = (
  database: Database,
  subject: Subject,
  link: { readonly tokenHash: string; readonly userId: string } | null,
  now: Date,
): Promise<SsoArrival> =>
  transaction(database, async (client): Promise<SsoArrival> => {
    const provider = `${SSO}${subject.issuer}`
    // Two first arrivals of one person wait for each other.
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${provider} ${subject.sub}`,
    ])
    const { rows } = await client.query<{ user_id: string; deactivated: boolean }>(
      `SELECT a.user_id, u.deactivated_at IS NOT NULL AS deactivated FROM accounts a JOIN users u ON u.id = a.user_id
      WHERE a.provider = $1 AND a.provider_account_id = $2`,
      [provider, subject.sub],
    )
    const [known] = rows
    if (link) {
      const token = await spendToken(client, { purpose: 'link', tokenHash: link.tokenHash, now })
      if (token?.userId !== link.userId) return { kind: 'link-ended' }
      if (known && known.user_id !== link.userId) {
        const joined = await join(client, link.userId, known.user_id, now)
        if (joined.kind === 'joined') return { kind: 'welcome', userId: joined.userId, added: true }
        switch (joined.kind) {
          case 'same-exam':
          case 'same-platform':
          case 'deactivated':
            return { kind: joined.kind }
          default:
            return { kind: 'taken' }
        }
      }
      if (!known) {
        await addIdentity(client, provider, subject.sub, link.userId)
        await writeAdminEntry(client, {
          byId: link.userId,
          userId: link.userId,
          action: 'identity-added',
          data: { provider },
          at: now,
        })
      }
      return { kind: 'welcome', userId: link.userId, added: true }
    }
    if (known?.deactivated) return { kind: 'deactivated' }
    if (known) return { kind: 'welcome', userId: known.user_id, added: false }
    const made = await client.query<{ id: string }>(
      `INSERT INTO users (id, name, email, email_verified, created_at)
      SELECT gen_random_uuid(), $1, free.email, CASE WHEN free.email IS NOT NULL THEN $3::timestamptz END, $3
      FROM (SELECT CASE WHEN EXISTS (SELECT 1 FROM users WHERE lower(email) = $2) THEN NULL ELSE $2 END AS email) AS free
      RETURNING id`,
      [subject.name, subject.email, now],
    )
    const userId = made.rows[0]?.id ?? ''
    await addIdentity(client, provider, subject.sub, userId)
    return { kind: 'welcome', userId, added: false }
  })

const addIdentity = (client: pg.ClientBase, provider: string, sub: string, userId: string) =>
  client.query(
    `INSERT INTO accounts (id, user_id, type, provider, provider_account_id)
    VALUES (gen_random_uuid(), $1, 'oauth', $2, $3)`,
    [userId, provider, sub],
  )
