import { writeAdminEntry } from './admin-log'
import type { Database } from './client'
import { transaction } from './transaction'

export type OneTime =
  | { readonly kind: 'done'; readonly email: string }
  /** There are administrators, and none has this address. */
  | { readonly kind: 'not-found'; readonly administrators: readonly string[] }
  /** Several, and it was not said which. */
  | { readonly kind: 'which'; readonly administrators: readonly string[] }

/** Whether somebody can let others in. */
export async function hasAdministrator({ prisma }: Database): Promise<boolean> {
  return (await prisma.user.count({ where: { isAdmin: true, deactivatedAt: null } })) > 0
}

/**
 * Gives an administrator a one-time password, from the command line of the machine: the way back in. It ends their
 * logins and lets in whoever was deactivated. Where there is no administrator at all, makes one.
 * @param email of the administrator; may be left out where there is one alone
 */
export const setOneTimePassword = (
  database: Database,
  input: {
    readonly email: string | null
    /** Address of an administrator to be made. */
    readonly newEmail: string
    readonly passwordHash: string
    readonly now: Date
  },
): Promise<OneTime> =>
  transaction(database, async (client): Promise<OneTime> => {
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('administrators', 0))")
    const { rows } = await client.query<{ id: string; email: string | null }>(
      'SELECT id, email FROM users WHERE is_admin ORDER BY created_at, id FOR UPDATE',
    )
    const administrators = rows.flatMap(({ email }) => email ?? [])
    const wanted = input.email?.toLowerCase() ?? null
    const [found] = wanted === null ? rows : rows.filter(({ email }) => email?.toLowerCase() === wanted)
    if (rows.length > 0 && !found) return { kind: 'not-found', administrators }
    if (wanted === null && rows.length > 1) return { kind: 'which', administrators }
    const email = found?.email ?? wanted ?? input.newEmail
    const written = found
      ? await client.query<{ id: string }>(
          `UPDATE users SET password_hash = $2, must_change_password = true, deactivated_at = NULL, email = $3
          WHERE id = $1 RETURNING id`,
          [found.id, input.passwordHash, email],
        )
      : await client.query<{ id: string }>(
          `INSERT INTO users AS u (id, email, name, password_hash, must_change_password, is_admin, created_at)
          VALUES (gen_random_uuid(), $1, 'Administrator', $2, true, true, $3)
          ON CONFLICT (email) DO UPDATE
            SET password_hash = $2, must_change_password = true, is_admin = true, deactivated_at = NULL
          RETURNING id`,
          [email, input.passwordHash, input.now],
        )
    const userId = written.rows[0]?.id ?? null
    await client.query('DELETE FROM sessions WHERE user_id = $1', [userId])
    await writeAdminEntry(client, { byId: null, userId, action: 'one-time-password', at: input.now })
    return { kind: 'done', email }
  })

/**
 * Shuts the demo's logins, whose passwords everybody knows, in a database that was a demo once: they lose password,
 * rights and open logins. Gives their number.
 */
export const shutDemoLogins = (database: Database, emails: readonly string[]): Promise<number> =>
  transaction(database, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'UPDATE users SET password_hash = NULL, is_admin = false WHERE email = ANY($1) AND password_hash IS NOT NULL RETURNING id',
      [emails],
    )
    await client.query('DELETE FROM sessions WHERE user_id = ANY($1)', [rows.map(({ id }) => id)])
    return rows.length
  })
