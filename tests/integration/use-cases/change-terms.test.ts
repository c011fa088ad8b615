import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { examRulesSchema, noException } from '@/lib/exam/rules'
import { changeTerms } from '@/lib/use-cases/change-terms'
import { closeExpired } from '@/lib/use-cases/close-attempt'
import type { TermsChange } from '@/lib/use-cases/deps'
import { startAttempt } from '@/lib/use-cases/start-attempt'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

const MINUTE = 60_000

let world: ExamWorld
let instructor: string
beforeAll(async () => {
  world = await createExamWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const { prisma } = world.database
  await prisma.attempt.deleteMany()
  await prisma.examException.deleteMany()
  await prisma.exam.update({ where: { id: world.examId }, data: { extraMinutes: 0 } })
  instructor = await world.addPerson('instructor')
})

const change = (terms: TermsChange, by = instructor, isAdmin = false) =>
  changeTerms(world.deps, { examId: world.examId, viewer: { id: by, isAdmin }, change: terms })

async function start(): Promise<{ userId: string; attemptId: string }> {
  const userId = await world.addPerson('student')
  const result = await startAttempt(world.deps, { examId: world.examId, userId })
  if (!result.ok) throw new Error(result.error.kind)
  return { userId, attemptId: result.value.attemptId }
}

const stored = (attemptId: string) =>
  world.database.prisma.attempt.findUniqueOrThrow({ where: { id: attemptId } })
const minutesLeft = async (attemptId: string) =>
  ((await stored(attemptId)).deadlineAt!.getTime() - world.clock.now().getTime()) / MINUTE

describe('who may change the terms', () => {
  it('an instructor of the course and an administrator, and for all others there is no such exam', async () => {
    const grader = await world.addPerson('none')
    const observer = await world.addPerson('none')
    for (const [userId, role] of [
      [grader, 'grader'],
      [observer, 'observer'],
    ] as const)
      await world.database.prisma.enrolment.create({ data: { courseId: world.courseId, userId, role } })
    const refused = { ok: false, error: { kind: 'not-found' } }
    const more = { kind: 'extra-time', minutes: 5 } as const
    for (const by of [
      grader,
      observer,
      await world.addPerson('student'),
      await world.addPerson('instructor', await world.addCourse()),
    ])
      expect(await change(more, by)).toEqual(refused)
    expect(await change(more, await world.addPerson('none'), true)).toMatchObject({ ok: true })
    expect(await change(more)).toMatchObject({ ok: true })
    const exam = await world.database.prisma.exam.findUniqueOrThrow({ where: { id: world.examId } })
    expect(exam.extraMinutes).toBe(10)
  })

  it('nobody for a student of another course', async () => {
    const stranger = await world.addPerson('student', await world.addCourse())
    expect(await change({ kind: 'student-extra-time', userId: stranger, minutes: 5 })).toEqual({
      ok: false,
      error: { kind: 'not-found' },
    })
    expect(await world.database.prisma.examException.count()).toBe(0)
  })
})

describe('what a change touches', () => {
  it('gives everybody at work the minutes, closing jobs included, and leaves closed attempts alone', async () => {
    const [first, second, closed] = [await start(), await start(), await start()]
    await world.database.prisma.attempt.update({
      where: { id: closed.attemptId },
      data: { closedAt: world.clock.now(), closeReason: 'submitted' },
    })
    const before = await stored(closed.attemptId)
    expect(await change({ kind: 'extra-time', minutes: 10 })).toEqual({ ok: true, value: { touched: 2 } })
    expect(await minutesLeft(first.attemptId)).toBe(50)
    expect(await minutesLeft(second.attemptId)).toBe(50)
    expect(await stored(closed.attemptId)).toEqual(before)
    const { rows } = await world.database.pool.query<{ run_at: Date }>(
      'SELECT run_at FROM graphile_worker.jobs WHERE key = $1',
      [`close:${first.attemptId}`],
    )
    expect(rows[0]!.run_at).toEqual((await stored(first.attemptId)).closesAt)
  })

  it('gives one student the minutes and nobody else', async () => {
    const [one, other] = [await start(), await start()]
    const given = await change({ kind: 'student-extra-time', userId: one.userId, minutes: 5 })
    expect(given).toEqual({ ok: true, value: { touched: 1 } })
    expect(await minutesLeft(one.attemptId)).toBe(45)
    expect(await minutesLeft(other.attemptId)).toBe(40)
  })

  it('stretches the running attempt of a student with a standing accommodation', async () => {
    const { userId, attemptId } = await start()
    const accommodation = { timePercent: 150, extraMinutes: 0 }
    await change({ kind: 'accommodation', userId, accommodation })
    expect(await minutesLeft(attemptId)).toBe(60)
    await change({ kind: 'exception', userId, exception: { ...noException, timeLimitMinutes: 30 } })
    expect(await minutesLeft(attemptId)).toBe(30)
  })

  it('applies a new limit to running attempts and keeps the code to itself', async () => {
    const { attemptId } = await start()
    const rules = examRulesSchema.parse({ timeLimitMinutes: 25, attemptsAllowed: null })
    await change({ kind: 'rules', rules, opensAt: null, closesAt: null, startCode: 'PINE' })
    expect(await minutesLeft(attemptId)).toBe(25)
    expect(await world.deps.exams.findStartCode(world.examId)).toBe('PINE')
    const original = examRulesSchema.parse({ timeLimitMinutes: 40, attemptsAllowed: null })
    await change({ kind: 'rules', rules: original, opensAt: null, closesAt: null, startCode: null })
    expect(await minutesLeft(attemptId)).toBe(40)
  })

  it('leaves a note of who did what', async () => {
    const { userId } = await start()
    await change({ kind: 'student-extra-time', userId, minutes: 7 })
    const entry = await world.database.prisma.auditEntry.findFirstOrThrow({ where: { byId: instructor } })
    expect(entry).toMatchObject({
      courseId: world.courseId,
      examId: world.examId,
      action: 'student-extra-time',
      data: { userId, minutes: 7 },
      at: world.clock.now(),
    })
    await expect(
      world.database.prisma.auditEntry.update({ where: { id: entry.id }, data: { action: 'nothing' } }),
    ).rejects.toThrow()
  })
})

