import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { NEWS_CHANNEL } from '@/lib/db/attempt-news'
import { noException } from '@/lib/exam/rules'
import { changeTerms } from '@/lib/use-cases/change-terms'
import { closeInTime } from '@/lib/use-cases/close-attempt'
import type { TermsChange } from '@/lib/use-cases/deps'
import { startAttempt } from '@/lib/use-cases/start-attempt'
import { type ExamDesk, examDesk, forEachAtOnce, MINUTE, until } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

let world: ExamWorld
let desk: ExamDesk
let instructor: string
let heard: Set<string>
let listening: pg.Client

beforeAll(async () => {
  world = await createExamWorld()
  desk = examDesk(world)
  instructor = await world.addPerson('instructor')
  heard = new Set()
  listening = new pg.Client({ connectionString: world.databaseUrl })
  listening.on('notification', ({ payload }) => heard.add(payload ?? ''))
  await listening.connect()
  await listening.query(`LISTEN ${NEWS_CHANNEL}`)
})
afterAll(async () => {
  await listening.end()
  await world.close()
})

const change = (examId: string, what: TermsChange, by = instructor) =>
  changeTerms(world.deps, { examId, viewer: { id: by, isAdmin: false }, change: what })
const after = (minutes: number, seconds = 0) =>
  new Date(world.clock.now().getTime() + minutes * MINUTE + seconds * 1000)
const jobAt = async (attemptId: string) => {
  const { rows } = await world.database.pool.query<{ run_at: Date }>(
    'SELECT run_at FROM graphile_worker.jobs WHERE key = $1',
    [`close:${attemptId}`],
  )
  return rows.map(({ run_at }) => run_at)
}

it('time for everybody moves deadline, close and job of every open attempt, and open pages hear of it', async () => {
  const examId = await desk.addExam()
  const sittings = await Promise.all(Array.from({ length: 5 }, () => desk.sit({ examId })))
  const elsewhere = await desk.sit()
  heard.clear()
  expect(await change(examId, { kind: 'extra-time', minutes: 10 })).toEqual({
    ok: true,
    value: { touched: 5 },
  })
  await until('news of every attempt', () => sittings.every(({ attemptId }) => heard.has(attemptId)), 2_000)
  for (const sitting of sittings) {
    expect(await desk.attempt(sitting)).toMatchObject({ deadlineAt: after(50), closesAt: after(50, 15) })
    expect(await jobAt(sitting.attemptId)).toEqual([after(50, 15)])
  }
  expect(heard.has(elsewhere.attemptId)).toBe(false)
  expect(await desk.attempt(elsewhere)).toMatchObject({ deadlineAt: after(40) })
})

it('time for one student touches nobody else, and can be taken back but no more than that', async () => {
  const examId = await desk.addExam()
  const [one, other] = [await desk.sit({ examId }), await desk.sit({ examId })]
  const give = (minutes: number) =>
    change(examId, { kind: 'student-extra-time', userId: one.userId, minutes })
  await give(7)
  expect(await desk.attempt(one)).toMatchObject({ deadlineAt: after(47) })
  expect(await desk.attempt(other)).toMatchObject({ deadlineAt: after(40) })
  expect(await give(-8)).toEqual({ ok: false, error: { kind: 'nothing-to-take-back' } })
  await Promise.all([give(-7), give(-7)])
  const { extraMinutes } = await world.database.prisma.examException.findUniqueOrThrow({
    where: { examId_userId: { examId, userId: one.userId } },
  })
  expect(extraMinutes).toBe(0)
  expect(await desk.attempt(one)).toMatchObject({ deadlineAt: after(40) })
})

it('less time leaves a minute to finish the sentence', async () => {
  const examId = await desk.addExam()
  const sitting = await desk.sit({ examId })
  await change(examId, {
    kind: 'exception',
    userId: sitting.userId,
    exception: { ...noException, timeLimitMinutes: 1 },
  })
  world.clock.advance(5 * MINUTE)
  const running = await desk.sit({ examId })
  world.clock.advance(5 * MINUTE)
  await change(examId, {
    kind: 'exception',
    userId: running.userId,
    exception: { ...noException, timeLimitMinutes: 2 },
  })
  expect(await desk.attempt(running)).toMatchObject({ deadlineAt: after(1), closesAt: after(1, 15) })
})

