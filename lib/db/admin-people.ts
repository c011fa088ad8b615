import type pg from 'pg'
import { endTokens, insertToken, type TokenParts } from '@/lib/auth/account-tokens'
import { isId } from '@/lib/core/ids'
import type { Locale } from '@/lib/core/localized'
import { type Localized, localizedSchema } from '@/lib/core/localized'
import type { Role } from '@/lib/exam/course-role'
import { orderMail } from '@/lib/mail/order'
import { type AdminAction, writeAdminEntry } from './admin-log'
import type { Database } from './client'
import { transaction } from './transaction'

export interface PersonLine {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly isAdmin: boolean
  readonly isDeactivated: boolean
}

export interface PersonRecord extends PersonLine {
  readonly emailProven: boolean
  readonly hasPassword: boolean
  readonly mustChangePassword: boolean
  readonly createdAt: Date
  readonly roles: readonly {
    readonly courseId: string
    readonly title: Localized
    readonly role: Role
    readonly hasLeft: boolean
  }[]
}

export interface AdminLine {
  readonly id: string
  readonly at: Date
  /** Null: from the command line. */
  readonly by: string | null
  readonly about: { readonly id: string; readonly name: string } | null
  readonly action: string
}

const columns = `u.id, COALESCE(u.name, u.email, '') AS name, u.email, u.is_admin AS "isAdmin",
  u.deactivated_at IS NOT NULL AS "isDeactivated"`

/**
 * People whose name or address holds every word of the text, by name.
 * @param page counted from 1
 */
export async function searchPeople(
  { pool }: Database,
  { text, page, size }: { text: string; page: number; size: number },
): Promise<{ readonly people: readonly PersonLine[]; readonly total: number }> {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 8)
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const { rows } = await pool.query<PersonLine & { total: number }>(
    `SELECT ${columns}, count(*) OVER ()::int AS total FROM users u
    WHERE concat_ws(' ', u.name, u.email) ILIKE ALL ($1::text[])
    ORDER BY name, u.id LIMIT $2 OFFSET $3`,
    [patterns, size, (page - 1) * size],
  )
  return { people: rows.map(({ total: _, ...person }) => person), total: rows[0]?.total ?? 0 }
}

/** One person with their roles; null where there is none. */
export async function findPerson({ prisma }: Database, userId: string): Promise<PersonRecord | null> {
  if (!isId(userId)) return null
  const row = await prisma.user.findUnique({
    where: { id: userId },
    include: { enrolments: { include: { course: true }, orderBy: { createdAt: 'desc' } } },
  })
  if (!row) return null
  return {
    id: row.id,
    name: row.name ?? row.email ?? '',
    email: row.email,
    emailProven: row.emailVerified !== null,
    isAdmin: row.isAdmin,
    isDeactivated: row.deactivatedAt !== null,
    hasPassword: row.passwordHash !== null,
    mustChangePassword: row.mustChangePassword,
    createdAt: row.createdAt,
    roles: row.enrolments.map(({ courseId, course, role, leftAt }) => ({
      courseId,
      title: localizedSchema.parse(course.title),
      role,
      hasLeft: leftAt !== null,
    })),
  }
}

/** The administrators' log, newest first, of one person or of all; a page at a time. */
export async function readAdminLog(
  { pool }: Database,
  { userId, page, size }: { userId: string | null; page: number; size: number },
): Promise<{ readonly lines: readonly AdminLine[]; readonly total: number }> {
  const { rows } = await pool.query<{
    id: string
    at: Date
    by: string | null
    action: string
    about_id: string | null
    about: string | null
    total: number
  }>(
    `SELECT e.id, e.at, CASE WHEN e.by_id IS NOT NULL THEN COALESCE(b.name, b.email, '') END AS by, e.action,
      u.id AS about_id, COALESCE(u.name, u.email, '') AS about, count(*) OVER ()::int AS total
    FROM admin_entries e LEFT JOIN users b ON b.id = e.by_id LEFT JOIN users u ON u.id = e.user_id
    WHERE $1::uuid IS NULL OR e.user_id = $1 ORDER BY e.at DESC, e.id LIMIT $2 OFFSET $3`,
    [userId, size, (page - 1) * size],
  )
  return {
    lines: rows.map((row) => ({
      id: row.id,
      at: row.at,
      by: row.by,
      action: row.action,
      about: row.about_id === null ? null : { id: row.about_id, name: row.about ?? '' },
    })),
    total: rows[0]?.total ?? 0,
  }
}

