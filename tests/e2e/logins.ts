import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { APP_SECRET } from '../helpers/app-server'
import { withDatabase } from './people'

/** The cookie of a login as the server would set it, or of one that is expired, ended or forged. */
export async function loginCookie(
  userId: string,
  over: { hours?: number; ended?: boolean; secret?: string } = {},
): Promise<string> {
  const sid = randomUUID()
  if (!over.ended)
    await withDatabase((client) =>
      client.query(
        `INSERT INTO sessions (id, session_token, user_id, expires)
        VALUES (gen_random_uuid(), $1, $2, now() + $3 * interval '1 hour')`,
        [sid, userId, over.hours ?? 1],
      ),
    )
  const token = await encode({ token: { sub: userId, sid }, secret: over.secret ?? APP_SECRET })
  return `next-auth.session-token=${token}`
}

/** What is no living login of this person: none, a forged, an expired and an ended one. */
export async function deadLogins(userId: string): Promise<Record<string, string | null>> {
  return {
    nobody: null,
    forged: await loginCookie(userId, { secret: 'a guess at the secret, and a wrong one' }),
    expired: await loginCookie(userId, { hours: -1 }),
    replayed: await loginCookie(userId, { ended: true }),
  }
}

/** Somebody with this role in a course and in no other, without a password. */
export const addPerson = (role: string, courseId: string): Promise<string> =>
  withDatabase(async (client) => {
    const id = randomUUID()
    await client.query("INSERT INTO users (id, name) VALUES ($1, 'Person')", [id])
    await client.query('INSERT INTO enrolments (course_id, user_id, role) VALUES ($1, $2, $3::"Role")', [
      courseId,
      id,
      role,
    ])
    return id
  })