it('a standing accommodation holds in every exam of the course, running ones too', async () => {
  const [first, second] = [await desk.addExam(), await desk.addExam()]
  const who = await desk.student()
  const sittings = [await desk.sit({ examId: first, who }), await desk.sit({ examId: second, who })]
  await change(first, {
    kind: 'accommodation',
    userId: who.userId,
    accommodation: { timePercent: 150, extraMinutes: 4 },
  })
  // 40 + 50 % + 4; the grace stretches as the limit does: by 1.6.
  for (const sitting of sittings)
    expect(await desk.attempt(sitting)).toMatchObject({ deadlineAt: after(64), closesAt: after(64, 24) })
  const third = await desk.sit({ examId: await desk.addExam(), who })
  expect(await desk.attempt(third)).toMatchObject({ deadlineAt: after(64) })
})

it('an exception opens a closed exam for one student, with a limit and attempts of their own', async () => {
  const examId = await desk.addExam({ opensAt: after(-120), closesAt: after(-60) })
  const [who, other] = [await desk.student(), await desk.student()]
  const start = async (userId: string) => {
    const result = await startAttempt(world.deps, { examId, userId })
    return result.ok ? result.value.attemptId : result.error
  }
  await change(examId, {
    kind: 'exception',
    userId: who.userId,
    exception: {
      ...noException,
      closesAt: after(600),
      timeLimitMinutes: 25,
      extraMinutes: 5,
      extraAttempts: 1,
    },
  })
  expect(await start(other.userId)).toEqual({ kind: 'not-open', state: 'ended' })
  const first = await desk.sit({ examId, who })
  expect(await desk.attempt(first)).toMatchObject({ deadlineAt: after(30), number: 1 })
  for (const number of [1, 2]) {
    const sitting = await desk.sit({ examId, who })
    expect(await desk.attempt(sitting)).toMatchObject({ number })
    await world.deps.attempts.closeAndGrade({
      which: { kind: 'submit', ...sitting },
      now: world.clock.now(),
      grade: () => [],
      sign: ({ attemptId }) => attemptId,
    })
  }
  expect(await start(who.userId)).toEqual({ kind: 'attempts-used', allowed: 2 })
})

it('a start beside a change knows the new terms or is moved by it', async () => {
  const examId = await desk.addExam()
  const people = await Promise.all(Array.from({ length: 40 }, () => desk.student()))
  let given = 0
  await forEachAtOnce(people, 8, async (who, i) => {
    await Promise.all([
      desk.sit({ examId, who }),
      i % 4 === 0 ? change(examId, { kind: 'extra-time', minutes: 1 }).then(() => (given += 1)) : null,
    ])
  })
  const attempts = await world.database.prisma.attempt.findMany({ where: { examId } })
  expect(attempts).toHaveLength(40)
  expect(new Set(attempts.map(({ deadlineAt }) => deadlineAt?.getTime()))).toEqual(
    new Set([after(40 + given).getTime()]),
  )
  for (const { id, closesAt } of attempts) expect(await jobAt(id)).toEqual([closesAt])
})

it('a change and a close at the same moment: closed for good, or open with more time and closed by the new job', async () => {
  const seen = new Set<boolean>()
  for (let round = 0; round < 20; round += 1) {
    const examId = await desk.addExam()
    const sitting = await desk.sit({ examId })
    const { closesAt } = await desk.attempt(sitting)
    const deps = { ...world.deps, clock: { now: () => closesAt as Date } }
    await Promise.all([
      changeTerms(deps, {
        examId,
        viewer: { id: instructor, isAdmin: false },
        change: { kind: 'extra-time', minutes: 5 },
      }),
      closeInTime(deps, sitting.attemptId),
    ])
    const { closedAt, ...now } = await desk.attempt(sitting)
    seen.add(closedAt === null)
    if (closedAt !== null) expect(now.closesAt).toEqual(closesAt)
    else {
      expect(now.closesAt).toEqual(after(45, 15))
      expect(await jobAt(sitting.attemptId)).toEqual([after(45, 15)])
    }
  }
})

it('nobody changes terms but an instructor of the course', async () => {
  const examId = await desk.addExam()
  const sitting = await desk.sit({ examId })
  const observer = await world.addPerson('observer')
  const strangers = [
    sitting.userId,
    observer,
    await world.addPerson('grader'),
    await world.addPerson('instructor', await world.addCourse()),
  ]
  for (const by of strangers) {
    expect(await change(examId, { kind: 'extra-time', minutes: 60 }, by)).toEqual({
      ok: false,
      error: { kind: 'not-found' },
    })
  }
  expect(await change('x', { kind: 'extra-time', minutes: 60 })).toMatchObject({ ok: false })
  const outsider = await world.addPerson('student', await world.addCourse())
  expect(await change(examId, { kind: 'student-extra-time', userId: outsider, minutes: 5 })).toMatchObject({
    ok: false,
  })
  expect(await desk.attempt(sitting)).toMatchObject({ deadlineAt: after(40) })
})
