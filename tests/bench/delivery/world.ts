import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { openSession } from '@/lib/auth/sessions'
import { readEnv } from '@/lib/server/env'
import { buildServices, type Services } from '@/lib/server/services'
import { startAttempt } from '@/lib/use-cases/start-attempt'
import { problems } from '@/prisma/demo-course'
import type { Prisma } from '@/prisma/generated/client'

export const SECRET = 'a secret for benchmarks alone, of sufficient length'

/** A signed-in student, as a browser holds it. */
export interface Student {
  readonly userId: string
  readonly cookie: string
}

/** A student at work on an exam with the three problems. */
export interface Working extends Student {
  readonly attemptId: string
  readonly itemIds: readonly string[]
  /** The latest acknowledged revision of each problem. */
  readonly revisions: number[]
}

export interface World {
  readonly services: Services
  /** Gives the id of a new exam whose rules are the defaults and these. */
  addExam(rules: object): Promise<string>
  /** New students of the course, each with a living login. */
  addStudents(count: number): Promise<readonly Student[]>
  begin(examId: string, student: Student): Promise<Working>
  close(): Promise<void>
}

const words = { ko: '부하 시험', en: 'Load' }

/** A course on the benchmark's database, reached through the product's own stores. */
export async function createWorld(databaseUrl: string): Promise<World> {
  const services = buildServices(readEnv({ DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: SECRET }))
  const { database, deps } = services
  const { prisma } = database
  const course = await prisma.course.create({ data: { code: randomUUID(), title: words, term: '2026-2' } })
  const versions = await Promise.all(
    problems.map(({ type, title }) =>
      prisma.questionVersion.create({
        data: { number: 1, settings: {}, question: { create: { courseId: course.id, type, title } } },
      }),
    ),
  )
  return {
    services,
    async addExam(rules) {
      const exam = await prisma.exam.create({
        data: {
          courseId: course.id,
          title: words,
          description: words,
          rules: rules as Prisma.InputJsonObject,
          publishedAt: new Date(0),
          items: {
            create: versions.map(({ id }, i) => ({ position: i + 1, questionVersionId: id, points: 200 })),
          },
        },
      })
      return exam.id
    },
    addStudents: (count) =>
      inBatches(Array.from({ length: count }), async () => {
        const user = await prisma.user.create({
          data: {
            name: 'Student',
            email: `${randomUUID()}@example.test`,
            enrolments: { create: { courseId: course.id, role: 'student' } },
          },
        })
        const sid = await openSession(database, user.id, new Date())
        const token = await encode({ token: { sub: user.id, sid }, secret: SECRET })
        return { userId: user.id, cookie: `next-auth.session-token=${token}` }
      }),
    async begin(examId, student) {
      const started = await startAttempt(deps, { examId, userId: student.userId })
      if (!started.ok) throw new Error(`could not start: ${started.error.kind}`)
      return atWork(services, student, started.value.attemptId)
    },
    close: () => database.close(),
  }
}

/** What a page at work knows of its attempt. */
export async function atWork({ database }: Services, student: Student, attemptId: string): Promise<Working> {
  const items = await database.prisma.attemptItem.findMany({
    where: { attemptId },
    orderBy: { position: 'asc' },
    select: { id: true, revision: true },
  })
  return {
    ...student,
    attemptId,
    itemIds: items.map(({ id }) => id),
    revisions: items.map(({ revision }) => revision),
  }
}

/** Runs over all, eight at a time. */
export async function inBatches<Item, Value>(
  items: readonly Item[],
  run: (item: Item, i: number) => Promise<Value>,
): Promise<Value[]> {
  const results: Value[] = []
  let next = 0
  const work = async () => {
    for (let i = next++; i < items.length; i = next++) results[i] = await run(items[i] as Item, i)
  }
  await Promise.all(Array.from({ length: 8 }, work))
  return results
}
