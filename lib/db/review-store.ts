import type pg from 'pg'
import { isId } from '@/lib/core/ids'
import { localizedSchema } from '@/lib/core/localized'
import { responseSchema } from '@/lib/question/field'
import { gradeResultSchema } from '@/lib/question/grade-result'
import type { ReviewStore, WaitingItem } from '@/lib/use-cases/review-store'
import type { Database } from './client'
import { decideGrades, undoDecision } from './decide-grades'
import { findHistory, findOwnHistory } from './grade-history'
import { MAY_GRADE } from './may-grade'
import { reopenAttempt } from './reopen-attempt'
import { jsonObjectSchema, jsonSchema } from './rows'

/** Answers of one queue that are read at once; those beyond come when some of these are settled. */
const MOST = 3000

export function createReviewStore(database: Database): ReviewStore {
  const { pool, prisma } = database
  return {
    mayGrade: async ({ examId = null, courseId = null, viewer }) =>
      isId(examId ?? courseId ?? '') && (await findPlace(pool, examId, courseId, viewer)) !== undefined,

    async findQueue({ examId = null, courseId = null, viewer, now }) {
      if ((examId ?? courseId) === null || !isId(examId ?? courseId ?? '')) return null
      const place = await findPlace(pool, examId, courseId, viewer)
      if (!place) return null
      const [items, audits] = await Promise.all([
        readWaiting(pool, examId, courseId, viewer.id, now),
        countAudits(pool, examId, courseId),
      ])
      return { ...place, items, audits }
    },

    async claim({ itemIds, viewer, now, until }) {
      const ids = itemIds.filter(isId)
      if (ids.length === 0) return []
      const { rows } = await pool.query<{ item_id: string }>(
        `INSERT INTO review_claims AS c (item_id, by_id, until)
        SELECT i.id, $2, $5 FROM attempt_items i JOIN attempts a ON a.id = i.attempt_id JOIN exams e ON e.id = a.exam_id
        WHERE i.id = ANY($1::uuid[]) AND ${MAY_GRADE} ORDER BY i.id
        ON CONFLICT (item_id) DO UPDATE SET by_id = EXCLUDED.by_id, until = EXCLUDED.until
          WHERE c.by_id = EXCLUDED.by_id OR c.until <= $4
        RETURNING item_id`,
        [ids, viewer.id, viewer.isAdmin, now, until],
      )
      return rows.map((row) => row.item_id)
    },

    decide: (decision) => decideGrades(database, decision),
    undo: (input) => undoDecision(database, input),
    reopen: (input) => reopenAttempt(database, input),
    findHistory: (input) => findHistory(database, input),
    findOwnHistory: (input) => findOwnHistory(database, input),

    async ask({ itemId, userId, part, criterion, words, now }) {
      if (!isId(itemId)) return false
      const owned = await prisma.attemptItem.count({
        where: { id: itemId, attempt: { userId, closedAt: { not: null }, isPreview: false } },
      })
      if (owned === 0) return false
      const { count } = await prisma.reviewRequest.createMany({
        data: [{ itemId, part, criterion, words, askedAt: now }],
        skipDuplicates: true,
      })
      return count === 1
    },
  }
}

async function findPlace(
  pool: pg.Pool,
  examId: string | null,
  courseId: string | null,
  viewer: { id: string; isAdmin: boolean },
) {
  const { rows } = await pool.query<{ title: unknown; course_id: string; course: unknown }>(
    `SELECT COALESCE(x.title, c.title) AS title, c.id AS course_id, c.title AS course
    FROM courses c LEFT JOIN exams x ON x.course_id = c.id AND x.id = $1::uuid
      CROSS JOIN LATERAL (SELECT c.id AS course_id) e
    WHERE CASE WHEN $1::uuid IS NULL THEN c.id = $4::uuid ELSE x.id IS NOT NULL END AND ${MAY_GRADE}`,
    [examId, viewer.id, viewer.isAdmin, courseId],
  )
  const [row] = rows
  return (
    row && {
      title: localizedSchema.parse(row.title),
      course: { id: row.course_id, title: localizedSchema.parse(row.course) },
    }
  )
}

