import type pg from 'pg'
import { isId } from '@/lib/core/ids'
import { localizedSchema } from '@/lib/core/localized'
import { type Certificate, isCertified } from '@/lib/question/certify'
import type { StaffViewer } from '@/lib/use-cases/deps'
import type { BuilderStore, UsableVersion } from '@/lib/use-cases/exam-builder'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from './audit'
import type { Database } from './client'
import { insertRows, toRows, versionIdsOf } from './exam-rows'
import { managedBy, taughtBy } from './exam-store'
import { manages } from './manages'
import { examInclude, toExam } from './rows'
import { transaction } from './transaction'

const versionInclude = {
  question: { include: { versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } } } },
} satisfies Prisma.QuestionVersionInclude
type VersionRow = Prisma.QuestionVersionGetPayload<{ include: typeof versionInclude }>

function toUsable(row: VersionRow): UsableVersion {
  const certificate = row.certificate as unknown as Certificate | null
  return {
    id: row.id,
    questionId: row.questionId,
    number: row.number,
    type: row.question.type,
    title: localizedSchema.parse(row.title ?? row.question.title),
    effort: certificate?.effort.median ?? null,
    certified:
      row.fixedParams !== null ||
      (certificate !== null && isCertified(certificate, Number.POSITIVE_INFINITY)),
    outdated: row.question.archivedAt !== null || row.number < (row.question.versions[0]?.number ?? 0),
  }
}

const realAttempts = { isPreview: false } as const

/** The exam's row, locked against starts and other changes, and only where the viewer may change it. */
async function lockExam(client: pg.ClientBase, examId: string, viewer: StaffViewer) {
  if (!isId(examId)) return null
  const { rows } = await client.query<{ course_id: string; terms_version: number; title: unknown }>(
    'SELECT course_id, terms_version, title FROM exams WHERE id = $1 FOR UPDATE',
    [examId],
  )
  const [row] = rows
  return row && (await manages(client, row.course_id, viewer)) ? row : null
}

const hasAttempts = async (client: pg.ClientBase, examId: string): Promise<boolean> =>
  (await client.query('SELECT 1 FROM attempts WHERE exam_id = $1 AND NOT is_preview LIMIT 1', [examId]))
    .rowCount !== 0

/** Previews of what is about to change tell nothing any more. */
const dropPreviews = (client: pg.ClientBase, examId: string) =>
  client.query('DELETE FROM attempts WHERE exam_id = $1 AND is_preview', [examId])

