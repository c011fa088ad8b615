import type pg from 'pg'
import type { Json } from '@/lib/core/json'

/** Attempts that are read in one statement: enough to be quick, few enough to hold. */
const PAGE = 50

/**
 * One attempt with its full provenance: student, times, events, and for each problem the version and settings of the
 * question, the params, every revision with its hash, every grade, suggestions and late work.
 */
const attemptJson = `
  jsonb_build_object(
    'attempt', a.id, 'exam', a.exam_id, 'number', a.number,
    'student', jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email),
    'seed', a.seed, 'startedAt', a.started_at, 'deadlineAt', a.deadline_at, 'closesAt', a.closes_at,
    'closedAt', a.closed_at, 'closeReason', a.close_reason, 'late', a.late, 'receipt', a.receipt,
    'events', COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at, 'data', e.data) ORDER BY e.at, e.id)
      FROM attempt_events e WHERE e.attempt_id = a.id), '[]'),
    'items', COALESCE((SELECT jsonb_agg(jsonb_build_object(
      'item', i.id, 'position', i.position, 'slot', i.slot, 'type', i.type, 'typeVersion', i.type_version,
      'question', v.question_id, 'questionVersion', v.number, 'questionVersionId', v.id, 'settings', v.settings,
      'params', i.params, 'points', i.points, 'awarded', i.awarded, 'status', i.grade_status, 'brokenAt', i.broken_at,
      'revisions', COALESCE((SELECT jsonb_agg(jsonb_build_object('number', r.number, 'receivedAt', r.received_at,
          'response', r.response, 'mutation', r.mutation_id, 'hash', encode(r.hash, 'hex')) ORDER BY r.number)
        FROM revisions r WHERE r.item_id = i.id), '[]'),
      'grades', COALESCE((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'kind', g.kind, 'grader', g.grader,
          'revision', g.revision, 'points', g.points, 'latePercent', g.late_percent, 'at', g.at, 'by', g.by_id,
          'reason', g.reason, 'result', g.result) ORDER BY g.at, g.id)
        FROM grades g WHERE g.item_id = i.id), '[]'),
      'suggestions', COALESCE((SELECT jsonb_agg(jsonb_build_object('criterion', s.criterion, 'verdict', s.verdict,
          'quote', s.quote, 'model', s.model, 'at', s.at) ORDER BY s.at, s.id)
        FROM suggestions s WHERE s.item_id = i.id), '[]'),
      'lateWork', COALESCE((SELECT jsonb_agg(jsonb_build_object('typedAt', l.typed_at, 'receivedAt', l.received_at,
          'response', l.response) ORDER BY l.received_at)
        FROM late_work l WHERE l.item_id = i.id), '[]')
      ) ORDER BY i.position)
      FROM attempt_items i JOIN question_versions v ON v.id = i.question_version_id WHERE i.attempt_id = a.id), '[]'))`

/** The exam's attempts in the order of their ids, read a page at a time, so that no export fills the memory. */
export async function* exportAttempts(
  pool: pg.Pool,
  { examId, byId, now }: { examId: string; byId: string; now: Date },
): AsyncIterable<Json> {
  await pool.query(
    `INSERT INTO audit_entries (id, course_id, exam_id, by_id, action, data, at)
    SELECT gen_random_uuid(), course_id, id, $2, 'attempts-exported', '{}', $3 FROM exams WHERE id = $1`,
    [examId, byId, now],
  )
  let after: string | null = null
  for (;;) {
    const { rows }: { rows: { id: string; attempt: Json }[] } = await pool.query({
      name: 'export-attempts',
      text: `SELECT a.id, ${attemptJson} AS attempt FROM attempts a JOIN users u ON u.id = a.user_id
        WHERE a.exam_id = $1 AND NOT a.is_preview AND ($2::uuid IS NULL OR a.id > $2) ORDER BY a.id LIMIT ${PAGE}`,
      values: [examId, after],
    })
    for (const row of rows) yield row.attempt
    after = rows.at(-1)?.id ?? null
    if (rows.length < PAGE) return
  }
}

/** All that a course keeps of one student: who they are to it, what they did, and what staff did about them. */
export async function readStudentData(
  pool: pg.Pool,
  { courseId, userId, byId, now }: { courseId: string; userId: string; byId: string; now: Date },
): Promise<Json> {
  await pool.query(
    `INSERT INTO audit_entries (id, course_id, exam_id, by_id, action, data, at)
    VALUES (gen_random_uuid(), $1, NULL, $2, 'student-data-exported', jsonb_build_object('userId', $3::text), $4)`,
    [courseId, byId, userId, now],
  )
  const { rows } = await pool.query<{ data: Json }>(
    `SELECT jsonb_build_object(
      'student', (SELECT jsonb_build_object('id', id, 'name', name, 'email', email, 'createdAt', created_at)
        FROM users WHERE id = $2),
      'course', (SELECT jsonb_build_object('id', id, 'code', code, 'title', title, 'term', term)
        FROM courses WHERE id = $1),
      'enrolment', (SELECT jsonb_build_object('role', role, 'timePercent', time_percent, 'extraMinutes', extra_minutes,
          'leftAt', left_at, 'createdAt', created_at) FROM enrolments WHERE course_id = $1 AND user_id = $2),
      'exceptions', COALESCE((SELECT jsonb_agg(to_jsonb(x)) FROM exam_exceptions x JOIN exams e ON e.id = x.exam_id
        WHERE e.course_id = $1 AND x.user_id = $2), '[]'),
      'lmsScores', COALESCE((SELECT jsonb_agg(jsonb_build_object('examId', k.exam_id, 'lms', p.name, 'lmsUser', s.subject,
          'state', s.state, 'sent', s.delivered, 'sentAt', s.delivered_at, 'shown', s.theirs, 'readAt', s.read_at))
        FROM lti_scores s JOIN lti_links k ON k.id = s.link_id JOIN lti_platforms p ON p.id = k.platform_id
        WHERE k.course_id = $1 AND s.user_id = $2), '[]'),
      'audit', COALESCE((SELECT jsonb_agg(jsonb_build_object('action', l.action, 'at', l.at, 'data', l.data) ORDER BY l.at)
        FROM audit_entries l WHERE l.course_id = $1 AND l.data->>'userId' = $2::text), '[]'),
      'attempts', COALESCE((SELECT jsonb_agg(${attemptJson} - 'seed' ORDER BY a.started_at)
        FROM attempts a JOIN users u ON u.id = a.user_id JOIN exams e ON e.id = a.exam_id
        WHERE e.course_id = $1 AND a.user_id = $2 AND NOT a.is_preview), '[]')
    ) AS data`,
    [courseId, userId],
  )
  return rows[0]?.data ?? null
}
