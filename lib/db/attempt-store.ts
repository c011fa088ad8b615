import { isId } from '@/lib/core/ids'
import type { AttemptStore } from '@/lib/use-cases/deps'
import type { AttemptRecord } from '@/lib/use-cases/records'
import { Prisma } from '@/prisma/generated/client'
import type { Database, Queries } from './client'
import { taughtBy } from './exam-store'
import { examInclude, itemInclude, toExam, toItem } from './rows'
import { saveRevision } from './save-revision'
import { enqueueSecondRead } from './suggestion-store'

const attemptInclude = {
  user: true,
  exam: { include: { ...examInclude, course: { include: { enrolments: true } } } },
  items: { orderBy: { position: 'asc' }, include: itemInclude },
} satisfies Prisma.AttemptInclude
type AttemptRow = Prisma.AttemptGetPayload<{ include: typeof attemptInclude }>

function toAttempt(row: AttemptRow): AttemptRecord {
  const enrolments = row.exam.course.enrolments
  return {
    id: row.id,
    number: row.number,
    startedAt: row.startedAt,
    deadlineAt: row.deadlineAt,
    closesAt: row.closesAt,
    closedAt: row.closedAt,
    closeReason: row.closeReason,
    student: {
      id: row.userId,
      name: row.user.name ?? row.user.email ?? '',
      timePercent: enrolments.find((enrolment) => enrolment.userId === row.userId)?.timePercent ?? 100,
    },
    exam: toExam(row.exam),
    largestTimePercent: Math.max(100, ...enrolments.map((enrolment) => enrolment.timePercent)),
    items: row.items.map(toItem),
  }
}

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'

/** `secondReader`: whether one is there to be asked about what a grade leaves unsure. */
export function createAttemptStore(
  database: Database,
  { secondReader }: { readonly secondReader: boolean } = { secondReader: false },
): AttemptStore {
  const { prisma } = database
  return {
    async insert({ items, ...attempt }) {
      try {
        return await prisma.$transaction(async (tx) => {
          const { id } = await tx.attempt.create({
            data: {
              ...attempt,
              items: {
                create: items.map((item) => ({ ...item, params: item.params as Prisma.InputJsonObject })),
              },
              events: { create: { kind: 'started', data: {}, at: attempt.startedAt } },
            },
          })
          if (attempt.closesAt) {
            await tx.$queryRaw`SELECT graphile_worker.add_job('close-attempt', ${JSON.stringify({ attemptId: id })}::json,
              run_at => ${attempt.closesAt}, job_key => ${`close:${id}`}, max_attempts => 25)::text`
          }
          return id
        })
      } catch (error) {
        if (isUniqueViolation(error)) return null
        throw error
      }
    },

    async findOwned({ attemptId, userId }) {
      if (!isId(attemptId)) return null
      const row = await prisma.attempt.findFirst({
        where: { id: attemptId, userId },
        include: attemptInclude,
      })
      return row && toAttempt(row)
    },

    async findTimes({ attemptId, userId }) {
      if (!isId(attemptId)) return null
      return prisma.attempt.findFirst({
        where: { id: attemptId, userId },
        select: { deadlineAt: true, closesAt: true, closedAt: true },
      })
    },

    async findTaught({ attemptId, viewer }) {
      if (!isId(attemptId)) return null
      const row = await prisma.attempt.findFirst({
        where: { id: attemptId, exam: { course: taughtBy(viewer) } },
        include: attemptInclude,
      })
      return row && toAttempt(row)
    },

    save: (input) => saveRevision(database, input),

    async setFlag({ attemptId, itemId, userId, flagged, now }) {
      if (!isId(attemptId) || !isId(itemId)) return false
      const { count } = await prisma.attemptItem.updateMany({
        where: {
          id: itemId,
          attempt: {
            id: attemptId,
            userId,
            closedAt: null,
            OR: [{ closesAt: null }, { closesAt: { gt: now } }],
          },
        },
        data: { flagged },
      })
      return count === 1
    },

    async closeAndGrade({ attemptId, userId, reason, now, ifExpired, grade }) {
      if (!isId(attemptId)) return false
      return prisma.$transaction(async (tx) => {
        const { count } = await tx.attempt.updateMany({
          where: {
            id: attemptId,
            ...(userId === undefined ? {} : { userId }),
            closedAt: null,
            ...(ifExpired ? { closesAt: { lte: now } } : {}),
          },
          data: { closedAt: now, closeReason: reason },
        })
        if (count === 0) return false
        const items = await tx.attemptItem.findMany({
          where: { attemptId },
          include: itemInclude,
          orderBy: { position: 'asc' },
        })
        const grades = grade(items.map(toItem))
        await writeGrades(tx, attemptId, grades, now)
        if (secondReader) {
          for (const { itemId, outcome } of grades) {
            if (outcome.kind === 'graded' && outcome.result.status === 'needs-review') {
              await enqueueSecondRead(tx, itemId)
            }
          }
        }
        await tx.attemptEvent.create({ data: { attemptId, kind: 'closed', data: { reason }, at: now } })
        return true
      })
    },

    async listExpired({ now, limit, examId, userId }) {
      if (examId !== undefined && !isId(examId)) return []
      const rows = await prisma.attempt.findMany({
        where: {
          closedAt: null,
          closesAt: { lte: now },
          ...(examId === undefined ? {} : { examId }),
          ...(userId === undefined ? {} : { userId }),
        },
        orderBy: { closesAt: 'asc' },
        take: limit,
        select: { id: true },
      })
      return rows.map((row) => row.id)
    },
  }
}

async function writeGrades(
  tx: Queries,
  attemptId: string,
  grades: ReturnType<Parameters<AttemptStore['closeAndGrade']>[0]['grade']>,
  now: Date,
) {
  for (const { itemId, grader, revision, outcome } of grades) {
    if (outcome.kind === 'defect') {
      await tx.attemptItem.update({ where: { id: itemId }, data: { brokenAt: now } })
      await tx.attemptEvent.create({
        data: { attemptId, kind: 'defect', data: { itemId, grader, message: outcome.message }, at: now },
      })
      continue
    }
    const { result, points } = outcome
    await tx.grade.create({
      data: {
        itemId,
        kind: 'automatic',
        grader,
        revision,
        result: result as unknown as Prisma.InputJsonObject,
        points,
        at: now,
      },
    })
    await tx.attemptItem.update({
      where: { id: itemId },
      data: { awarded: points, gradeStatus: result.status },
    })
  }
  await tx.attempt.update({ where: { id: attemptId }, data: { gradedAt: now } })
}