async function countAudits(pool: pg.Pool, examId: string | null, courseId: string | null) {
  const { rows } = await pool.query<{ checked: number; changed: number; open: number }>(
    `SELECT count(u.settled_points)::int AS checked,
      (count(*) FILTER (WHERE u.settled_points <> u.automatic_points))::int AS changed,
      (count(*) FILTER (WHERE u.settled_points IS NULL))::int AS open
    FROM review_audits u JOIN attempt_items i ON i.id = u.item_id JOIN attempts a ON a.id = i.attempt_id
      JOIN exams e ON e.id = a.exam_id
    WHERE NOT a.is_preview AND ($1::uuid IS NULL OR e.id = $1) AND ($2::uuid IS NULL OR e.course_id = $2)`,
    [examId, courseId],
  )
  return rows[0] ?? { checked: 0, changed: 0, open: 0 }
}

interface WaitingRow {
  id: string
  attempt_id: string
  type: string
  params: unknown
  settings: unknown
  points: number
  student: string | null
  grade_id: string | null
  result: unknown
  awarded: number | null
  late_percent: number | null
  response: unknown
  audit: boolean
  claimed_by: string | null
  requests: { part: string; criterion: string; words: string; askedAt: string }[] | null
}

async function readWaiting(
  pool: pg.Pool,
  examId: string | null,
  courseId: string | null,
  viewerId: string,
  now: Date,
): Promise<WaitingItem[]> {
  const { rows } = await pool.query<WaitingRow>(
    `SELECT i.id, i.attempt_id, i.type, i.params, v.settings, i.points, COALESCE(u.name, u.email) AS student,
      g.id AS grade_id, g.result, g.points AS awarded, g.late_percent, r.response,
      w.item_id IS NOT NULL AS audit,
      (SELECT COALESCE(p.name, p.email, '') FROM review_claims c JOIN users p ON p.id = c.by_id
        WHERE c.item_id = i.id AND c.until > $4 AND c.by_id <> $3::uuid) AS claimed_by,
      q.requests
    FROM attempts a JOIN exams e ON e.id = a.exam_id JOIN attempt_items i ON i.attempt_id = a.id
      JOIN users u ON u.id = a.user_id JOIN question_versions v ON v.id = i.question_version_id
      LEFT JOIN review_audits w ON w.item_id = i.id AND w.settled_points IS NULL
      LEFT JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('part', part, 'criterion', criterion, 'words', words, 'askedAt', asked_at)
          ORDER BY asked_at) AS requests
        FROM review_requests WHERE item_id = i.id AND answered_at IS NULL
      ) q ON true
      LEFT JOIN LATERAL (
        SELECT id, result, points, late_percent, revision FROM grades WHERE item_id = i.id
        ORDER BY at DESC, id DESC LIMIT 1
      ) g ON true
      LEFT JOIN revisions r ON r.item_id = i.id AND r.number = COALESCE(g.revision, i.revision)
    WHERE a.closed_at IS NOT NULL AND NOT a.is_preview
      AND ($1::uuid IS NULL OR e.id = $1) AND ($2::uuid IS NULL OR e.course_id = $2)
      AND (i.grade_status = 'needs-review' OR w.item_id IS NOT NULL OR q.requests IS NOT NULL
        OR (i.broken_at IS NOT NULL AND g.id IS NULL))
    ORDER BY i.points DESC, i.id LIMIT ${MOST}`,
    [examId, courseId, viewerId, now],
  )
  return rows.map((row) => ({
    itemId: row.id,
    attemptId: row.attempt_id,
    type: row.type,
    params: jsonObjectSchema.parse(row.params),
    settings: jsonSchema.parse(row.settings),
    points: row.points,
    student: row.student ?? '',
    gradeId: row.grade_id,
    result: row.grade_id === null ? null : gradeResultSchema.parse(row.result),
    awarded: row.awarded,
    latePercent: row.late_percent ?? 0,
    response: row.response === null ? {} : responseSchema.parse(row.response),
    audit: row.audit,
    claimedBy: row.claimed_by,
    requests: (row.requests ?? []).map((each) => ({ ...each, askedAt: new Date(each.askedAt) })),
  }))
}