export function createBuilderStore(database: Database): BuilderStore {
  const { prisma } = database
  return {
    createCourse: ({ viewer, code, term, title, now }) =>
      transaction(database, async (client) => {
        const teaches = await client.query(
          "SELECT 1 FROM enrolments WHERE user_id = $1 AND role = 'instructor' AND left_at IS NULL LIMIT 1",
          [viewer.id],
        )
        if (!viewer.isAdmin && teaches.rowCount === 0) return 'not-allowed'
        const { rows } = await client.query<{ id: string }>(
          `INSERT INTO courses (id, code, title, term, created_at) VALUES (gen_random_uuid(), $1, $2, $3, $4)
          ON CONFLICT (code) DO NOTHING RETURNING id`,
          [code, title, term, now],
        )
        const courseId = rows[0]?.id
        if (courseId === undefined) return 'code-taken'
        await client.query(
          "INSERT INTO enrolments (course_id, user_id, role, created_at) VALUES ($1, $2, 'instructor', $3)",
          [courseId, viewer.id, now],
        )
        await writeAudit(client, {
          courseId,
          byId: viewer.id,
          action: 'course-created',
          data: { code, title },
          at: now,
        })
        return courseId
      }),

    editCourse: ({ courseId, viewer, term, title, now }) =>
      transaction(database, async (client) => {
        if (!isId(courseId) || !(await manages(client, courseId, viewer))) return false
        const { rowCount } = await client.query('UPDATE courses SET title = $2, term = $3 WHERE id = $1', [
          courseId,
          title,
          term,
        ])
        if (rowCount === 0) return false
        const data = { title, term }
        await writeAudit(client, { courseId, byId: viewer.id, action: 'course-edited', data, at: now })
        return true
      }),

    async findCourse({ courseId, viewer }) {
      if (!isId(courseId)) return null
      const row = await prisma.course.findFirst({
        where: { id: courseId, ...taughtBy(viewer) },
        include: {
          exams: {
            orderBy: { createdAt: 'desc' },
            include: { _count: { select: { attempts: { where: realAttempts } } } },
          },
        },
      })
      if (!row) return null
      const managed = await prisma.course.count({ where: { id: courseId, ...managedBy(viewer) } })
      return {
        course: { id: row.id, code: row.code, term: row.term, title: localizedSchema.parse(row.title) },
        mayManage: managed > 0,
        exams: row.exams.map((exam) => ({
          id: exam.id,
          title: localizedSchema.parse(exam.title),
          publishedAt: exam.publishedAt,
          opensAt: exam.opensAt,
          closesAt: exam.closesAt,
          archivedAt: exam.archivedAt,
          attempts: exam._count.attempts,
        })),
      }
    },

    createExam: ({ courseId, viewer, title, rules, now }) =>
      transaction(database, async (client) => {
        if (!isId(courseId) || !(await manages(client, courseId, viewer))) return null
        const { rows } = await client.query<{ id: string }>(
          `INSERT INTO exams (id, course_id, title, description, rules, created_at)
          VALUES (gen_random_uuid(), $1, $2, '{"ko":"","en":""}', $3, $4) RETURNING id`,
          [courseId, title, rules, now],
        )
        const examId = rows[0]?.id ?? ''
        await writeAudit(client, {
          courseId,
          examId,
          byId: viewer.id,
          action: 'exam-created',
          data: { title },
          at: now,
        })
        return examId
      }),

    async findBuilt({ examId, viewer }) {
      if (!isId(examId)) return null
      const row = await prisma.exam.findFirst({
        where: { id: examId, course: managedBy(viewer) },
        include: {
          ...examInclude,
          sections: { orderBy: { position: 'asc' } },
          _count: { select: { attempts: { where: realAttempts } } },
        },
      })
      if (!row) return null
      const exam = toExam(row)
      const used = exam.items.map(({ questionVersionId }) => questionVersionId)
      const versions = await prisma.questionVersion.findMany({
        where: {
          OR: [
            { question: { courseId: row.courseId } },
            { question: { shares: { some: { courseId: row.courseId } } } },
            { id: { in: used } },
          ],
        },
        orderBy: [{ question: { createdAt: 'asc' } }, { number: 'desc' }],
        include: versionInclude,
      })
      return {
        exam,
        draft: { title: exam.title, description: exam.description, rows: toRows(exam.items, row.sections) },
        versions: versions.map(toUsable).filter(({ id, outdated }) => !outdated || used.includes(id)),
        attempts: row._count.attempts,
      }
    },

    saveExam: ({ examId, viewer, base, draft, now }) =>
      transaction(database, async (client) => {
        const exam = await lockExam(client, examId, viewer)
        if (!exam) return 'not-found'
        if (exam.terms_version !== base) return 'changed'
        if (await hasAttempts(client, examId)) return 'has-attempts'
        const wanted = [...new Set(versionIdsOf(draft.rows))]
        if (!wanted.every(isId)) return 'unknown-version'
        const known = await client.query(
          `SELECT 1 FROM question_versions v JOIN questions q ON q.id = v.question_id WHERE v.id = ANY($1::uuid[])
          AND (q.course_id = $2
            OR EXISTS (SELECT 1 FROM question_shares s WHERE s.question_id = q.id AND s.course_id = $2)
            OR EXISTS (SELECT 1 FROM exam_items i WHERE i.exam_id = $3 AND i.question_version_id = v.id))`,
          [wanted, exam.course_id, examId],
        )
        if (known.rowCount !== wanted.length) return 'unknown-version'
        await dropPreviews(client, examId)
        await client.query('DELETE FROM exam_items WHERE exam_id = $1', [examId])
        await client.query('DELETE FROM exam_pools WHERE exam_id = $1', [examId])
        await client.query('DELETE FROM exam_sections WHERE exam_id = $1', [examId])
        await insertRows(client, examId, draft.rows)
        await client.query(
          'UPDATE exams SET title = $2, description = $3, terms_version = terms_version + 1 WHERE id = $1',
          [examId, draft.title, draft.description],
        )
        await writeAudit(client, {
          courseId: exam.course_id,
          examId,
          byId: viewer.id,
          action: 'exam-edited',
          data: { title: draft.title, problems: wanted.length },
          at: now,
        })
        return 'done'
      }),

    setPublished: ({ examId, viewer, base, published, now }) =>
      transaction(database, async (client) => {
        const exam = await lockExam(client, examId, viewer)
        if (!exam) return 'not-found'
        if (exam.terms_version !== base) return 'changed'
        if (!published && (await hasAttempts(client, examId))) return 'has-attempts'
        await client.query(
          'UPDATE exams SET published_at = $2, terms_version = terms_version + 1 WHERE id = $1',
          [examId, published ? now : null],
        )
        await writeAudit(client, {
          courseId: exam.course_id,
          examId,
          byId: viewer.id,
          action: published ? 'exam-published' : 'exam-unpublished',
          data: { title: exam.title },
          at: now,
        })
        return 'done'
      }),

    duplicate: ({ examId, courseId, viewer, shiftDays, now }) =>
      transaction(database, async (client) => {
        const exam = await lockExam(client, examId, viewer)
        if (!exam || !isId(courseId) || !(await manages(client, courseId, viewer))) return null
        const made = await client.query<{ id: string; title: unknown }>(
          `INSERT INTO exams (id, course_id, title, description, rules, opens_at, closes_at, start_code,
            safe_exam_browser, created_at)
          SELECT gen_random_uuid(), $2, title, description, rules, opens_at + make_interval(days => $3),
            closes_at + make_interval(days => $3), start_code,
            -- Browser Exam Keys hold for one file, and the copy has its own.
            safe_exam_browser || '{"browserExamKeys": [], "former": []}', $4 FROM exams WHERE id = $1 RETURNING id, title`,
          [examId, courseId, shiftDays, now],
        )
        const copy = made.rows[0]?.id ?? ''
        await client.query(
          `WITH pools AS (
            SELECT id AS old, gen_random_uuid() AS id, draw FROM exam_pools WHERE exam_id = $1
          ), made AS (
            INSERT INTO exam_pools (id, exam_id, draw) SELECT id, $2, draw FROM pools RETURNING id
          ), sections AS (
            SELECT id AS old, gen_random_uuid() AS id, position, title, text FROM exam_sections WHERE exam_id = $1
          ), headed AS (
            INSERT INTO exam_sections (id, exam_id, position, title, text)
            SELECT id, $2, position, title, text FROM sections RETURNING id
          )
          INSERT INTO exam_items (id, exam_id, position, question_version_id, points, pool_id, section_id)
          SELECT gen_random_uuid(), $2, i.position, i.question_version_id, i.points, pools.id, sections.id
          FROM exam_items i LEFT JOIN pools ON pools.old = i.pool_id LEFT JOIN sections ON sections.old = i.section_id
          WHERE i.exam_id = $1`,
          [examId, copy],
        )
        await writeAudit(client, {
          courseId,
          examId: copy,
          byId: viewer.id,
          action: 'exam-duplicated',
          data: { from: examId, title: made.rows[0]?.title, shiftDays },
          at: now,
        })
        return copy
      }),

    async previewOf({ examId, userId, now }) {
      const { rows } = await database.pool.query<{ open: string | null; next: number }>(
        `SELECT LEAST(min(number), 0) - 1 AS next,
          (array_agg(id) FILTER (WHERE is_preview AND closed_at IS NULL AND (closes_at IS NULL OR closes_at > $3)))[1] AS open
        FROM attempts WHERE exam_id = $1 AND user_id = $2`,
        [examId, userId, now],
      )
      return { open: rows[0]?.open ?? null, next: rows[0]?.next ?? -1 }
    },
  }
}
