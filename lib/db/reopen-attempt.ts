import { isId } from '@/lib/core/ids'
import { announce } from './attempt-news'
import type { Database } from './client'
import { markScores } from './mark-scores'
import { transaction } from './transaction'

export interface ReopenInput {
  readonly attemptId: string
  readonly viewer: { readonly id: string; readonly isAdmin: boolean }
  readonly now: Date
  readonly until: Date
}

/**
 * Opens a closed attempt again until then: revisions and grades stay as events, the points wait for the next close,
 * which grades anew. Nothing is late before the new deadline. The attempt's row is locked, so that of two at once one
 * reopens.
 */
export function reopenAttempt(
  database: Database,
  { attemptId, viewer, now, until }: ReopenInput,
): Promise<'reopened' | 'not-found' | 'open'> {
  if (!isId(attemptId)) return Promise.resolve('not-found')
  return transaction(database, async (client) => {
    const { rows } = await client.query<{
      closed_at: Date | null
      exam_id: string
      course_id: string
      busy: boolean
    }>(
      `SELECT a.closed_at, e.id AS exam_id, e.course_id,
        EXISTS (SELECT 1 FROM attempts o WHERE o.exam_id = a.exam_id AND o.user_id = a.user_id AND o.closed_at IS NULL) AS busy
      FROM attempts a JOIN exams e ON e.id = a.exam_id
      WHERE a.id = $1 AND NOT a.is_preview AND ($3::boolean OR EXISTS (
        SELECT 1 FROM enrolments n WHERE n.course_id = e.course_id AND n.user_id = $2::uuid
          AND n.role = 'instructor' AND n.left_at IS NULL))
      FOR UPDATE OF a`,
      [attemptId, viewer.id, viewer.isAdmin],
    )
    const [row] = rows
    if (!row) return 'not-found'
    if (row.closed_at === null || row.busy) return 'open'
    await client.query(
      `UPDATE attempts SET closed_at = NULL, close_reason = NULL, graded_at = NULL, receipt = NULL, late = NULL,
        deadline_at = $2, closes_at = $2 WHERE id = $1`,
      [attemptId, until],
    )
    await client.query('UPDATE attempt_items SET awarded = NULL, grade_status = NULL WHERE attempt_id = $1', [
      attemptId,
    ])
    // What was to be checked is not released any more.
    await client.query(
      `DELETE FROM review_audits WHERE settled_points IS NULL
        AND item_id IN (SELECT id FROM attempt_items WHERE attempt_id = $1)`,
      [attemptId],
    )
    const data = { until: until.toISOString() }
    await client.query(
      `INSERT INTO attempt_events (id, attempt_id, kind, data, at) VALUES (gen_random_uuid(), $1, 'reopened', $2, $3)`,
      [attemptId, data, now],
    )
    await client.query(
      `INSERT INTO audit_entries (id, course_id, exam_id, by_id, action, data, at)
      VALUES (gen_random_uuid(), $1, $2, $3, 'attempt-reopened', $4, $5)`,
      [row.course_id, row.exam_id, viewer.id, { attemptId, ...data }, now],
    )
    await client.query(
      `SELECT graphile_worker.add_job('close-attempt', json_build_object('attemptId', $1::text),
        run_at => $2::timestamptz, job_key => 'close:' || $1::text, max_attempts => 25)::text`,
      [attemptId, until],
    )
    await markScores(client, { attemptIds: [attemptId] })
    await announce(client, [attemptId])
    return 'reopened'
  })
}
