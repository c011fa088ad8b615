import type pg from 'pg'
import { z } from 'zod'
import { isId } from '@/lib/core/ids'
import { localizedSchema } from '@/lib/core/localized'
import type { Correction } from '@/lib/question/contract'
import type { StaffViewer } from '@/lib/use-cases/deps'
import type { BankQuestion, QuestionDraft, QuestionStore, VersionRecord } from '@/lib/use-cases/question-bank'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from './audit'
import type { Database } from './client'
import { managedBy, taughtBy } from './exam-store'
import { importAll } from './import-questions'
import { manages } from './manages'
import { jsonObjectSchema, jsonSchema } from './rows'
import { transaction } from './transaction'

/** Whoever calls has asked already who may. */
const EVERYBODY: StaffViewer = { id: '', isAdmin: true }

/** A pause in editing after which the log has another line. */
const SITTING_MS = 30 * 60_000

/** Corrections that are learned from: the newest. */
const MOST_CORRECTIONS = 2_000

const draftSchema: z.ZodType<QuestionDraft> = z.object({
  title: localizedSchema,
  settings: jsonObjectSchema,
  fixedParams: jsonObjectSchema.nullable(),
})

const entryInclude = {
  versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
} satisfies Prisma.QuestionInclude

/** Of the exams that use a version, those whose course the viewer teaches. */
const versionInclude = (viewer: StaffViewer) =>
  ({
    orderBy: { number: 'desc' },
    include: {
      examItems: {
        where: { exam: { course: taughtBy(viewer) } },
        select: {
          exam: {
            select: {
              id: true,
              title: true,
              attempts: { where: { isPreview: false }, select: { closedAt: true } },
            },
          },
        },
      },
    },
  }) satisfies Prisma.Question$versionsArgs
type VersionRow = Prisma.QuestionVersionGetPayload<{
  include: ReturnType<typeof versionInclude>['include']
}>

/** The question's row, locked, and only where the viewer may change it. */
async function lockManaged(client: pg.ClientBase, questionId: string, viewer: StaffViewer) {
  if (!isId(questionId)) return null
  const { rows } = await client.query<{
    course_id: string
    draft_revision: number
    title: unknown
    draft_by_id: string | null
    draft_at: Date | null
  }>(
    'SELECT course_id, draft_revision, title, draft_by_id, draft_at FROM questions WHERE id = $1 FOR UPDATE',
    [questionId],
  )
  const [row] = rows
  return row && (await manages(client, row.course_id, viewer)) ? row : null
}