/** Who does it: looked at again in the transaction, so that an administrator who was just unmade does nothing more. */
export interface ActBy {
  readonly adminId: string
  readonly now: Date
}

export type ActRefusal = 'not-allowed' | 'not-found' | 'self' | 'deactivated'

/** What is done to a person; each ends their logins at once. */
export type PersonAct = 'make-admin' | 'unmake-admin' | 'deactivate' | 'activate' | 'end-logins'

const acts: Readonly<
  Record<PersonAct, { readonly action: AdminAction; readonly isAdmin?: boolean; readonly isActive?: boolean }>
> = {
  'make-admin': { action: 'admin-made', isAdmin: true },
  'unmake-admin': { action: 'admin-unmade', isAdmin: false },
  deactivate: { action: 'deactivated', isActive: false },
  activate: { action: 'activated', isActive: true },
  'end-logins': { action: 'logins-ended' },
}

interface Locked {
  readonly id: string
  readonly email: string | null
  readonly locale: Locale | null
  readonly deactivated: boolean
}

/** Locks the person for whoever is an administrator now; one such act at a time, so that the last one is always seen. */
async function lockFor(
  client: pg.ClientBase,
  { adminId }: ActBy,
  userId: string,
): Promise<Locked | ActRefusal> {
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended('administrators', 0))")
  const admin = await client.query(
    'SELECT 1 FROM users WHERE id = $1 AND is_admin AND deactivated_at IS NULL',
    [adminId],
  )
  if (admin.rowCount === 0) return 'not-allowed'
  if (!isId(userId)) return 'not-found'
  const { rows } = await client.query<Locked>(
    `SELECT id, email, locale, deactivated_at IS NOT NULL AS deactivated FROM users
    WHERE id = $1 FOR UPDATE`,
    [userId],
  )
  return rows[0] ?? 'not-found'
}

/**
 * Does it, and notes it. Nobody does it to themselves, and whoever does it is an administrator: so that one always
 * stays.
 */
export const actOnPerson = (
  database: Database,
  by: ActBy,
  { userId, act }: { userId: string; act: PersonAct },
): Promise<'done' | ActRefusal> =>
  transaction(database, async (client) => {
    const person = await lockFor(client, by, userId)
    if (typeof person === 'string') return person
    if (person.id === by.adminId) return 'self'
    const { action, isAdmin = null, isActive = null } = acts[act]
    await client.query(
      `UPDATE users SET is_admin = COALESCE($2::boolean, is_admin),
        deactivated_at = CASE $3::boolean
          WHEN true THEN NULL WHEN false THEN COALESCE(deactivated_at, $4) ELSE deactivated_at END
      WHERE id = $1`,
      [person.id, isAdmin, isActive, by.now],
    )
    const ended = await client.query('DELETE FROM sessions WHERE user_id = $1', [person.id])
    await endTokens(client, { userId: person.id, email: person.email, now: by.now })
    await writeAdminEntry(client, {
      byId: by.adminId,
      userId: person.id,
      action,
      data: { ended: ended.rowCount ?? 0 },
      at: by.now,
    })
    return 'done'
  })

/**
 * Makes a link with which the person sets a new password: mails it to them, or gives it to the administrator to hand
 * on.
 */
export const makeResetLink = (
  database: Database,
  by: ActBy,
  parts: TokenParts,
  { userId, mail }: { userId: string; mail: boolean },
): Promise<{ readonly token: string } | ActRefusal | 'no-address'> =>
  transaction(database, async (client) => {
    const person = await lockFor(client, by, userId)
    if (typeof person === 'string') return person
    if (person.deactivated) return 'deactivated'
    // A password opens nothing without an address to sign in with.
    if (person.email === null) return 'no-address'
    const { id, token } = await insertToken(
      client,
      parts,
      { purpose: 'reset', userId: person.id, email: person.email, locale: person.locale ?? 'ko' },
      by.now,
    )
    if (mail) await orderMail(client, { kind: 'token', tokenId: id })
    await writeAdminEntry(client, {
      byId: by.adminId,
      userId: person.id,
      action: 'reset-link',
      data: { mailed: mail },
      at: by.now,
    })
    return { token }
  })