describe('taking time back', () => {
  it('takes back what was given and no more', async () => {
    const { attemptId } = await start()
    await change({ kind: 'extra-time', minutes: 10 })
    expect(await change({ kind: 'extra-time', minutes: -11 })).toEqual({
      ok: false,
      error: { kind: 'nothing-to-take-back' },
    })
    expect(await change({ kind: 'extra-time', minutes: -10 })).toMatchObject({ ok: true })
    expect(await minutesLeft(attemptId)).toBe(40)
  })

  it('takes no more than was given when several take back at once', async () => {
    const { attemptId } = await start()
    await change({ kind: 'extra-time', minutes: 10 })
    await Promise.all(Array.from({ length: 5 }, () => change({ kind: 'extra-time', minutes: -10 })))
    expect(await minutesLeft(attemptId)).toBe(40)
  })

  it('never ends an attempt within the next minute', async () => {
    const { attemptId } = await start()
    await change({ kind: 'extra-time', minutes: 10 })
    world.clock.advance(45 * MINUTE)
    await change({ kind: 'extra-time', minutes: -10 })
    expect(await minutesLeft(attemptId)).toBe(1)
    world.clock.advance(-45 * MINUTE)
  })
})

describe('a change that meets the close', () => {
  it('leaves each attempt either closed with its old times or running with its new ones', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, start))
    const before = await Promise.all(people.map(({ attemptId }) => stored(attemptId)))
    world.clock.advance(41 * MINUTE)
    const [given] = await Promise.all([
      change({ kind: 'extra-time', minutes: 10 }),
      ...people.map(({ attemptId }) => closeExpired(world.deps, { attemptId })),
    ])
    const after = await Promise.all(people.map(({ attemptId }) => stored(attemptId)))
    for (const [i, attempt] of after.entries()) {
      const moved = attempt.deadlineAt!.getTime() - before[i]!.deadlineAt!.getTime()
      expect(moved).toBe(attempt.closedAt === null ? 10 * MINUTE : 0)
    }
    const running = after.filter(({ closedAt }) => closedAt === null)
    expect(given).toEqual({ ok: true, value: { touched: running.length } })
    world.clock.advance(-41 * MINUTE)
  })
})

describe('findManaged', () => {
  it('does not break on an id that is no id', async () => {
    for (const examId of ['nonsense', randomUUID()])
      expect(
        await world.deps.terms.findManaged({ examId, viewer: { id: instructor, isAdmin: false } }),
      ).toBeNull()
  })
})

describe('findTaughtExam', () => {
  it('tells who may manage, what holds for each attempt, and lists no staff among the students', async () => {
    const { userId } = await start()
    await change({ kind: 'student-extra-time', userId, minutes: 5 })
    const grader = await world.addPerson('none')
    await world.database.prisma.enrolment.create({
      data: { courseId: world.courseId, userId: grader, role: 'grader' },
    })
    const seen = (id: string) =>
      world.deps.exams.findTaughtExam({ examId: world.examId, viewer: { id, isAdmin: false } })
    const byGrader = await seen(grader)
    expect(byGrader?.mayManage).toBe(false)
    expect(byGrader?.students.map(({ id }) => id)).not.toContain(grader)
    expect(byGrader?.attempts[0]?.exception.extraMinutes).toBe(5)
    expect((await seen(instructor))?.mayManage).toBe(true)
  })
})
