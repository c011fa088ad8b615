import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { isId } from '@/lib/core/ids'
import { localizedSchema } from '@/lib/core/localized'
import type { Role } from '@/lib/exam/course-role'
import { membersByEmail, type NewAccount, type PeopleStore } from '@/lib/use-cases/people'
import { planRoster } from '@/lib/use-cases/roster'
import { announce } from './attempt-news'
import { writeAudit } from './audit'
import type { Database } from './client'
import { managedBy, taughtBy } from './exam-store'
import { manages } from './manages'
import { transaction } from './transaction'

/** How long a personal link to set a password holds, days. */
const SET_UP_DAYS = 30

interface InvitationRow {
  id: string
  course_id: string
  role: Role
  title: unknown
}

/** An invitation that still holds, its row locked so that the last use is used once. */
async function lockInvitation(
  client: pg.ClientBase,
  tokenHash: string,
  now: Date,
): Promise<InvitationRow | null> {
  const { rows } = await client.query<InvitationRow>(
    `SELECT i.id, i.course_id, i.role, c.title FROM invitations i JOIN courses c ON c.id = i.course_id
    WHERE i.token_hash = $1 AND i.expires_at > $2 AND i.revoked_at IS NULL AND (i.max_uses IS NULL OR i.uses < i.max_uses)
    FOR UPDATE OF i`,
    [tokenHash, now],
  )
  return rows[0] ?? null
}

/** Counts a use only where somebody really joined. */
async function enrol(
  client: pg.ClientBase,
  invitation: InvitationRow,
  userId: string,
  now: Date,
): Promise<void> {
  const { rowCount } = await client.query(
    `INSERT INTO enrolments (course_id, user_id, role, created_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (course_id, user_id) DO UPDATE SET left_at = NULL, role = $3 WHERE enrolments.left_at IS NOT NULL`,
    [invitation.course_id, userId, invitation.role, now],
  )
  if (rowCount === 0) return
  await client.query('UPDATE invitations SET uses = uses + 1 WHERE id = $1', [invitation.id])
  await writeAudit(client, {
    courseId: invitation.course_id,
    byId: userId,
    action: 'member-joined',
    data: { role: invitation.role },
    at: now,
  })
}

