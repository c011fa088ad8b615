import type pg from 'pg'
import type { ServicePlatform } from '@/lib/lti/access-tokens'
import type { ContextKey, Listed, RosterStore } from '@/lib/lti/roster-sync'
import type { Database } from './client'
import { transaction } from './transaction'

export function createRosterStore(database: Database): RosterStore {
  const { pool } = database
  return {
    async findSource({ platformId, contextId }) {
      const { rows } = await pool.query<ServicePlatform & { membershipsUrl: string }>(
        `SELECT p.id, p.client_id AS "clientId", p.token_url AS "tokenUrl", p.token_audience AS "tokenAudience",
          x.memberships_url AS "membershipsUrl"
        FROM lti_contexts x JOIN lti_platforms p ON p.id = x.platform_id AND p.active
        WHERE x.platform_id = $1 AND x.context_id = $2 AND x.memberships_url IS NOT NULL`,
        [platformId, contextId],
      )
      const [row] = rows
      if (!row) return null
      const { membershipsUrl, ...platform } = row
      return { platform, membershipsUrl }
    },

    apply: ({ listed, begun, now, ...key }) =>
      transaction(database, async (client) => {
        const context = await lockContext(client, key)
        await addPeople(client, context.provider, listed, now)
        const enrolled = await enrolNew(client, context, listed, now)
        const returned = await letBack(client, key, context, listed)
        await client.query(
          `INSERT INTO lti_members (platform_id, context_id, subject, listed_at)
          SELECT $1, $2, subject, $4 FROM unnest($3::text[]) AS subject
          ON CONFLICT (platform_id, context_id, subject) DO UPDATE SET listed_at = EXCLUDED.listed_at, deactivated_at = NULL`,
          [key.platformId, key.contextId, subjectsOf(listed), now],
        )
        const deactivated = await letGo(client, key, context, { begun, now })
        await client.query(
          'UPDATE lti_contexts SET synced_at = $3, sync_error = NULL WHERE platform_id = $1 AND context_id = $2',
          [key.platformId, key.contextId, now],
        )
        return { listed: listed.length, enrolled, returned, deactivated }
      }),

    async keepError({ platformId, contextId }, problem) {
      await pool.query('UPDATE lti_contexts SET sync_error = $3 WHERE platform_id = $1 AND context_id = $2', [
        platformId,
        contextId,
        problem,
      ])
    },
  }
}

interface Context {
  readonly courseId: string
  readonly provider: string
}

const subjectsOf = (listed: readonly Listed[]): string[] => listed.map(({ subject }) => subject)

/** Two syncs of one roster come one after the other. */
async function lockContext(client: pg.ClientBase, { platformId, contextId }: ContextKey): Promise<Context> {
  const { rows } = await client.query<Context>(
    `SELECT x.course_id AS "courseId", 'lti:' || p.issuer AS provider
    FROM lti_contexts x JOIN lti_platforms p ON p.id = x.platform_id
    WHERE x.platform_id = $1 AND x.context_id = $2 FOR UPDATE OF x`,
    [platformId, contextId],
  )
  const [row] = rows
  if (!row) throw new Error('the course of the platform is gone')
  return row
}

/** Students who are not known yet get an account without a way in but the platform's; names follow the platform. */
async function addPeople(
  client: pg.ClientBase,
  provider: string,
  listed: readonly Listed[],
  now: Date,
): Promise<void> {
  await client.query(
    `WITH given AS (
      SELECT * FROM jsonb_to_recordset($2) AS g(subject text, name text, "isStudent" boolean)
    ), renamed AS (
      UPDATE users u SET name = given.name FROM given, accounts c
      WHERE c.provider = $1 AND c.provider_account_id = given.subject AND u.id = c.user_id AND given.name IS NOT NULL
        AND u.name IS DISTINCT FROM given.name
    ), fresh AS MATERIALIZED (
      SELECT gen_random_uuid() AS id, subject, COALESCE(name, 'LMS') AS name FROM given
      WHERE "isStudent" AND NOT EXISTS (
        SELECT 1 FROM accounts c WHERE c.provider = $1 AND c.provider_account_id = given.subject)
    ), people AS (
      INSERT INTO users (id, name, created_at) SELECT id, name, $3 FROM fresh
    )
    INSERT INTO accounts (id, user_id, type, provider, provider_account_id)
    SELECT gen_random_uuid(), id, 'lti', $1, subject FROM fresh`,
    [provider, JSON.stringify(listed), now],
  )
}

/** Whoever is in the course already, in whatever role, stays as they are. */
async function enrolNew(
  client: pg.ClientBase,
  { courseId, provider }: Context,
  listed: readonly Listed[],
  now: Date,
): Promise<number> {
  const students = listed.filter(({ isStudent }) => isStudent)
  const { rowCount } = await client.query(
    `INSERT INTO enrolments (course_id, user_id, role, created_at)
    SELECT $1, c.user_id, 'student', $4 FROM accounts c
    WHERE c.provider = $2 AND c.provider_account_id = ANY($3::text[])
    ON CONFLICT (course_id, user_id) DO NOTHING`,
    [courseId, provider, subjectsOf(students), now],
  )
  return rowCount ?? 0
}

/** Students whom a roster has let go, and who are listed again: not those whom somebody had removed before. */
async function letBack(
  client: pg.ClientBase,
  { platformId, contextId }: ContextKey,
  { courseId, provider }: Context,
  listed: readonly Listed[],
): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE enrolments n SET left_at = NULL FROM accounts c, lti_members m
    WHERE c.provider = $4 AND c.provider_account_id = m.subject AND n.course_id = $3 AND n.user_id = c.user_id
      AND n.role = 'student' AND n.left_at >= m.deactivated_at AND m.platform_id = $1 AND m.context_id = $2 AND m.subject = ANY($5::text[])`,
    [platformId, contextId, courseId, provider, subjectsOf(listed)],
  )
  return rowCount ?? 0
}

/** Students who came from this course of the platform and are not listed any more, unless another one lists them. */
async function letGo(
  client: pg.ClientBase,
  { platformId, contextId }: ContextKey,
  { courseId, provider }: Context,
  { begun, now }: { begun: Date; now: Date },
): Promise<number> {
  const { rowCount } = await client.query(
    `WITH gone AS (
      UPDATE lti_members m SET deactivated_at = $5
      WHERE m.platform_id = $1 AND m.context_id = $2 AND m.deactivated_at IS NULL
        AND m.listed_at IS DISTINCT FROM $5 AND (m.launched_at IS NULL OR m.launched_at < $6)
      RETURNING m.subject
    )
    UPDATE enrolments n SET left_at = $5 FROM gone, accounts c
    WHERE c.provider = $4 AND c.provider_account_id = gone.subject AND n.course_id = $3 AND n.user_id = c.user_id
      AND n.role = 'student' AND n.left_at IS NULL
      AND NOT EXISTS (
        SELECT 1 FROM lti_members o JOIN lti_contexts x USING (platform_id, context_id)
          JOIN lti_platforms p ON p.id = x.platform_id
          JOIN accounts a ON a.provider = 'lti:' || p.issuer AND a.provider_account_id = o.subject
        WHERE x.course_id = $3 AND (x.platform_id, x.context_id) <> ($1::uuid, $2::text) AND a.user_id = n.user_id
          AND o.deactivated_at IS NULL)`,
    [platformId, contextId, courseId, provider, now, begun],
  )
  return rowCount ?? 0
}
