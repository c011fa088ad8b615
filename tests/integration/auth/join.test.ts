import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { orderReset, resetPassword } from '@/lib/auth/account-mails'
import { createTokenMaker } from '@/lib/auth/account-tokens'
import { joinByPassword, removeWayIn } from '@/lib/auth/identities'
import { hashPassword } from '@/lib/auth/passwords'
import { openSession } from '@/lib/auth/sessions'
import { byColumns, otherColumns, ownColumns } from '@/lib/db/join-people'
import { startAttempt } from '@/lib/use-cases/start-attempt'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

const PASSWORD = 'the password of the older account'
let world: ExamWorld
let passwordHash: string

beforeAll(async () => {
  world = await createExamWorld()
  passwordHash = await hashPassword(PASSWORD)
})
afterAll(() => world.close())

const launched = async () => {
  const user = await world.database.prisma.user.create({
    data: {
      name: 'From the LMS',
      accounts: {
        create: { type: 'lti', provider: 'lti:https://lms.example.test', providerAccountId: randomUUID() },
      },
      enrolments: {
        create: { courseId: world.courseId, role: 'student', timePercent: 100, extraMinutes: 10 },
      },
    },
  })
  return user.id
}
const older = async (over: object = {}) => {
  const email = `${randomUUID()}@example.test`
  const user = await world.database.prisma.user.create({
    data: { name: 'Here before', email, passwordHash, ...over },
  })
  return { id: user.id, email }
}
const join = (userId: string, email: string, password = PASSWORD) =>
  joinByPassword(world.database, { userId, email, password, address: randomUUID() }, world.clock.now())
const start = (userId: string) => startAttempt(world.deps, { examId: world.examId, userId })

it('moves attempts, enrolments and identities, ends both logins of the one that goes, and is noted', async () => {
  const [from, into] = [await launched(), await older()]
  await start(from)
  await openSession(world.database, from, world.clock.now())
  await world.database.prisma.enrolment.create({
    data: { courseId: world.courseId, userId: into.id, role: 'student', timePercent: 150 },
  })
  expect(await join(from, into.email)).toEqual({ kind: 'joined', userId: into.id })
  const user = await world.database.prisma.user.findUniqueOrThrow({
    where: { id: into.id },
    include: { accounts: true, attempts: true, enrolments: true, sessions: true },
  })
  expect(user.name).toBe('Here before')
  expect(user.accounts).toHaveLength(1)
  expect(user.attempts).toHaveLength(1)
  expect(user.enrolments).toMatchObject([{ timePercent: 150, extraMinutes: 10, leftAt: null }])
  expect(await world.database.prisma.user.count({ where: { id: from } })).toBe(0)
  expect(await world.database.prisma.session.count({ where: { userId: from } })).toBe(0)
  const log = await world.database.prisma.adminEntry.findMany({ where: { userId: into.id } })
  expect(log).toMatchObject([{ action: 'joined', byId: into.id, data: { from } }])
})

it('changes nothing where both have an attempt at the same exam', async () => {
  const [from, into] = [await launched(), await older()]
  await world.database.prisma.enrolment.create({
    data: { courseId: world.courseId, userId: into.id, role: 'student' },
  })
  await start(from)
  await start(into.id)
  expect(await join(from, into.email)).toEqual({ kind: 'same-exam' })
  expect(await world.database.prisma.account.count({ where: { userId: from } })).toBe(1)
  expect(await world.database.prisma.attempt.count({ where: { userId: from } })).toBe(1)
})

it('changes nothing where they are two people of one platform', async () => {
  const [first, second, into] = [await launched(), await launched(), await older()]
  expect(await join(first, into.email)).toMatchObject({ kind: 'joined' })
  expect(await join(second, into.email)).toEqual({ kind: 'same-platform' })
  expect(await world.database.prisma.account.count({ where: { userId: second } })).toBe(1)
})

it('asks for the password of the other, slows guessing, and takes only an account that a launch made', async () => {
  const [from, into] = [await launched(), await older()]
  expect(await join(from, into.email, 'a guess')).toEqual({ kind: 'wrong' })
  expect(await join(from, `${randomUUID()}@example.test`)).toEqual({ kind: 'wrong' })
  const guesses = await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      joinByPassword(
        world.database,
        { userId: from, email: into.email, password: `guess ${i}`, address: '192.0.2.1' },
        world.clock.now(),
      ),
    ),
  )
  expect(guesses.filter(({ kind }) => kind === 'too-many').length).toBeGreaterThanOrEqual(2)
  const another = await older()
  expect(await join(into.id, another.email)).toEqual({ kind: 'not-lms' })
  expect(await join(into.id, into.email)).toEqual({ kind: 'not-lms' })
  const shut = await older({ deactivatedAt: new Date(0) })
  expect(await join(from, shut.email)).toEqual({ kind: 'deactivated' })
  const oneTime = await older({ mustChangePassword: true })
  expect(await join(from, oneTime.email)).toEqual({ kind: 'wrong' })
})

it('an LMS stays a way into the account whose course it leads to: else its next launch would be a second student', async () => {
  const [from, into] = [await launched(), await older()]
  await join(from, into.email)
  const { prisma } = world.database
  const identity = await prisma.account.findFirstOrThrow({ where: { userId: into.id } })
  const remove = (which: string) =>
    removeWayIn(world.database, { userId: into.id, sessionToken: '', which, now: world.clock.now() })
  const issuer = identity.provider.slice('lti:'.length)
  const { id: platformId } = await prisma.ltiPlatform.create({
    data: { name: 'LMS', issuer, clientId: 'c', authUrl: issuer, tokenUrl: issuer, jwksUrl: issuer },
  })
  await prisma.ltiContext.create({ data: { platformId, contextId: 'c-1', courseId: world.courseId } })
  expect(await remove(identity.id)).toBe('in-course')
  // Nor is it lost with a forgotten password, though the address was never proven.
  const asking = {
    database: world.database,
    now: world.clock.now(),
    makeToken: createTokenMaker('a secret for tests alone'),
    digest: world.deps.digest,
  }
  await orderReset(asking, { email: into.email, address: '192.0.2.8', locale: 'en' })
  const { tokenHash } = await prisma.accountToken.findFirstOrThrow({ where: { email: into.email } })
  expect(await resetPassword(asking, { tokenHash, passwordHash })).toBe(true)
  expect(await prisma.account.count({ where: { userId: into.id } })).toBe(1)
  // The course is another LMS's, or nobody's.
  await prisma.ltiContext.deleteMany({ where: { platformId } })
  expect(await remove(identity.id)).toBe('done')
})

it('one of two joins at once wins', async () => {
  const [from, one, two] = [await launched(), await older(), await older()]
  const got = await Promise.all([join(from, one.email), join(from, two.email)])
  expect(got.map(({ kind }) => kind).toSorted()).toEqual(['joined', 'not-lms'])
})

it('every column that names a person is thought of', async () => {
  const { rows } = await world.database.pool.query<{ table_name: string; column_name: string }>(
    `SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name ~ '(^|_)(by|user)_id$' ORDER BY table_name, column_name`,
  )
  const known = [...byColumns, ...ownColumns, ...otherColumns].map((each) => each.join('.')).toSorted()
  expect(rows.map((row) => `${row.table_name}.${row.column_name}`).toSorted()).toEqual(known)
})
