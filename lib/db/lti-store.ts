import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { isId } from '@/lib/core/ids'
import type { Launch } from '@/lib/lti/claims'
import { DEEP_LINK_MS } from '@/lib/lti/deep-link'
import { type Admission, LAUNCH_MS, type LtiStore, type Platform } from '@/lib/lti/launch'
import { courseRole } from '@/lib/lti/roles'
import type { Database } from './client'
import { keepMember, keepServices } from './keep-services'
import { transaction } from './transaction'

const columns = 'p.id, p.issuer, p.client_id AS "clientId", p.auth_url AS "authUrl", p.jwks_url AS "jwksUrl"'

export function createLtiStore(database: Database): LtiStore {
  const { pool } = database
  return {
    async findPlatform(issuer, clientId) {
      const { rows } = await pool.query<Platform>(
        `SELECT ${columns} FROM lti_platforms p
        WHERE p.active AND p.issuer = $1 AND ($2::text IS NULL OR p.client_id = $2) LIMIT 2`,
        [issuer, clientId],
      )
      return rows.length === 1 ? (rows[0] ?? null) : null
    },

    async begin({ stateHash, nonceHash, browserHash, platformId, storageTarget, now }) {
      await pool.query(
        `WITH old AS (DELETE FROM lti_logins WHERE created_at < $7)
        INSERT INTO lti_logins (state_hash, nonce_hash, browser_hash, platform_id, storage_target, created_at)
        VALUES ($1, $2, $3, $4, $5, $6)`,
        [
          stateHash,
          nonceHash,
          browserHash,
          platformId,
          storageTarget,
          now,
          new Date(now.getTime() - 2 * LAUNCH_MS),
        ],
      )
    },

    async findStorage(stateHash) {
      const { rows } = await pool.query<{ target: string; authUrl: string }>(
        `SELECT l.storage_target AS target, p.auth_url AS "authUrl"
        FROM lti_logins l JOIN lti_platforms p ON p.id = l.platform_id
        WHERE l.state_hash = $1 AND l.storage_target IS NOT NULL`,
        [stateHash],
      )
      const [row] = rows
      return row ? { target: row.target, origin: new URL(row.authUrl).origin } : null
    },

    async use({ stateHash, browserHash, since, now }) {
      const { rows } = await pool.query<Platform & { nonceHash: string }>(
        `WITH used AS (
          UPDATE lti_logins SET used_at = $4
          WHERE state_hash = $1 AND browser_hash = $2 AND created_at > $3 AND used_at IS NULL
          RETURNING nonce_hash, platform_id
        )
        SELECT ${columns}, used.nonce_hash AS "nonceHash" FROM used JOIN lti_platforms p ON p.id = used.platform_id
        WHERE p.active`,
        [stateHash, browserHash, since, now],
      )
      const [row] = rows
      if (!row) return null
      const { nonceHash, ...platform } = row
      return { nonceHash, platform }
    },

    admit: ({ platform, launch, now }) =>
      transaction(database, async (client): Promise<Admission> => {
        if (!(await isApproved(client, platform.id, launch.deploymentId, now))) return { kind: 'deployment' }
        const role = courseRole(launch.roles)
        const userId = await findPerson(client, platform, launch, now)
        const courseId = await findCourse(client, platform, launch, role === 'instructor', now)
        if (courseId === null)
          return { kind: launch.deepLink && role !== 'instructor' ? 'instructors-only' : 'not-ready' }
        await enrol(client, courseId, userId, role, now)
        const [platformId, contextId] = [platform.id, launch.context.id]
        const { membershipsUrl } = launch.services
        await keepMember(client, { platformId, contextId, subject: launch.sub ?? '', membershipsUrl, now })
        if (launch.deepLink !== null) {
          if (role !== 'instructor') return { kind: 'instructors-only' }
          const { rows } = await client.query<{ id: string }>(
            `WITH old AS (DELETE FROM lti_deep_links WHERE created_at < $7)
            INSERT INTO lti_deep_links (id, platform_id, deployment_id, course_id, user_id, settings, created_at)
            VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6) RETURNING id`,
            [
              platform.id,
              launch.deploymentId,
              courseId,
              userId,
              launch.deepLink,
              now,
              new Date(now.getTime() - DEEP_LINK_MS),
            ],
          )
          return { kind: 'admitted', userId, path: `/lti/deep-link/${rows[0]?.id}` }
        }
        const link = await findLink(client, platform, launch, courseId)
        await keepServices(client, { linkId: link.id, contextId, userId, services: launch.services })
        if (role === 'student')
          return link.examId === null
            ? { kind: 'not-ready' }
            : { kind: 'admitted', userId, path: `/exams/${link.examId}` }
        const path =
          link.examId !== null
            ? `/teach/exams/${link.examId}`
            : role === 'instructor'
              ? `/teach/courses/${courseId}/links/${link.id}`
              : `/teach/courses/${courseId}`
        return { kind: 'admitted', userId, path }
      }),
  }
}

