import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { type ExamRules, examRulesSchema } from '@/lib/exam/rules'
import { readEnv } from '@/lib/server/env'
import { buildServices, type Services } from '@/lib/server/services'
import { startAttempt } from '@/lib/use-cases/start-attempt'
import { problems } from '@/prisma/demo-course'
import type { Prisma } from '@/prisma/generated/client'
import { answerTo } from './delivery-answers'

/** The secret that the measured server is started with. */
export const SECRET = 'a secret for benchmarks alone, of sufficient length'

export interface Student {
  readonly userId: string
  readonly sessionToken: string
  /** As a browser sends it. */
  readonly cookie: string
}

export interface Item {
  readonly id: string
  readonly response: Record<string, unknown>
}

export interface Seated extends Student {
  readonly attemptId: string
  readonly items: readonly Item[]
}

/** A course with exams of all three problem types, students and logins, made directly in the database. */
export interface World {
  readonly services: Services
  addExam(rules?: Partial<ExamRules>): Promise<string>
  addStudents(howMany: number): Promise<Student[]>
  /** Starts the student's attempt by the product's own use case. */
  start(examId: string, student: Student): Promise<Seated>
  /** The attempt's problems, each with an answer to it. */
  itemsOf(attemptId: string): Promise<Item[]>
  close(): Promise<void>
}

const words = (text: string) => ({ ko: text, en: text })

export async function createWorld(databaseUrl: string): Promise<World> {
  const services = buildServices(readEnv({ DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: SECRET }))
  const { prisma } = services.database
  const course = await prisma.course.create({
    data: { code: randomUUID(), title: words('Course'), term: '2026-2' },
  })
  const versions = await Promise.all(
    problems.map(async ({ type, title }) => {
      const question = await prisma.question.create({
        data: { courseId: course.id, type, title, versions: { create: { number: 1, settings: {} } } },
        include: { versions: true },
      })
      return question.versions[0]!.id
    }),
  )
  const itemsOf = async (attemptId: string) => {
    const rows = await prisma.attemptItem.findMany({ where: { attemptId }, orderBy: { position: 'asc' } })
    return rows.map((row) => ({ id: row.id, response: answerTo(row.type, row.params) }))
  }
  return {
    services,
    itemsOf,
    async addExam(rules = {}) {
      const exam = await prisma.exam.create({
        data: {
          courseId: course.id,
          title: words('Exam'),
          description: words('Three problems.'),
          rules: examRulesSchema.parse({
            timeLimitMinutes: 60,
            attemptsAllowed: null,
            ...rules,
          }) as Prisma.InputJsonObject,
          publishedAt: new Date(0),
          items: {
            create: versions.map((questionVersionId, i) => ({
              position: i + 1,
              questionVersionId,
              points: 200,
            })),
          },
        },
      })
      return exam.id
    },
    async addStudents(howMany) {
      const people = Array.from({ length: howMany }, () => ({
        userId: randomUUID(),
        sessionToken: randomUUID(),
      }))
      await prisma.user.createMany({
        data: people.map(({ userId }, i) => ({
          id: userId,
          name: `Student ${i}`,
          email: `${userId}@example.test`,
        })),
      })
      await prisma.enrolment.createMany({
        data: people.map(({ userId }) => ({ courseId: course.id, userId, role: 'student' as const })),
      })
      const expires = new Date(Date.now() + 3_600_000)
      await prisma.session.createMany({ data: people.map((person) => ({ ...person, expires })) })
      return Promise.all(
        people.map(async (person) => {
          const token = await encode({
            token: { sub: person.userId, sid: person.sessionToken },
            secret: SECRET,
          })
          return { ...person, cookie: `next-auth.session-token=${token}` }
        }),
      )
    },
    async start(examId, student) {
      const started = await startAttempt(services.deps, { examId, userId: student.userId })
      if (!started.ok) throw new Error(`The attempt could not be started: ${started.error.kind}`)
      const { attemptId } = started.value
      return { ...student, attemptId, items: await itemsOf(attemptId) }
    },
    close: () => services.database.close(),
  }
}
