import type pg from 'pg'
import { isId } from '@/lib/core/ids'
import { lateTermsSchema } from '@/lib/exam/late'
import type { LiveRow } from '@/lib/exam/live'
import type { StaffViewer } from '@/lib/use-cases/deps'
import type { LiveStore, SentNotice } from '@/lib/use-cases/live-room'
import type { CloseReason } from '@/lib/use-cases/records'
import { announce } from './attempt-news'
import { writeAudit } from './audit'
import type { Database } from './client'
import { managedBy, taughtBy } from './exam-store'
import { manages } from './manages'
import { examInclude, toExam } from './rows'
import { transaction } from './transaction'

interface Row {
  user_id: string
  name: string | null
  id: string | null
  number: number
  started_at: Date
  deadline_at: Date | null
  closes_at: Date | null
  closed_at: Date | null
  close_reason: CloseReason | null
  late: unknown
  seat: number
  place: number | null
  unsaved: number | null
  seen_at: Date | null
  answered: number
  problems: number
  saved_at: Date | null
  given: number | null
}

/** Students of the course, and whoever left it but has an attempt; each with the latest attempt. One query a look. */
export const liveStatement = {
  name: 'live-room',
  text: `
    WITH exam AS (SELECT id, course_id FROM exams WHERE id = $1), latest AS (
      SELECT DISTINCT ON (a.user_id) a.* FROM attempts a JOIN exam ON exam.id = a.exam_id
      WHERE NOT a.is_preview ORDER BY a.user_id, a.number DESC
    ), work AS (
      SELECT i.attempt_id, count(*)::int AS problems, (count(*) FILTER (WHERE i.revision > 0))::int AS answered,
        max(r.received_at) AS saved_at
      FROM latest JOIN attempt_items i ON i.attempt_id = latest.id
        LEFT JOIN revisions r ON r.item_id = i.id AND r.number = i.revision
      GROUP BY i.attempt_id
    ), people AS (
      SELECT n.user_id FROM enrolments n JOIN exam ON exam.course_id = n.course_id
      WHERE n.role = 'student' AND n.left_at IS NULL
      UNION SELECT user_id FROM latest
    )
    SELECT p.user_id, COALESCE(u.name, u.email) AS name, a.id, a.number, a.started_at, a.deadline_at, a.closes_at,
      a.closed_at, a.close_reason, a.late, a.seat, s.place, s.unsaved, s.seen_at,
      COALESCE(work.answered, 0) AS answered, COALESCE(work.problems, 0) AS problems, work.saved_at,
      x.extra_minutes AS given
    FROM people p JOIN users u ON u.id = p.user_id
      LEFT JOIN latest a ON a.user_id = p.user_id
      LEFT JOIN work ON work.attempt_id = a.id
      LEFT JOIN attempt_presence s ON s.attempt_id = a.id AND a.closed_at IS NULL
      LEFT JOIN exam_exceptions x ON x.exam_id = $1 AND x.user_id = p.user_id
    ORDER BY u.name, p.user_id`,
}

function toRow(row: Row): LiveRow {
  const person = { userId: row.user_id, name: row.name ?? '' }
  if (row.id === null) return { ...person, attempt: null }
  const heard = [row.seen_at, row.saved_at].filter((at) => at !== null)
  return {
    ...person,
    attempt: {
      id: row.id,
      number: row.number,
      startedAt: row.started_at,
      deadlineAt: row.deadline_at,
      closesAt: row.closes_at,
      closedAt: row.closed_at,
      closeReason: row.close_reason,
      late: lateTermsSchema.nullable().parse(row.late),
      answered: row.answered,
      problems: row.problems,
      savedAt: row.saved_at,
      place: row.place,
      unsaved: row.unsaved ?? 0,
      seenAt: heard.length === 0 ? null : new Date(Math.max(...heard.map((at) => at.getTime()))),
      seat: row.seat,
      given: row.given ?? 0,
    },
  }
}

