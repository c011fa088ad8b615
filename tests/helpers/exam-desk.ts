import { randomUUID } from 'node:crypto'
import { type ExamRules, examRulesSchema } from '@/lib/exam/rules'
import type { Deps, SaveInput } from '@/lib/use-cases/deps'
import { startAttempt } from '@/lib/use-cases/start-attempt'
import type { Prisma } from '@/prisma/generated/client'
import type { ExamWorld } from './exam-world'

/** Somebody with a living login. */
export interface Seated {
  readonly userId: string
  readonly sessionToken: string
}

export interface Sitting extends Seated {
  readonly attemptId: string
  /** In the order of their places. */
  readonly itemIds: readonly string[]
}

export const MINUTE = 60_000

/** What tests do again and again: a student, an exam of its own, a started attempt, a save. */
export function examDesk(world: ExamWorld) {
  const { prisma, pool } = world.database

  const student = async (): Promise<Seated> => {
    const userId = await world.addPerson('student')
    return { userId, sessionToken: await world.addSession(userId) }
  }

  return {
    student,

    /** Another exam of the same problems. */
    async addExam(
      given: {
        rules?: Partial<ExamRules>
        opensAt?: Date
        closesAt?: Date
        startCode?: string
        courseId?: string
      } = {},
    ): Promise<string> {
      const { rules, ...data } = given
      const model = await prisma.exam.findUniqueOrThrow({
        where: { id: world.examId },
        include: { items: true },
      })
      const exam = await prisma.exam.create({
        data: {
          courseId: world.courseId,
          title: model.title as Prisma.InputJsonObject,
          description: model.description as Prisma.InputJsonObject,
          rules: examRulesSchema.parse({ timeLimitMinutes: 40, ...rules }) as Prisma.InputJsonObject,
          publishedAt: new Date(0),
          items: {
            create: model.items.map(({ position, questionVersionId, points }) => ({
              position,
              questionVersionId,
              points,
            })),
          },
          ...data,
        },
      })
      return exam.id
    },

    /** A fresh student, or the one given, at a started attempt. */
    async sit(given: { examId?: string; who?: Seated; deps?: Deps } = {}): Promise<Sitting> {
      const who = given.who ?? (await student())
      const result = await startAttempt(given.deps ?? world.deps, {
        examId: given.examId ?? world.examId,
        userId: who.userId,
      })
      if (!result.ok) throw new Error(`not started: ${result.error.kind}`)
      const attemptId = result.value.attemptId
      const items = await prisma.attemptItem.findMany({
        where: { attemptId },
        orderBy: { position: 'asc' },
        select: { id: true },
      })
      return { ...who, attemptId, itemIds: items.map(({ id }) => id) }
    },

    /** Saves the first problem's answer, unless told otherwise. */
    save(sitting: Sitting, over: Partial<SaveInput> = {}) {
      const now = over.now ?? world.clock.now()
      return world.deps.attempts.save({
        attemptId: sitting.attemptId,
        itemId: sitting.itemIds[0] ?? '',
        userId: sitting.userId,
        sessionToken: sitting.sessionToken,
        mutationId: randomUUID(),
        base: 0,
        response: { total: '74' },
        seat: 0,
        typedAt: now,
        now,
        ...over,
      })
    },

    attempt: (sitting: Sitting) =>
      prisma.attempt.findUniqueOrThrow({
        where: { id: sitting.attemptId },
        include: {
          items: {
            orderBy: { position: 'asc' },
            include: { grades: true, lateWork: true, revisions: { orderBy: { number: 'asc' } } },
          },
        },
      }),

    /**
     * A room full of students at work, written at once, each with a login, the first to close first.
     * `apartMs`: between one close and the next; `jobs`: with the jobs that close them.
     */
    async room(
      size: number,
      times: { startedAt: Date; closesAt: Date; apartMs?: number; jobs?: boolean },
    ): Promise<(Sitting & { closesAt: Date })[]> {
      const { rows } = await pool.query<Sitting & { closesAt: Date }>(
        `WITH who AS (
          INSERT INTO users (id, name) SELECT gen_random_uuid(), 'Student ' || i FROM generate_series(1, $1) AS i RETURNING id
        ), enrolled AS (
          INSERT INTO enrolments (course_id, user_id, role) SELECT $2::uuid, id, 'student' FROM who
        ), logins AS (
          INSERT INTO sessions (id, session_token, user_id, expires)
          SELECT gen_random_uuid(), gen_random_uuid()::text, id, $5::timestamptz + interval '1 day' FROM who
          RETURNING user_id, session_token
        ), begun AS (
          INSERT INTO attempts (id, exam_id, user_id, number, seed, started_at, deadline_at, closes_at)
          SELECT gen_random_uuid(), $3::uuid, id, 1, 'seed', $4::timestamptz, ends.at, ends.at
          FROM (SELECT id, $5::timestamptz + (row_number() OVER () - 1) * $7 * interval '1 millisecond' AS at FROM who) AS ends
          RETURNING id, user_id, closes_at
        ), items AS (
          INSERT INTO attempt_items (id, attempt_id, position, slot, question_version_id, type, type_version, params, points)
          SELECT gen_random_uuid(), begun.id, e.position, e.position, v.id, q.type, '1', v.fixed_params, e.points
          FROM begun, exam_items e JOIN question_versions v ON v.id = e.question_version_id
            JOIN questions q ON q.id = v.question_id
          WHERE e.exam_id = $3::uuid RETURNING id, attempt_id, position
        ), jobs AS (
          SELECT (graphile_worker.add_job('close-attempt', json_build_object('attemptId', id),
            run_at => closes_at, job_key => 'close:' || id, max_attempts => 25)).id FROM begun WHERE $6
        )
        SELECT begun.id AS "attemptId", begun.user_id AS "userId", logins.session_token AS "sessionToken",
          (SELECT array_agg(i.id ORDER BY i.position) FROM items i WHERE i.attempt_id = begun.id) AS "itemIds",
          begun.closes_at AS "closesAt", (SELECT count(*) FROM jobs)::int AS jobs
        FROM begun JOIN logins ON logins.user_id = begun.user_id ORDER BY begun.closes_at, begun.id`,
        [
          size,
          world.courseId,
          world.examId,
          times.startedAt,
          times.closesAt,
          times.jobs ?? false,
          times.apartMs ?? 0,
        ],
      )
      return rows
    },
  }
}
export type ExamDesk = ReturnType<typeof examDesk>

/** Does the work for every element, so many at a time. */
export async function forEachAtOnce<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item, i: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const lane = async () => {
    for (let i = next++; i < items.length; i = next++) await work(items[i] as Item, i)
  }
  await Promise.all(Array.from({ length: width }, lane))
}

/** Looks again and again until it is so; gives up with what is missing. */
export async function until(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  patienceMs = 20_000,
): Promise<void> {
  const end = performance.now() + patienceMs
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not within ${patienceMs} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
