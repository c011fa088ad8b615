import { randomUUID } from 'node:crypto'
import { hashPassword } from '@/lib/auth/passwords'
import type { Database } from '@/lib/db/client'
import type { Prisma } from '@/prisma/generated/client'
import { registry } from '@/questions/registry'
import demoLogins from '../demo-logins.json'
import { simulateCohort } from './cohort'
import { course, exams, POINTS, type ProblemName, problems, running } from './plan'
import type { Seat } from './sit'

export interface WrittenCourse {
  readonly courseId: string
  readonly seats: readonly Seat[]
  readonly examIds: readonly string[]
  readonly runningId: string
}

/** Course, people, problems and exams, as far as they are not there already; and logins for the simulation. */
export async function writeCourse(
  { prisma }: Database,
  seed: string,
  times: { firstDay: Date; now: Date },
  withLogins: boolean,
): Promise<WrittenCourse> {
  const { id: courseId } = await prisma.course.upsert({
    where: { code: course.code },
    update: {},
    create: { ...course, createdAt: new Date(times.firstDay.getTime() - 30 * DAY) },
  })
  const cohort = simulateCohort(seed)
  const staff = demoLogins.filter(({ role }) => role === 'instructor')
  const logins = new Map(demoLogins.map((login) => [login.email, login.password]))
  const idOf = async (email: string, name: string): Promise<string> => {
    const found = await prisma.user.findUnique({ where: { email } })
    if (found) return found.id
    // Passwords that everybody knows are for demonstrations alone.
    const password = withLogins ? logins.get(email) : undefined
    const passwordHash = password === undefined ? null : await hashPassword(password)
    return (await prisma.user.create({ data: { email, name, passwordHash, emailVerified: times.now } })).id
  }
  for (const { email, name } of staff) {
    const userId = await idOf(email, name)
    await prisma.enrolment.createMany({
      data: [{ courseId, userId, role: 'instructor' }],
      skipDuplicates: true,
    })
  }
  const seats: Seat[] = []
  for (const student of cohort)
    seats.push({ student, userId: await idOf(student.email, student.name), sessionToken: randomUUID() })
  await prisma.enrolment.createMany({
    data: seats.map(({ userId, student: { timePercent } }) => ({
      courseId,
      userId,
      role: 'student' as const,
      timePercent,
    })),
    skipDuplicates: true,
  })
  await prisma.session.createMany({
    data: seats.map(({ userId, sessionToken }) => ({
      userId,
      sessionToken,
      expires: new Date(times.now.getTime() + DAY),
    })),
  })
  const versions = await writeProblems(prisma, courseId)
  const examIds: string[] = []
  for (const exam of exams) {
    const opensAt = new Date(times.firstDay.getTime() + exam.day * DAY)
    const closesAt = new Date(opensAt.getTime() + exam.windowMinutes * MINUTE)
    examIds.push(await writeExam(prisma, courseId, versions, exam, { opensAt, closesAt }))
  }
  const runningId = await writeExam(
    prisma,
    courseId,
    versions,
    { ...running, pool: null },
    {
      opensAt: new Date(times.now.getTime() - 40 * MINUTE),
      closesAt: new Date(times.now.getTime() + 180 * MINUTE),
    },
  )
  return { courseId, seats, examIds, runningId }
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

type Prismas = Database['prisma']

async function writeProblems(prisma: Prismas, courseId: string): Promise<Map<ProblemName, string>> {
  const versions = new Map<ProblemName, string>()
  const there = await prisma.question.findMany({ where: { courseId }, include: { versions: true } })
  for (const [name, { type, title, settings }] of Object.entries(problems)) {
    const found = there.find((question) => (question.title as { en?: string }).en === title.en)
    const version = found?.versions[0]
    if (version) {
      versions.set(name as ProblemName, version.id)
      continue
    }
    const parsed = registry.find(type)?.parseSettings(settings)
    if (!parsed?.ok) throw new Error(`Settings of '${name}': ${parsed?.error ?? 'unknown type'}`)
    const question = await prisma.question.create({
      data: {
        courseId,
        type,
        title,
        versions: { create: { number: 1, settings: parsed.value as Prisma.InputJsonObject } },
      },
      include: { versions: true },
    })
    versions.set(name as ProblemName, question.versions[0]?.id ?? '')
  }
  return versions
}

async function writeExam(
  prisma: Prismas,
  courseId: string,
  versions: ReadonlyMap<ProblemName, string>,
  exam: Pick<(typeof exams)[number], 'title' | 'description' | 'rules' | 'problems' | 'pool'>,
  window: { opensAt: Date; closesAt: Date },
): Promise<string> {
  const there = await prisma.exam.findFirst({
    where: { courseId, title: { path: ['en'], equals: exam.title.en } },
  })
  if (there) return there.id
  return prisma.$transaction(async (tx) => {
    const { id: examId } = await tx.exam.create({
      data: {
        courseId,
        title: exam.title,
        description: exam.description,
        rules: exam.rules,
        ...window,
        publishedAt: new Date(window.opensAt.getTime() - DAY),
      },
    })
    const pool = exam.pool && (await tx.examPool.create({ data: { examId, draw: exam.pool.draw } }))
    await tx.examItem.createMany({
      data: exam.problems.map((name, i) => ({
        examId,
        position: i + 1,
        questionVersionId: versions.get(name) ?? '',
        points: POINTS,
        poolId: pool && exam.pool?.problems.includes(name) ? pool.id : null,
      })),
    })
    return examId
  })
}