export function createLiveStore(database: Database): LiveStore {
  const { prisma, pool } = database
  return {
    async readRoom(examId) {
      const { rows } = await pool.query<Row>({ ...liveStatement, values: [examId] })
      return rows.map(toRow)
    },

    mayWatch: async ({ examId, viewer }) =>
      isId(examId) && (await prisma.exam.count({ where: { id: examId, course: taughtBy(viewer) } })) === 1,

    async findWatched({ examId, viewer }) {
      if (!isId(examId)) return null
      const [row, managed, notices] = await Promise.all([
        prisma.exam.findFirst({ where: { id: examId, course: taughtBy(viewer) }, include: examInclude }),
        prisma.exam.count({ where: { id: examId, course: managedBy(viewer) } }),
        readNotices(pool, examId),
      ])
      return row && { exam: toExam(row), mayManage: managed === 1, notices }
    },

    async notePresence({ attemptId, userId, seat, place, unsaved, now }) {
      if (!isId(attemptId)) return false
      const { rowCount } = await pool.query({
        name: 'note-presence',
        text: `
          INSERT INTO attempt_presence AS p (attempt_id, seat, place, unsaved, seen_at)
          SELECT id, $3, $4, $5, $6 FROM attempts
          WHERE id = $1 AND user_id = $2 AND seat = $3 AND closed_at IS NULL
          ON CONFLICT (attempt_id) DO UPDATE SET seat = $3, place = $4, unsaved = $5, seen_at = $6`,
        values: [attemptId, userId, seat, place, unsaved, now],
      })
      return rowCount === 1
    },

    sendNotice: ({ examId, viewer, userId, words, now }) =>
      transaction(database, async (client) => {
        if (!isId(examId) || (userId !== null && !isId(userId))) return false
        const { rows } = await client.query<{ course_id: string }>(
          `SELECT course_id FROM exams e WHERE id = $1 AND ($2::uuid IS NULL OR EXISTS (
            SELECT 1 FROM enrolments n WHERE n.course_id = e.course_id AND n.user_id = $2 AND n.role = 'student'))`,
          [examId, userId],
        )
        const [exam] = rows
        if (!exam || !(await manages(client, exam.course_id, viewer))) return false
        await client.query(
          `INSERT INTO exam_notices (id, exam_id, user_id, words, by_id, at)
          VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)`,
          [examId, userId, words, viewer.id, now],
        )
        await tell(client, { examId, courseId: exam.course_id, userId, words }, 'notice-sent', viewer, now)
        return true
      }),

    withdrawNotice: ({ noticeId, viewer, now }) =>
      transaction(database, async (client) => {
        if (!isId(noticeId)) return false
        const { rows } = await client.query<{
          examId: string
          courseId: string
          userId: string | null
          words: string
        }>(
          `SELECT x.exam_id AS "examId", e.course_id AS "courseId", x.user_id AS "userId", x.words
          FROM exam_notices x JOIN exams e ON e.id = x.exam_id
          WHERE x.id = $1 AND x.withdrawn_at IS NULL FOR UPDATE OF x`,
          [noticeId],
        )
        const [notice] = rows
        if (!notice || !(await manages(client, notice.courseId, viewer))) return false
        await client.query('UPDATE exam_notices SET withdrawn_at = $2 WHERE id = $1', [noticeId, now])
        await tell(client, notice, 'notice-withdrawn', viewer, now)
        return true
      }),
  }
}

async function readNotices(pool: pg.Pool, examId: string): Promise<SentNotice[]> {
  const { rows } = await pool.query<{
    id: string
    words: string
    at: Date
    user_id: string | null
    name: string | null
  }>(
    `SELECT x.id, x.words, x.at, x.user_id, COALESCE(u.name, u.email) AS name
    FROM exam_notices x LEFT JOIN users u ON u.id = x.user_id
    WHERE x.exam_id = $1 AND x.withdrawn_at IS NULL ORDER BY x.at DESC, x.id DESC LIMIT 50`,
    [examId],
  )
  return rows.map(({ id, words, at, user_id, name }) => ({
    id,
    words,
    at,
    student: user_id === null ? null : { id: user_id, name: name ?? '' },
  }))
}

/** Notes what was done, and has the open pages that it concerns look again. */
async function tell(
  client: pg.ClientBase,
  notice: {
    readonly examId: string
    readonly courseId: string
    readonly userId: string | null
    readonly words: string
  },
  action: string,
  viewer: StaffViewer,
  at: Date,
): Promise<void> {
  const { examId, courseId, userId, words } = notice
  const data = { words, ...(userId !== null && { userId }) }
  await writeAudit(client, { courseId, examId, byId: viewer.id, action, data, at })
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM attempts WHERE exam_id = $1 AND closed_at IS NULL AND ($2::uuid IS NULL OR user_id = $2)',
    [examId, userId],
  )
  await announce(
    client,
    rows.map(({ id }) => id),
  )
}
