import { isId } from '@/lib/core/ids'
import type { NewAttempt } from '@/lib/use-cases/deps'
import type { Database } from './client'

/**
 * The attempt, its problems, its event and the job that closes it, in one statement: a room that starts together
 * costs one round trip a student. The share lock on the exam makes a start and a change of its terms wait for each
 * other: either the change finds the attempt, or the start finds that it knows the terms before.
 */
const insertStatement = {
  name: 'insert-attempt',
  text: `
    WITH exam AS (
      SELECT id FROM exams WHERE id = $1 AND terms_version = $11 FOR SHARE
    ), attempt AS (
      INSERT INTO attempts (id, exam_id, user_id, number, seed, started_at, deadline_at, closes_at, late, one_way,
        is_preview)
      SELECT gen_random_uuid(), exam.id, $2, $3, $4, $5, $6, $7, $8, $9, $12 FROM exam
      ON CONFLICT DO NOTHING RETURNING id
    ), items AS (
      INSERT INTO attempt_items (id, attempt_id, position, slot, question_version_id, type, type_version, params, points)
      SELECT gen_random_uuid(), attempt.id, i.position, i.slot, i."questionVersionId", i.type, i."typeVersion", i.params, i.points
      FROM attempt, jsonb_to_recordset($10) AS i(
        position int, slot int, "questionVersionId" uuid, type text, "typeVersion" text, params jsonb, points int)
    ), event AS (
      INSERT INTO attempt_events (id, attempt_id, kind, data, at)
      SELECT gen_random_uuid(), id, 'started', '{}', $5 FROM attempt
    )
    SELECT attempt.id, CASE WHEN $7::timestamptz IS NOT NULL THEN
      (SELECT j.id FROM graphile_worker.add_job('close-attempt', json_build_object('attemptId', attempt.id),
        run_at => $7, job_key => 'close:' || attempt.id, max_attempts => 25) AS j) END AS job
    FROM attempt`,
}

/** Null where another request of the student was first (the unique indexes let one of them through), or a change. */
export async function insertAttempt({ pool }: Database, attempt: NewAttempt): Promise<string | null> {
  const { examId, termsVersion, userId, number, seed, startedAt, times, oneWay, isPreview, items } = attempt
  if (!isId(examId)) return null
  const { rows } = await pool.query<{ id: string }>({
    ...insertStatement,
    values: [
      examId,
      userId,
      number,
      seed,
      startedAt,
      times.deadlineAt,
      times.closesAt,
      times.late,
      oneWay,
      JSON.stringify(items),
      termsVersion,
      isPreview,
    ],
  })
  return rows[0]?.id ?? null
}