/** A deployment seen for the first time is noted, for the administrator to approve. */
async function isApproved(
  client: pg.ClientBase,
  platformId: string,
  deploymentId: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await client.query<{ approved_at: Date | null }>(
    `INSERT INTO lti_deployments AS d (platform_id, deployment_id, created_at) VALUES ($1, $2, $3)
    ON CONFLICT (platform_id, deployment_id) DO UPDATE SET deployment_id = d.deployment_id RETURNING approved_at`,
    [platformId, deploymentId, now],
  )
  return rows[0]?.approved_at != null
}

/**
 * The person of this issuer and subject, or a new one. Never somebody found by their address, which is not even kept:
 * whoever may write addresses at the platform would be anybody in our rosters.
 */
async function findPerson(
  client: pg.ClientBase,
  { issuer }: Platform,
  { sub, name }: Launch,
  now: Date,
): Promise<string> {
  const provider = `lti:${issuer}`
  // Two first launches of one person wait for each other.
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${provider} ${sub}`])
  const known = await client.query<{ user_id: string }>(
    'SELECT user_id FROM accounts WHERE provider = $1 AND provider_account_id = $2',
    [provider, sub],
  )
  const [row] = known.rows
  if (row) {
    // Names follow the platform; a language, an address or an accommodation of ours is never reset.
    if (name !== null) await client.query('UPDATE users SET name = $2 WHERE id = $1', [row.user_id, name])
    return row.user_id
  }
  const made = await client.query<{ id: string }>(
    'INSERT INTO users (id, name, created_at) VALUES (gen_random_uuid(), $1, $2) RETURNING id',
    [name ?? 'LMS', now],
  )
  const userId = made.rows[0]?.id ?? ''
  await client.query(
    `INSERT INTO accounts (id, user_id, type, provider, provider_account_id)
    VALUES (gen_random_uuid(), $1, 'lti', $2, $3)`,
    [userId, provider, sub],
  )
  return userId
}

/** Our course of the platform's; an instructor's first launch makes it. */
async function findCourse(
  client: pg.ClientBase,
  { id: platformId }: Platform,
  { context }: Launch,
  mayMake: boolean,
  now: Date,
): Promise<string | null> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${platformId} ${context.id}`])
  const known = await client.query<{ course_id: string }>(
    'SELECT course_id FROM lti_contexts WHERE platform_id = $1 AND context_id = $2',
    [platformId, context.id],
  )
  const found = known.rows[0]?.course_id ?? null
  if (found !== null || !mayMake) return found
  const courseId = randomUUID()
  await client.query('INSERT INTO courses (id, code, title, term, created_at) VALUES ($1, $2, $3, $4, $5)', [
    courseId,
    `lms-${courseId.slice(0, 8)}`,
    { ko: context.title, en: context.title },
    String(now.getUTCFullYear()),
    now,
  ])
  await client.query('INSERT INTO lti_contexts (platform_id, context_id, course_id) VALUES ($1, $2, $3)', [
    platformId,
    context.id,
    courseId,
  ])
  return courseId
}

/** The role is this launch's, in this course alone; accommodations stay. */
const enrol = (client: pg.ClientBase, courseId: string, userId: string, role: string, now: Date) =>
  client.query(
    `INSERT INTO enrolments (course_id, user_id, role, created_at) VALUES ($1, $2, $3::"Role", $4)
    ON CONFLICT (course_id, user_id) DO UPDATE SET role = EXCLUDED.role, left_at = NULL`,
    [courseId, userId, role, now],
  )

/** The platform's link; what it names as its exam counts where that is an exam of this very course. */
async function findLink(
  client: pg.ClientBase,
  { id: platformId }: Platform,
  { link, examId }: Launch,
  courseId: string,
): Promise<{ id: string; examId: string | null }> {
  if (!link) throw new Error('no link was pressed')
  const { rows } = await client.query<{ id: string; examId: string | null }>(
    `INSERT INTO lti_links AS l (id, platform_id, resource_link_id, title, course_id, exam_id)
    VALUES (gen_random_uuid(), $1, $2, $3, $4, (SELECT id FROM exams WHERE id = $5::uuid AND course_id = $4))
    ON CONFLICT (platform_id, resource_link_id) DO UPDATE
      SET title = EXCLUDED.title, course_id = EXCLUDED.course_id,
        exam_id = CASE WHEN l.course_id = EXCLUDED.course_id THEN COALESCE(l.exam_id, EXCLUDED.exam_id) ELSE EXCLUDED.exam_id END
    RETURNING id, exam_id AS "examId"`,
    [platformId, link.id, link.title, courseId, examId !== null && isId(examId) ? examId : null],
  )
  const [row] = rows
  if (!row) throw new Error('link not written')
  return row
}
