import { randomBytes, randomUUID } from 'node:crypto'
import { createAttemptStore } from '@/lib/db/attempt-store'
import { createBuilderStore } from '@/lib/db/builder-store'
import { type Database, openDatabase } from '@/lib/db/client'
import { createExamStore } from '@/lib/db/exam-store'
import { createExportStore } from '@/lib/db/export-store'
import { createFailureStore } from '@/lib/db/failures'
import { createLiveStore } from '@/lib/db/live-store'
import { createLmsRosterStore } from '@/lib/db/lms-rosters-store'
import { createLmsScoreStore } from '@/lib/db/lms-scores-store'
import { createPeopleStore } from '@/lib/db/people-store'
import { createPlatformStore } from '@/lib/db/platform-store'
import { createQuestionStore } from '@/lib/db/question-store'
import { createRegradeStore } from '@/lib/db/regrade-store'
import { createReviewStore } from '@/lib/db/review-store'
import { createSafeExamBrowserStore } from '@/lib/db/seb-store'
import { createStatisticsStore } from '@/lib/db/statistics-store'
import { createSuggestionStore } from '@/lib/db/suggestion-store'
import { createTermsStore } from '@/lib/db/terms-store'
import { type ExamRules, examRulesSchema } from '@/lib/exam/rules'
import { migrateQueue } from '@/lib/jobs/worker'
import { createReceiptSigner, digest, hashRevision } from '@/lib/server/receipt-signer'
import type { Deps } from '@/lib/use-cases/deps'
import { problems } from '@/prisma/demo-course'
import type { Prisma, Role } from '@/prisma/generated/client'
import { registry } from '@/questions/registry'
import { createTestDatabase } from './database'

/** A course with an exam on a real database, and a clock that the test turns. */
export interface ExamWorld {
  readonly database: Database
  readonly databaseUrl: string
  readonly deps: Deps
  readonly clock: { now: () => Date; advance: (ms: number) => void }
  readonly examId: string
  readonly courseId: string
  addPerson(role: Role | 'none', courseId?: string): Promise<string>
  /** A living login of that person. */
  addSession(userId: string): Promise<string>
  addCourse(): Promise<string>
  close(): Promise<void>
}

/** Tests go by their own clock, by the server's, or by both: logins live by either. */
const LONG_AFTER = new Date('2100-01-01T00:00:00Z')

const words = (text: string) => ({ ko: text, en: text })

export async function createExamWorld(rules: Partial<ExamRules> = {}): Promise<ExamWorld> {
  const { url, drop } = await createTestDatabase()
  // Connections cut by the test itself are expected.
  const database = openDatabase(url, () => undefined, 10)
  await migrateQueue(database.pool, () => undefined)
  let time = Date.UTC(2026, 10, 24, 9)
  const clock = {
    now: () => new Date(time),
    advance: (ms: number) => {
      time += ms
    },
  }
  const deps: Deps = {
    clock,
    newSeed: () => randomBytes(16).toString('hex'),
    questions: registry,
    exams: createExamStore(database),
    attempts: createAttemptStore(database),
    suggestions: createSuggestionStore(database),
    regrades: createRegradeStore(database),
    exports: createExportStore(database),
    statistics: createStatisticsStore(database),
    reviews: createReviewStore(database),
    live: createLiveStore(database),
    terms: createTermsStore(database),
    safeExamBrowser: createSafeExamBrowserStore(database),
    bank: createQuestionStore(database),
    builder: createBuilderStore(database),
    people: createPeopleStore(database),
    platforms: createPlatformStore(database),
    lmsScores: createLmsScoreStore(database),
    lmsRosters: createLmsRosterStore(database),
    failures: createFailureStore(database),
    signReceipt: createReceiptSigner('a secret for tests alone'),
    hashRevision,
    digest,
  }
  const { prisma } = database
  const addCourse = async () => {
    const course = await prisma.course.create({
      data: { code: randomUUID(), title: words('Course'), term: '2026-2' },
    })
    return course.id
  }
  const courseId = await addCourse()
  const items = await Promise.all(
    problems.map(async (problem, i) => {
      const question = await prisma.question.create({
        data: {
          courseId,
          type: problem.type,
          title: problem.title,
          versions: {
            create: { number: 1, settings: {}, fixedParams: problem.fixed as Prisma.InputJsonObject },
          },
        },
        include: { versions: true },
      })
      return { position: i + 1, questionVersionId: question.versions[0]!.id, points: 200 }
    }),
  )
  const exam = await prisma.exam.create({
    data: {
      courseId,
      title: words('Exam'),
      description: words(''),
      rules: examRulesSchema.parse({
        timeLimitMinutes: 40,
        attemptsAllowed: null,
        ...rules,
      }) as Prisma.InputJsonObject,
      publishedAt: new Date(0),
      items: { create: items },
    },
  })
  return {
    database,
    databaseUrl: url,
    deps,
    clock,
    examId: exam.id,
    courseId,
    addCourse,
    async addPerson(role, inCourse = courseId) {
      const user = await prisma.user.create({
        data: { name: 'Person', email: `${randomUUID()}@example.test` },
      })
      if (role !== 'none')
        await prisma.enrolment.create({ data: { courseId: inCourse, userId: user.id, role } })
      return user.id
    },
    async addSession(userId) {
      const sessionToken = randomUUID()
      await prisma.session.create({ data: { sessionToken, userId, expires: LONG_AFTER } })
      return sessionToken
    },
    async close() {
      await database.close()
      await drop()
    },
  }
}