export function createQuestionStore(database: Database): QuestionStore {
  const { prisma } = database
  async function findQuestion(questionId: string, viewer: StaffViewer): Promise<BankQuestion | null> {
    if (!isId(questionId)) return null
    const row = await prisma.question.findFirst({
      where: {
        id: questionId,
        // An administrator's condition is empty, and of empty ones an OR makes nothing.
        ...(viewer.isAdmin
          ? {}
          : { OR: [{ course: taughtBy(viewer) }, { shares: { some: { course: taughtBy(viewer) } } }] }),
      },
      include: {
        course: true,
        versions: versionInclude(viewer),
        shares: { include: { course: true }, orderBy: { createdAt: 'asc' } },
      },
    })
    if (!row) return null
    const [own, managed, people] = await Promise.all([
      prisma.course.count({ where: { id: row.courseId, ...taughtBy(viewer) } }),
      prisma.course.count({ where: { id: row.courseId, ...managedBy(viewer) } }),
      prisma.user.findMany({
        where: { id: { in: row.versions.flatMap(({ byId }) => (byId === null ? [] : [byId])) } },
        select: { id: true, name: true, email: true },
      }),
    ])
    const names = new Map(people.map(({ id, name, email }) => [id, name ?? email ?? '']))
    return {
      id: row.id,
      type: row.type,
      title: localizedSchema.parse(row.title),
      tags: row.tags,
      archivedAt: row.archivedAt,
      hasDraft: row.draft !== null && own > 0,
      version: row.versions[0]?.number ?? 0,
      course: { id: row.courseId, title: localizedSchema.parse(row.course.title) },
      mayManage: managed > 0,
      // What is being written is for the course whose question it is.
      draft: row.draft === null || own === 0 ? null : draftSchema.parse(row.draft),
      sharedWith:
        own === 0
          ? []
          : row.shares.map(({ course }) => ({ id: course.id, title: localizedSchema.parse(course.title) })),
      draftRevision: row.draftRevision,
      versions: row.versions.map((version) => toVersion(version, row.title, names)),
    }
  }

  const toVersion = (row: VersionRow, title: unknown, names: ReadonlyMap<string, string>): VersionRecord => ({
    id: row.id,
    number: row.number,
    title: localizedSchema.parse(row.title ?? title),
    settings: jsonSchema.parse(row.settings),
    fixedParams: row.fixedParams === null ? null : jsonObjectSchema.parse(row.fixedParams),
    note: row.note,
    createdAt: row.createdAt,
    by: row.byId === null ? null : (names.get(row.byId) ?? null),
    exams: [...new Map(row.examItems.map(({ exam }) => [exam.id, exam])).values()].map((exam) => ({
      examId: exam.id,
      title: localizedSchema.parse(exam.title),
      running: exam.attempts.filter(({ closedAt }) => closedAt === null).length,
      finished: exam.attempts.filter(({ closedAt }) => closedAt !== null).length,
    })),
  })

  return {
    async findBank({ courseId, viewer }) {
      if (!isId(courseId)) return null
      const row = await prisma.course.findFirst({
        where: { id: courseId, ...taughtBy(viewer) },
        include: {
          questions: {
            orderBy: { createdAt: 'asc' },
            include: entryInclude,
          },
          shares: {
            orderBy: { createdAt: 'asc' },
            include: { question: { include: { ...entryInclude, course: { select: { title: true } } } } },
          },
        },
      })
      if (!row) return null
      const managed = await prisma.course.count({ where: { id: courseId, ...managedBy(viewer) } })
      const toEntry = (question: (typeof row.questions)[number]) => ({
        id: question.id,
        type: question.type,
        title: localizedSchema.parse(question.title),
        tags: question.tags,
        archivedAt: question.archivedAt,
        hasDraft: question.draft !== null,
        version: question.versions[0]?.number ?? 0,
      })
      return {
        course: { id: row.id, title: localizedSchema.parse(row.title), code: row.code, term: row.term },
        mayManage: managed > 0,
        questions: row.questions.map(toEntry),
        shared: row.shares
          .filter(({ question }) => question.versions.length > 0)
          .map(({ question }) => ({
            ...toEntry(question),
            hasDraft: false,
            from: localizedSchema.parse(question.course.title),
          })),
      }
    },

    async listManagedCourses(viewer) {
      const rows = await prisma.course.findMany({
        where: { ...managedBy(viewer), archivedAt: null },
        orderBy: { createdAt: 'desc' },
        select: { id: true, title: true, code: true },
      })
      return rows.map((row) => ({ ...row, title: localizedSchema.parse(row.title) }))
    },

    setShared: ({ questionId, courseId, viewer, shared, now }) =>
      transaction(database, async (client) => {
        const row = await lockManaged(client, questionId, viewer)
        if (!row || !isId(courseId) || courseId === row.course_id) return false
        // Only into courses of one's own; taking back needs no say there.
        if (shared && !(await manages(client, courseId, viewer))) return false
        const { rowCount } = shared
          ? await client.query(
              'INSERT INTO question_shares (question_id, course_id, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
              [questionId, courseId, now],
            )
          : await client.query('DELETE FROM question_shares WHERE question_id = $1 AND course_id = $2', [
              questionId,
              courseId,
            ])
        if (rowCount === 0) return shared
        await writeAudit(client, {
          courseId: row.course_id,
          byId: viewer.id,
          action: shared ? 'question-shared' : 'question-unshared',
          data: { questionId, courseId, title: row.title },
          at: now,
        })
        return true
      }),

    find: ({ questionId, viewer }) => findQuestion(questionId, viewer),
    findUsed: ({ questionId }) => findQuestion(questionId, EVERYBODY),
    importAll: (input) => importAll(database, input),

    create: ({ courseId, viewer, type, tags, draft, now }) =>
      transaction(database, async (client) => {
        if (!isId(courseId) || !(await manages(client, courseId, viewer))) return null
        const { rows } = await client.query<{ id: string }>(
          `INSERT INTO questions (id, course_id, type, title, tags, draft, draft_by_id, draft_at, created_at)
          VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $7) RETURNING id`,
          [courseId, type, draft.title, tags, draft, viewer.id, now],
        )
        const id = rows[0]?.id ?? ''
        await writeAudit(client, {
          courseId,
          byId: viewer.id,
          action: 'question-created',
          data: { questionId: id, title: draft.title },
          at: now,
        })
        return id
      }),

    saveDraft: ({ questionId, viewer, base, draft, tags, now }) =>
      transaction(database, async (client) => {
        const row = await lockManaged(client, questionId, viewer)
        if (!row || row.draft_revision !== base) return null
        await client.query(
          `UPDATE questions SET draft = $2, tags = $3, title = $4, draft_revision = $5, draft_by_id = $6, draft_at = $7
          WHERE id = $1`,
          [questionId, draft, tags, draft.title, base + 1, viewer.id, now],
        )
        // Drafts are saved as they are typed: one line for a sitting at it, not one for each pause.
        const sitting =
          row.draft_by_id === viewer.id && now.getTime() - (row.draft_at?.getTime() ?? 0) < SITTING_MS
        if (!sitting)
          await writeAudit(client, {
            courseId: row.course_id,
            byId: viewer.id,
            action: 'question-edited',
            data: { questionId, title: draft.title },
            at: now,
          })
        return base + 1
      }),

    publish: ({ questionId, viewer, base, version, now }) =>
      transaction(database, async (client) => {
        const row = await lockManaged(client, questionId, viewer)
        if (!row || row.draft_revision !== base) return null
        const { title, settings, fixedParams, note, certificate } = version
        const { rows } = await client.query<{ number: number }>(
          `INSERT INTO question_versions
            (id, question_id, number, settings, fixed_params, title, note, by_id, certificate, created_at)
          SELECT gen_random_uuid(), $1, COALESCE(MAX(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8
          FROM question_versions WHERE question_id = $1 RETURNING number`,
          [questionId, settings, fixedParams, title, note, viewer.id, certificate, now],
        )
        const number = rows[0]?.number ?? 0
        await client.query(
          'UPDATE questions SET draft = NULL, draft_revision = draft_revision + 1 WHERE id = $1',
          [questionId],
        )
        await writeAudit(client, {
          courseId: row.course_id,
          byId: viewer.id,
          action: 'question-published',
          data: { questionId, number, title, note },
          at: now,
        })
        return number
      }),

    async corrections({ questionId, viewer }) {
      if (!isId(questionId)) return []
      const allowed = await prisma.question.count({ where: { id: questionId, course: taughtBy(viewer) } })
      if (allowed === 0) return []
      const { rows } = await database.pool.query<Correction<unknown>>(
        `SELECT params, part, criterion, text, score FROM (
          SELECT DISTINCT ON (x.item_id, x.part, x.criterion) x.* FROM labelled_examples x
            JOIN attempt_items i ON i.id = x.item_id JOIN question_versions v ON v.id = i.question_version_id
          WHERE v.question_id = $1 ORDER BY x.item_id, x.part, x.criterion, x.at DESC, x.id DESC
        ) newest ORDER BY at DESC, id LIMIT ${MOST_CORRECTIONS}`,
        [questionId],
      )
      return rows.reverse()
    },

    setArchived: ({ questionId, viewer, archived, now }) =>
      transaction(database, async (client) => {
        const row = await lockManaged(client, questionId, viewer)
        if (!row) return false
        await client.query('UPDATE questions SET archived_at = $2 WHERE id = $1', [
          questionId,
          archived ? now : null,
        ])
        await writeAudit(client, {
          courseId: row.course_id,
          byId: viewer.id,
          action: archived ? 'question-archived' : 'question-restored',
          data: { questionId, title: row.title },
          at: now,
        })
        return true
      }),

    moveExam: ({ questionId, viewer, examId, versionId, evenIfRunning, now }) =>
      transaction(database, async (client) => {
        const row = await lockManaged(client, questionId, viewer)
        if (!row || !isId(examId) || !isId(versionId)) return 'not-found'
        // Held against starts, which look at it under a share lock; nothing is written before it is known who asks.
        const exam = await client.query<{ course_id: string }>(
          `SELECT course_id FROM exams WHERE id = $1 AND EXISTS (
            SELECT 1 FROM question_versions WHERE id = $2 AND question_id = $3) FOR UPDATE`,
          [examId, versionId, questionId],
        )
        const courseId = exam.rows[0]?.course_id
        if (courseId === undefined || !(await manages(client, courseId, viewer))) return 'not-found'
        const running = await client.query(
          'SELECT 1 FROM attempts WHERE exam_id = $1 AND closed_at IS NULL AND NOT is_preview LIMIT 1',
          [examId],
        )
        if (running.rowCount !== 0 && !evenIfRunning) return 'running'
        const moved = await client.query(
          `UPDATE exam_items SET question_version_id = $2 WHERE exam_id = $1 AND question_version_id IN (
            SELECT id FROM question_versions WHERE question_id = $3)`,
          [examId, versionId, questionId],
        )
        if (moved.rowCount === 0) return 'not-found'
        await client.query('UPDATE exams SET terms_version = terms_version + 1 WHERE id = $1', [examId])
        await writeAudit(client, {
          courseId,
          examId,
          byId: viewer.id,
          action: 'exam-version',
          data: { questionId, versionId, evenIfRunning, title: row.title },
          at: now,
        })
        return 'done'
      }),
  }
}
