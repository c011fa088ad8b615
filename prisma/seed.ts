import { hashPassword } from '@/lib/auth/passwords'
import { shutDemoLogins } from '@/lib/db/administrator'
import { type Database, openDatabase } from '@/lib/db/client'
import { readEnv } from '@/lib/server/env'
import type { Prisma } from '@/prisma/generated/client'
import { registry } from '@/questions/registry'
import { course, exams, POINTS, problems } from './demo-course'
import demoLogins from './demo-logins.json'

/** Fills an empty database with the demo course; does nothing where the course is there already. */
async function seedDemo({ prisma }: Database): Promise<boolean> {
  const logins = await Promise.all(
    demoLogins.map(async ({ password, ...login }) => ({
      ...login,
      passwordHash: await hashPassword(password),
    })),
  )
  return prisma.$transaction(async (tx) => {
    // Shut by a start without the demo: the demo is back.
    for (const { email, passwordHash, role } of logins)
      await tx.user.updateMany({
        where: { email, passwordHash: null },
        data: { passwordHash, isAdmin: role === 'administrator' },
      })
    if (await tx.course.findUnique({ where: { code: course.code } })) return false
    const users = await Promise.all(
      logins.map(({ role, ...login }) =>
        tx.user.upsert({
          where: { email: login.email },
          update: {},
          create: { ...login, emailVerified: new Date(), isAdmin: role === 'administrator' },
        }),
      ),
    )
    const { id: courseId } = await tx.course.create({ data: course })
    await tx.enrolment.createMany({
      data: logins.flatMap(({ role }, i) => {
        const userId = users[i]?.id
        if (userId === undefined || role === 'administrator') return []
        return [
          { courseId, userId, role: role === 'instructor' ? ('instructor' as const) : ('student' as const) },
        ]
      }),
    })
    for (const exam of exams) {
      const versions = await Promise.all(
        problems.map((problem) => insertQuestion(tx, courseId, problem, exam.key)),
      )
      await tx.exam.create({
        data: {
          courseId,
          title: exam.title,
          description: exam.description,
          rules: exam.rules,
          publishedAt: new Date(),
          items: {
            create: versions.map(({ id }, i) => ({ position: i + 1, questionVersionId: id, points: POINTS })),
          },
        },
      })
    }
    return true
  })
}

async function insertQuestion(
  tx: Prisma.TransactionClient,
  courseId: string,
  problem: (typeof problems)[number],
  key: 'fixed' | 'randomized',
) {
  const settings = registry.find(problem.type)?.parseSettings({})
  if (!settings?.ok) throw new Error(`No default settings for '${problem.type}'`)
  const question = await tx.question.create({
    data: {
      courseId,
      type: problem.type,
      title: problem.title,
      versions: {
        create: {
          number: 1,
          settings: settings.value as Prisma.InputJsonObject,
          ...(key === 'fixed' ? { fixedParams: problem.fixed as Prisma.InputJsonObject } : {}),
        },
      },
    },
    include: { versions: true },
  })
  const [version] = question.versions
  if (!version) throw new Error('A question without a version')
  return version
}

async function main(): Promise<void> {
  const env = readEnv({ NEXTAUTH_SECRET: 'not used while seeding', ...process.env })
  const database = openDatabase(env.DATABASE_URL, (error) => console.error(error.message), 4)
  try {
    if (!env.QUIZGRAD_DEMO) {
      const shut = await shutDemoLogins(
        database,
        demoLogins.map(({ email }) => email),
      )
      console.error(`${shut} demo logins shut`)
      return
    }
    console.error((await seedDemo(database)) ? 'demo course created' : 'demo course is there already')
  } finally {
    await database.close()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
