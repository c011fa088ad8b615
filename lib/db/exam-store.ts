import { isId } from '@/lib/core/ids'
import type { ExamStore, StaffViewer } from '@/lib/use-cases/deps'
import type { Prisma } from '@/prisma/generated/client'
import type { Database } from './client'
import { termsInclude, toPersonalTerms } from './personal-terms'
import {
  examInclude,
  summaryInclude,
  toAccommodation,
  toCourse,
  toExam,
  toException,
  toSummary,
  toTimes,
} from './rows'

/** Roles that may see everything of a course. */
const staffRoles = ['instructor', 'grader', 'observer'] as const

/** Which courses a viewer may see as staff: their own, or all for an administrator. */
export const taughtBy = (viewer: StaffViewer): Prisma.CourseWhereInput =>
  viewer.isAdmin
    ? {}
    : { enrolments: { some: { userId: viewer.id, role: { in: [...staffRoles] }, leftAt: null } } }

/** Which courses a viewer may change: those they are an instructor of, or all for an administrator. */
export const managedBy = (viewer: StaffViewer): Prisma.CourseWhereInput =>
  viewer.isAdmin ? {} : { enrolments: { some: { userId: viewer.id, role: 'instructor', leftAt: null } } }

export function createExamStore({ prisma }: Database): ExamStore {
  const studentInclude = (userId: string) =>
    ({
      ...examInclude,
      ...termsInclude(userId),
      attempts: { where: { userId, isPreview: false }, orderBy: { number: 'asc' }, include: summaryInclude },
    }) satisfies Prisma.ExamInclude
  type StudentRow = Prisma.ExamGetPayload<{ include: ReturnType<typeof studentInclude> }>

  const studentWhere = (userId: string): Prisma.ExamWhereInput => ({
    publishedAt: { not: null },
    course: { enrolments: { some: { userId, role: 'student', leftAt: null } } },
  })
  const toStudentExam = (row: StudentRow, userId: string) => {
    const exam = toExam(row)
    return { exam, ...toPersonalTerms(row, exam, userId), attempts: row.attempts.map(toSummary) }
  }

  return {
    async listForStudent(userId) {
      const rows = await prisma.exam.findMany({
        where: studentWhere(userId),
        include: studentInclude(userId),
        orderBy: [{ opensAt: 'asc' }, { createdAt: 'asc' }],
      })
      return rows.map((row) => toStudentExam(row, userId))
    },

    async findForStudent({ examId, userId }) {
      if (!isId(examId)) return null
      const row = await prisma.exam.findFirst({
        where: { id: examId, ...studentWhere(userId) },
        include: studentInclude(userId),
      })
      return row && toStudentExam(row, userId)
    },

    async findStartCode(examId) {
      const row = await prisma.exam.findUnique({ where: { id: examId }, select: { startCode: true } })
      return row?.startCode ?? null
    },

    async listTaught(viewer) {
      const rows = await prisma.course.findMany({
        where: taughtBy(viewer),
        orderBy: { createdAt: 'asc' },
        include: {
          _count: { select: { enrolments: { where: { role: 'student', leftAt: null } } } },
          exams: { orderBy: [{ opensAt: 'asc' }, { createdAt: 'asc' }], include: examInclude },
        },
      })
      const counts = await countAttempts(rows.flatMap((course) => course.exams.map((exam) => exam.id)))
      return rows.map((course) => ({
        ...toCourse(course),
        students: course._count.enrolments,
        exams: course.exams.map((exam) => ({
          exam: toExam(exam),
          ...(counts.get(exam.id) ?? { started: 0, submitted: 0, needsReview: 0 }),
        })),
      }))
    },

    async findTaughtExam({ examId, viewer }) {
      if (!isId(examId)) return null
      const row = await prisma.exam.findFirst({
        where: { id: examId, course: taughtBy(viewer) },
        include: {
          ...examInclude,
          course: {
            include: {
              enrolments: {
                where: { OR: [{ role: 'student' }, { userId: viewer.id }] },
                include: { user: true },
                orderBy: { user: { name: 'asc' } },
              },
            },
          },
          exceptions: true,
          attempts: {
            where: { isPreview: false },
            orderBy: [{ startedAt: 'asc' }],
            include: { ...summaryInclude, user: true },
          },
        },
      })
      if (!row) return null
      const person = (user: { id: string; name: string | null; email: string | null }) => ({
        id: user.id,
        name: user.name ?? user.email ?? '',
        email: user.email,
      })
      const { enrolments } = row.course
      const isInstructor = enrolments.some(
        (each) => each.userId === viewer.id && each.role === 'instructor' && each.leftAt === null,
      )
      return {
        exam: toExam(row),
        mayManage: viewer.isAdmin || isInstructor,
        startCode: row.startCode,
        students: enrolments
          .filter(({ role, leftAt }) => role === 'student' && leftAt === null)
          .map(({ user }) => person(user)),
        attempts: row.attempts.map((attempt) => ({
          attemptId: attempt.id,
          number: attempt.number,
          student: person(attempt.user),
          accommodation: toAccommodation(enrolments.find(({ userId }) => userId === attempt.userId)),
          exception: toException(row.exceptions.find(({ userId }) => userId === attempt.userId)),
          startedAt: attempt.startedAt,
          ...toTimes(attempt),
          closedAt: attempt.closedAt,
          closeReason: attempt.closeReason,
          items: attempt.items.map(({ gradeStatus, ...item }) => ({ ...item, status: gradeStatus })),
        })),
      }
    },
  }

  async function countAttempts(examIds: readonly string[]) {
    const rows = await prisma.attempt.findMany({
      where: { examId: { in: [...examIds] }, isPreview: false },
      select: {
        examId: true,
        closedAt: true,
        _count: { select: { items: { where: { gradeStatus: 'needs-review' } } } },
      },
    })
    const counts = new Map<string, { started: number; submitted: number; needsReview: number }>()
    for (const row of rows) {
      const count = counts.get(row.examId) ?? { started: 0, submitted: 0, needsReview: 0 }
      count.started += 1
      if (row.closedAt) count.submitted += 1
      count.needsReview += row._count.items
      counts.set(row.examId, count)
    }
    return counts
  }
}