export function createPeopleStore(database: Database): PeopleStore {
  const { prisma } = database
  const toCourse = (row: { id: string; code: string; term: string; title: unknown }) => ({
    id: row.id,
    code: row.code,
    term: row.term,
    title: localizedSchema.parse(row.title),
  })
  const find: PeopleStore['find'] = async ({ courseId, viewer }) => {
    if (!isId(courseId)) return null
    const row = await prisma.course.findFirst({
      where: { id: courseId, ...managedBy(viewer) },
      include: {
        enrolments: { include: { user: true }, orderBy: [{ role: 'asc' }, { user: { name: 'asc' } }] },
        invitations: { orderBy: { createdAt: 'desc' } },
      },
    })
    if (!row) return null
    return {
      course: toCourse(row),
      members: row.enrolments.map((each) => ({
        userId: each.userId,
        name: each.user.name ?? '',
        email: each.user.email,
        role: each.role,
        timePercent: each.timePercent,
        extraMinutes: each.extraMinutes,
        leftAt: each.leftAt,
      })),
      invitations: row.invitations,
    }
  }
  const accountsAmong = async (emails: readonly string[]): Promise<ReadonlyMap<string, boolean>> => {
    const { rows } = await database.pool.query<{ email: string; proven: boolean }>(
      `SELECT lower(email) AS email, bool_and(email_verified IS NOT NULL) AS proven FROM users
      WHERE lower(email) = ANY($1) GROUP BY 1`,
      [emails],
    )
    return new Map(rows.map(({ email, proven }) => [email, proven]))
  }

  return {
    find,
    accountsAmong,

    setMember: ({ courseId, viewer, userId, role, left, now }) =>
      transaction(database, async (client) => {
        if (!isId(courseId) || !isId(userId)) return 'not-found'
        // One change of a course's people at a time, so that the last instructor is always seen.
        await client.query('SELECT 1 FROM courses WHERE id = $1 FOR UPDATE', [courseId])
        if (!(await manages(client, courseId, viewer))) return 'not-found'
        const others = await client.query(
          `SELECT 1 FROM enrolments WHERE course_id = $1 AND user_id <> $2 AND role = 'instructor' AND left_at IS NULL LIMIT 1`,
          [courseId, userId],
        )
        if ((left || role !== 'instructor') && others.rowCount === 0) {
          const self = await client.query(
            "SELECT 1 FROM enrolments WHERE course_id = $1 AND user_id = $2 AND role = 'instructor' AND left_at IS NULL",
            [courseId, userId],
          )
          if (self.rowCount === 1) return 'last-instructor'
        }
        const { rowCount } = await client.query(
          `UPDATE enrolments SET role = $3, left_at = CASE WHEN $4 THEN COALESCE(left_at, $5) END
          WHERE course_id = $1 AND user_id = $2`,
          [courseId, userId, role, left, now],
        )
        if (rowCount === 0) return 'not-found'
        if (left) await endOpenAttempts(client, courseId, userId, now)
        await writeAudit(client, {
          courseId,
          byId: viewer.id,
          action: left ? 'member-removed' : 'member-changed',
          data: { userId, role },
          at: now,
        })
        return 'done'
      }),

    applyRoster: ({ courseId, viewer, rows, confirm, newToken, digest, now }) =>
      transaction(database, async (client) => {
        if (!isId(courseId)) return 'not-found'
        await client.query('SELECT 1 FROM courses WHERE id = $1 FOR UPDATE', [courseId])
        if (!(await manages(client, courseId, viewer))) return 'not-found'
        const people = await find({ courseId, viewer })
        const emails = rows.map(({ email }) => email)
        const changes = planRoster(rows, membersByEmail(people?.members ?? []), await accountsAmong(emails))
        if (!confirm(changes)) return 'changed'
        const changed = new Map(changes.map((change) => [change.email, change.role]))
        const stays = (people?.members ?? []).some(
          ({ role, leftAt, email }) =>
            leftAt === null && (changed.get(email?.toLowerCase() ?? '') ?? role) === 'instructor',
        )
        if (!stays && !changes.some(({ role }) => role === 'instructor')) return 'last-instructor'
        const made: NewAccount[] = []
        for (const change of changes) {
          if (change.kind === 'same') continue
          if (change.kind === 'new-account') {
            const userId = randomUUID()
            const token = newToken()
            await client.query('INSERT INTO users (id, email, name, created_at) VALUES ($1, $2, $3, $4)', [
              userId,
              change.email,
              change.name || null,
              now,
            ])
            await client.query(
              `INSERT INTO verification_tokens (identifier, token, expires) VALUES ($1, $2, $3::timestamptz + make_interval(days => $4))`,
              [`set-up:${userId}`, digest(token), now, SET_UP_DAYS],
            )
            made.push({ name: change.name, email: change.email, token })
          }
          await client.query(
            `INSERT INTO enrolments (course_id, user_id, role, time_percent, created_at)
            SELECT $1, id, $3, COALESCE($4, 100), $5 FROM users WHERE lower(email) = $2
            ON CONFLICT (course_id, user_id) DO UPDATE
              SET role = $3, time_percent = COALESCE($4, enrolments.time_percent), left_at = NULL`,
            [courseId, change.email, change.role, change.timePercent, now],
          )
        }
        const count = (kind: string) => changes.filter((change) => change.kind === kind).length
        await writeAudit(client, {
          courseId,
          byId: viewer.id,
          action: 'roster-applied',
          data: {
            accounts: made.length,
            joined: made.length + count('joins') + count('joins-unproven') + count('returns'),
            changed: count('changes'),
          },
          at: now,
        })
        return made
      }),

    invite: ({ courseId, viewer, role, tokenHash, expiresAt, maxUses, now }) =>
      transaction(database, async (client) => {
        if (!isId(courseId) || !(await manages(client, courseId, viewer))) return false
        await client.query(
          `INSERT INTO invitations (id, course_id, role, token_hash, created_by_id, created_at, expires_at, max_uses)
          VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7)`,
          [courseId, role, tokenHash, viewer.id, now, expiresAt, maxUses],
        )
        await writeAudit(client, {
          courseId,
          byId: viewer.id,
          action: 'invited',
          data: { role, maxUses },
          at: now,
        })
        return true
      }),

    revoke: ({ invitationId, courseId, viewer, now }) =>
      transaction(database, async (client) => {
        if (!isId(courseId) || !isId(invitationId) || !(await manages(client, courseId, viewer))) return false
        const { rowCount } = await client.query(
          'UPDATE invitations SET revoked_at = COALESCE(revoked_at, $3) WHERE id = $1 AND course_id = $2',
          [invitationId, courseId, now],
        )
        if (rowCount === 0) return false
        await writeAudit(client, {
          courseId,
          byId: viewer.id,
          action: 'invitation-revoked',
          data: {},
          at: now,
        })
        return true
      }),

    async findInvitation({ tokenHash, now }) {
      const { rows } = await database.pool.query<InvitationRow>(
        `SELECT i.id, i.course_id, i.role, c.title FROM invitations i JOIN courses c ON c.id = i.course_id
        WHERE i.token_hash = $1 AND i.expires_at > $2 AND i.revoked_at IS NULL AND (i.max_uses IS NULL OR i.uses < i.max_uses)`,
        [tokenHash, now],
      )
      const [row] = rows
      return row ? { course: localizedSchema.parse(row.title), role: row.role } : null
    },

    join: ({ tokenHash, userId, now }) =>
      transaction(database, async (client) => {
        const invitation = await lockInvitation(client, tokenHash, now)
        if (!invitation) return null
        await enrol(client, invitation, userId, now)
        return invitation.course_id
      }),

    joinAsNew: ({ tokenHash, name, email, passwordHash, now }) =>
      transaction(database, async (client) => {
        const invitation = await lockInvitation(client, tokenHash, now)
        if (!invitation) return 'no-invitation'
        const known = await client.query('SELECT 1 FROM users WHERE lower(email) = $1', [email])
        if (known.rowCount !== 0) return 'email-taken'
        const userId = randomUUID()
        const made = await client.query(
          `INSERT INTO users (id, name, email, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)
          ON CONFLICT (email) DO NOTHING`,
          [userId, name, email, passwordHash, now],
        )
        if (made.rowCount === 0) return 'email-taken'
        await enrol(client, invitation, userId, now)
        return 'done'
      }),

    async findSetUp({ tokenHash, now }) {
      const { rows } = await database.pool.query<{ name: string | null; email: string }>(
        `SELECT u.name, u.email FROM verification_tokens t JOIN users u ON t.identifier = 'set-up:' || u.id
        WHERE t.token = $1 AND t.expires > $2 AND u.password_hash IS NULL AND u.email IS NOT NULL`,
        [tokenHash, now],
      )
      const [row] = rows
      return row ? { name: row.name ?? '', email: row.email } : null
    },

    setUp: ({ tokenHash, name, passwordHash, now }) =>
      transaction(database, async (client) => {
        const { rowCount } = await client.query(
          `UPDATE users u SET password_hash = $2, name = $3 FROM verification_tokens t
          WHERE t.identifier = 'set-up:' || u.id AND t.token = $1 AND t.expires > $4 AND u.password_hash IS NULL`,
          [tokenHash, passwordHash, name, now],
        )
        await client.query('DELETE FROM verification_tokens WHERE token = $1', [tokenHash])
        return rowCount === 1
      }),

    async audit({ courseId, viewer, before, limit }) {
      if (!isId(courseId) || (before !== null && !isId(before.id))) return null
      const course = await prisma.course.findFirst({ where: { id: courseId, ...taughtBy(viewer) } })
      if (!course) return null
      const { rows } = await database.pool.query<{
        id: string
        at: Date
        name: string | null
        email: string | null
        action: string
        title: unknown
        data: unknown
      }>(
        `SELECT a.id, a.at, u.name, u.email, a.action, e.title, a.data FROM audit_entries a
          LEFT JOIN users u ON u.id = a.by_id LEFT JOIN exams e ON e.id = a.exam_id
        WHERE a.course_id = $1 AND ($2::timestamptz IS NULL OR (a.at, a.id) < ($2, $4::uuid))
        ORDER BY a.at DESC, a.id DESC LIMIT $3`,
        [courseId, before?.at ?? null, limit, before?.id ?? null],
      )
      const managed = await prisma.course.count({ where: { id: courseId, ...managedBy(viewer) } })
      return {
        course: toCourse(course),
        mayManage: managed > 0,
        lines: rows.map((row) => ({
          id: row.id,
          at: row.at,
          by: row.name ?? row.email ?? '',
          action: row.action,
          exam: row.title === null ? null : localizedSchema.parse(row.title),
          data: row.data,
        })),
      }
    },
  }
}

/** Whoever leaves works on nothing any more: what is open ends now, and is closed and graded as when time runs out. */
async function endOpenAttempts(
  client: pg.ClientBase,
  courseId: string,
  userId: string,
  now: Date,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `UPDATE attempts a SET deadline_at = LEAST(a.deadline_at, $3), closes_at = LEAST(a.closes_at, $3)
    FROM exams e WHERE e.id = a.exam_id AND e.course_id = $1 AND a.user_id = $2 AND a.closed_at IS NULL
    RETURNING a.id`,
    [courseId, userId, now],
  )
  await client.query(
    `SELECT graphile_worker.add_job('close-attempt', json_build_object('attemptId', id), run_at => $2,
      job_key => 'close:' || id, max_attempts => 25)::text FROM unnest($1::text[]) AS id`,
    [rows.map(({ id }) => id), now],
  )
  await announce(
    client,
    rows.map(({ id }) => id),
  )
}
