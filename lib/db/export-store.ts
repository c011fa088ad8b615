import type pg from 'pg'
import { isId } from '@/lib/core/ids'
import { localizedSchema } from '@/lib/core/localized'
import type { GradebookAttempt, GradebookExam } from '@/lib/exam/gradebook'
import { examRulesSchema } from '@/lib/exam/rules'
import type { ExportStore, Gradebook } from '@/lib/use-cases/export-store'
import type { Database } from './client'
import { managedBy, taughtBy } from './exam-store'
import { exportAttempts, readStudentData } from './export-attempts'
import { readGradebookPage } from './gradebook-page'
import { removeStudent } from './remove-student'

export function createExportStore(database: Database): ExportStore {
  const { prisma, pool } = database
  return {
    async examGradebook({ examId, viewer }) {
      if (!isId(examId)) return null
      const exam = await prisma.exam.findFirst({
        where: { id: examId, course: taughtBy(viewer) },
        select: { id: true, courseId: true, title: true },
      })
      return exam && readGradebook(pool, exam.courseId, [exam.id], exam.title)
    },

    async courseGradebook({ courseId, viewer }) {
      if (!isId(courseId)) return null
      const course = await prisma.course.findFirst({
        where: { AND: [{ id: courseId }, taughtBy(viewer)] },
        select: {
          title: true,
          exams: {
            where: { publishedAt: { not: null } },
            orderBy: [{ opensAt: 'asc' }, { createdAt: 'asc' }],
            select: { id: true },
          },
        },
      })
      return (
        course &&
        readGradebook(
          pool,
          courseId,
          course.exams.map(({ id }) => id),
          course.title,
        )
      )
    },

    gradebookPage: (input) => readGradebookPage(database, input),

    async findManagedTitle({ examId, viewer }) {
      if (!isId(examId)) return null
      const exam = await prisma.exam.findFirst({
        where: { id: examId, course: managedBy(viewer) },
        select: { title: true },
      })
      return exam && localizedSchema.parse(exam.title)
    },

    attempts: (input) => exportAttempts(pool, input),

    async findStudent({ courseId, userId, viewer }) {
      if (!isId(courseId) || !isId(userId)) return null
      const enrolment = await prisma.enrolment.findFirst({
        where: { courseId, userId, role: 'student', course: managedBy(viewer) },
        include: {
          course: true,
          user: {
            include: {
              attempts: {
                where: { exam: { courseId }, isPreview: false },
                orderBy: { startedAt: 'desc' },
                include: { exam: { select: { title: true } } },
              },
            },
          },
        },
      })
      if (!enrolment) return null
      const { user, course } = enrolment
      return {
        id: user.id,
        name: user.name ?? user.email ?? '',
        email: user.email,
        courseTitle: localizedSchema.parse(course.title),
        working: user.attempts.some(({ closedAt }) => closedAt === null),
        attempts: user.attempts
          .filter(({ closedAt }) => closedAt !== null)
          .map(({ id, examId, number, exam }) => ({
            id,
            examId,
            number,
            examTitle: localizedSchema.parse(exam.title),
          })),
      }
    },

    studentData: (input) => readStudentData(pool, input),
    removeStudent: (input) => removeStudent(database, input),
  }
}

async function readGradebook(
  pool: pg.Pool,
  courseId: string,
  examIds: readonly string[],
  title: unknown,
): Promise<Gradebook> {
  const [exams, students, attempts] = await Promise.all([
    pool.query<{ id: string; title: unknown; rules: unknown; problems: GradebookExam['problems'] | null }>(
      `SELECT e.id, e.title, e.rules,
        (SELECT jsonb_agg(jsonb_build_object('slot', i.position, 'title', COALESCE(v.title, q.title), 'points', i.points)
            ORDER BY i.position)
          FROM exam_items i JOIN question_versions v ON v.id = i.question_version_id
            JOIN questions q ON q.id = v.question_id WHERE i.exam_id = e.id) AS problems
      FROM exams e WHERE e.id = ANY($1) ORDER BY array_position($1::uuid[], e.id)`,
      [examIds],
    ),
    // Who has left, but sat an exam, stays in the gradebook.
    pool.query<{ id: string; name: string; email: string | null }>(
      `SELECT u.id, COALESCE(u.name, u.email, '') AS name, u.email FROM users u
      WHERE u.id IN (SELECT user_id FROM enrolments WHERE course_id = $1 AND role = 'student' AND left_at IS NULL)
        OR u.id IN (SELECT user_id FROM attempts WHERE exam_id = ANY($2) AND NOT is_preview)
      ORDER BY name, u.id`,
      [courseId, examIds],
    ),
    pool.query<{
      id: string
      exam_id: string
      user_id: string
      number: number
      started_at: Date
      closed_at: Date | null
      items: GradebookAttempt['items'] | null
    }>(
      `SELECT a.id, a.exam_id, a.user_id, a.number, a.started_at, a.closed_at,
        (SELECT jsonb_agg(jsonb_build_object('slot', i.slot, 'points', i.points, 'awarded', i.awarded,
            'needsReview', i.grade_status IS NOT DISTINCT FROM 'needs-review') ORDER BY i.slot)
          FROM attempt_items i WHERE i.attempt_id = a.id) AS items
      FROM attempts a WHERE a.exam_id = ANY($1) AND NOT a.is_preview ORDER BY a.number`,
      [examIds],
    ),
  ])
  return {
    title: localizedSchema.parse(title),
    exams: exams.rows.map((row) => ({
      id: row.id,
      title: localizedSchema.parse(row.title),
      counts: examRulesSchema.parse(row.rules).counts,
      problems: row.problems ?? [],
    })),
    students: students.rows,
    attempts: attempts.rows.map((row) => ({
      id: row.id,
      examId: row.exam_id,
      userId: row.user_id,
      number: row.number,
      startedAt: row.started_at,
      closedAt: row.closed_at,
      items: row.items ?? [],
    })),
  }
}
