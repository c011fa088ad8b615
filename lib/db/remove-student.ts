import type { ExportStore } from '@/lib/use-cases/export-store'
import type { Database } from './client'
import { transaction } from './transaction'

/**
 * Takes a student out of a course: enrolment and exceptions go. Attempts go too, or are given to a new nameless account,
 * whose answers and grades stay for statistics and regrades. The person's own account goes with its logins where nothing
 * else hangs on it. The audit is never changed: it names people by the number of their account alone, which then
 * belongs to nobody.
 */
export const removeStudent = (
  database: Database,
  { courseId, userId, mode, byId, now }: Parameters<ExportStore['removeStudent']>[0],
): Promise<boolean> =>
  transaction(database, async (client) => {
    // Nobody starts anything meanwhile: a start asks for the enrolment.
    await client.query('SELECT 1 FROM enrolments WHERE course_id = $1 AND user_id = $2 FOR UPDATE', [
      courseId,
      userId,
    ])
    const { rows: own } = await client.query<{ id: string; open: boolean }>(
      `SELECT a.id, a.closed_at IS NULL AS open FROM attempts a JOIN exams e ON e.id = a.exam_id
      WHERE e.course_id = $1 AND a.user_id = $2 FOR UPDATE OF a`,
      [courseId, userId],
    )
    if (own.some(({ open }) => open)) return false
    const attempts = own.map(({ id }) => id)
    if (mode === 'delete') await client.query('DELETE FROM attempts WHERE id = ANY($1)', [attempts])
    else if (attempts.length > 0)
      await client.query(
        `WITH nameless AS (
          INSERT INTO users (id, name, created_at)
          SELECT id, 'Anonymous ' || left(id::text, 8), $2 FROM (SELECT gen_random_uuid() AS id) AS drawn RETURNING id
        )
        UPDATE attempts SET user_id = nameless.id FROM nameless WHERE attempts.id = ANY($1)`,
        [attempts, now],
      )
    await client.query(
      `DELETE FROM exam_exceptions x USING exams e WHERE e.id = x.exam_id AND e.course_id = $1 AND x.user_id = $2`,
      [courseId, userId],
    )
    await client.query(
      `DELETE FROM lti_scores s USING lti_links l WHERE l.id = s.link_id AND l.course_id = $1 AND s.user_id = $2`,
      [courseId, userId],
    )
    await client.query(
      `DELETE FROM lti_members m USING lti_contexts x, lti_platforms p, accounts c
      WHERE x.platform_id = m.platform_id AND x.context_id = m.context_id AND x.course_id = $1 AND p.id = m.platform_id
        AND c.provider = 'lti:' || p.issuer AND c.provider_account_id = m.subject AND c.user_id = $2`,
      [courseId, userId],
    )
    await client.query('DELETE FROM enrolments WHERE course_id = $1 AND user_id = $2', [courseId, userId])
    await client.query(
      `INSERT INTO audit_entries (id, course_id, exam_id, by_id, action, data, at)
      VALUES (gen_random_uuid(), $1, NULL, $2, $3, $4, $5)`,
      [
        courseId,
        byId,
        `student-${mode === 'delete' ? 'deleted' : 'anonymised'}`,
        { attempts: attempts.length },
        now,
      ],
    )
    await client.query(
      `DELETE FROM users u WHERE u.id = $1 AND NOT u.is_admin
        AND NOT EXISTS (SELECT 1 FROM enrolments n WHERE n.user_id = u.id)
        AND NOT EXISTS (SELECT 1 FROM attempts a WHERE a.user_id = u.id)`,
      [userId],
    )
    return true
  })
