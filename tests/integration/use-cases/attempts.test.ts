import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeExpired, submitAttempt } from '@/lib/use-cases/close-attempt'
import { readRoom } from '@/lib/use-cases/read-attempt'
import { readOwnResult, readTaughtResult } from '@/lib/use-cases/read-result'
import { startAttempt } from '@/lib/use-cases/start-attempt'
import { registry } from '@/questions/registry'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

let world: ExamWorld
let student: string
let session: string

beforeAll(async () => {
  world = await createExamWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  student = await world.addPerson('student')
  session = await world.addSession(student)
})

async function start(userId = student): Promise<string> {
  const result = await startAttempt(world.deps, { examId: world.examId, userId })
  if (!result.ok) throw new Error(result.error.kind)
  return result.value.attemptId
}

async function items(attemptId: string, userId = student) {
  const attempt = await world.deps.attempts.findOwned({ attemptId, userId })
  if (!attempt) throw new Error('no attempt')
  return attempt.items
}

const save = (attemptId: string, itemId: string, over: object = {}) =>
  world.deps.attempts.save({
    attemptId,
    itemId,
    userId: student,
    sessionToken: session,
    mutationId: randomUUID(),
    base: 0,
    response: { total: '74' },
    seat: 0,
    typedAt: world.clock.now(),
    now: world.clock.now(),
    ...over,
  })

describe('startAttempt', () => {
  it('gives one attempt to a student who presses twenty times at once', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => start()))
    expect(new Set(ids).size).toBe(1)
    expect(await world.database.prisma.attempt.count({ where: { userId: student } })).toBe(1)
  })

  it('refuses somebody who is not in the course as if the exam did not exist', async () => {
    const stranger = await world.addPerson('student', await world.addCourse())
    expect(await startAttempt(world.deps, { examId: world.examId, userId: stranger })).toEqual({
      ok: false,
      error: { kind: 'not-found' },
    })
  })

  it('does not break on an id that is no id', async () => {
    const result = await startAttempt(world.deps, { examId: "' OR 1=1", userId: student })
    expect(result).toEqual({ ok: false, error: { kind: 'not-found' } })
  })
})

describe('save', () => {
  it('writes each mutation once, however often it arrives', async () => {
    const attemptId = await start()
    const [item] = await items(attemptId)
    const mutationId = randomUUID()
    const replies = await Promise.all(
      Array.from({ length: 30 }, () => save(attemptId, item!.id, { mutationId })),
    )
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(replies[0]).toMatchObject({ kind: 'saved', revision: 1 })
    expect(await world.database.prisma.revision.count({ where: { itemId: item!.id } })).toBe(1)
  })

  it('lets one of two different saves on the same revision through and shows the other what stands there', async () => {
    const attemptId = await start()
    const [item] = await items(attemptId)
    const replies = await Promise.all([
      save(attemptId, item!.id, { response: { total: 'one' } }),
      save(attemptId, item!.id, { response: { total: 'two' } }),
    ])
    expect(replies.map((reply) => reply.kind).sort()).toEqual(['saved', 'stale'])
    const kept = (await items(attemptId))[0]!.response
    expect(replies.find((reply) => reply.kind === 'stale')).toMatchObject({ revision: 1, response: kept })
  })

  it('gives back the text to the byte, whatever it holds', async () => {
    const attemptId = await start()
    const item = (await items(attemptId))[2]!
    const explanation = '기울기 <script>alert(1)</script>\u200b 🧠 \'"; DROP TABLE users; --\r\n\tW^T ≤ 1'
    await save(attemptId, item.id, { response: { explanation } })
    expect((await items(attemptId))[2]!.response).toEqual({ explanation })
  })

  it('takes nothing from a login that has ended, from another student, or for an item of another attempt', async () => {
    const attemptId = await start()
    const [item] = await items(attemptId)
    const other = await world.addPerson('student')
    const otherSession = await world.addSession(other)
    const otherAttempt = await start(other)
    const [otherItem] = await items(otherAttempt, other)
    expect(await save(attemptId, item!.id, { sessionToken: randomUUID() })).toEqual({ kind: 'signed-out' })
    expect(await save(attemptId, item!.id, { sessionToken: otherSession })).toEqual({ kind: 'signed-out' })
    expect(await save(attemptId, item!.id, { userId: other, sessionToken: otherSession })).toEqual({
      kind: 'not-found',
    })
    expect(await save(attemptId, otherItem!.id)).toEqual({ kind: 'not-found' })
    expect(await save('not-an-id', item!.id)).toEqual({ kind: 'not-found' })
    expect(
      await world.database.prisma.revision.count({ where: { itemId: { in: [item!.id, otherItem!.id] } } }),
    ).toBe(0)
  })

  it('takes work until deadline and grace are over, then refuses', async () => {
    const attemptId = await start()
    const [item] = await items(attemptId)
    const typedAt = new Date(world.clock.now().getTime() + 39 * 60_000)
    world.clock.advance(40 * 60_000 + 14_000)
    expect(await save(attemptId, item!.id, { typedAt })).toMatchObject({ kind: 'saved' })
    world.clock.advance(1_000)
    expect(await save(attemptId, item!.id, { base: 1 })).toEqual({ kind: 'closed', kept: true })
  })

  it('keeps every revision, unchangeable', async () => {
    const attemptId = await start()
    const [item] = await items(attemptId)
    for (const [base, total] of ['7', '74'].entries())
      await save(attemptId, item!.id, { base, response: { total } })
    const rows = await world.database.prisma.revision.findMany({
      where: { itemId: item!.id },
      orderBy: { number: 'asc' },
    })
    expect(rows.map((row) => row.response)).toEqual([{ total: '7' }, { total: '74' }])
    await expect(
      world.database.prisma.revision.updateMany({ where: { itemId: item!.id }, data: { response: {} } }),
    ).rejects.toThrow(/append-only/)
  })
})

describe('submitAttempt', () => {
  it('grades the last acknowledged drafts; two hundred copies have one effect and one reply', async () => {
    const attemptId = await start()
    for (const item of await items(attemptId)) {
      const response = registry.find(item.type)!.reference(item.params)
      await save(attemptId, item.id, { response })
    }
    const replies = await Promise.all(
      Array.from({ length: 200 }, () => submitAttempt(world.deps, { attemptId, userId: student })),
    )
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(await world.database.prisma.grade.count({ where: { item: { attemptId } } })).toBe(3)
    const result = await readOwnResult(world.deps, { attemptId, userId: student })
    expect(result).toMatchObject({ awarded: 600, possible: 600 })
  })

  it('lets nobody hand in for somebody else', async () => {
    const attemptId = await start()
    const other = await world.addPerson('student')
    expect(await submitAttempt(world.deps, { attemptId, userId: other })).toEqual({
      ok: false,
      error: { kind: 'not-found' },
    })
    expect((await readRoom(world.deps, { attemptId, userId: student }))?.state).toBe('working')
  })

  it('never loses a save to the close: each is either in the grade or was refused', async () => {
    for (let round = 0; round < 25; round += 1) {
      const attemptId = await start()
      const [item] = await items(attemptId)
      const [reply] = await Promise.all([
        save(attemptId, item!.id, { response: { total: '74' } }),
        submitAttempt(world.deps, { attemptId, userId: student }),
      ])
      const [graded] = await items(attemptId)
      expect(graded!.grade?.revision).toBe(reply.kind === 'saved' ? 1 : 0)
      expect(graded!.grade?.points).toBe(reply.kind === 'saved' ? 200 : 0)
    }
  })
})

describe('closeExpired', () => {
  it('closes with the last draft once the time is over, and not a moment before', async () => {
    const attemptId = await start()
    const [item] = await items(attemptId)
    await save(attemptId, item!.id)
    world.clock.advance(40 * 60_000)
    expect(await closeExpired(world.deps, { attemptId })).toEqual([])
    world.clock.advance(15_000)
    expect(await closeExpired(world.deps, { attemptId })).toEqual([attemptId])
    expect(await closeExpired(world.deps, { attemptId })).toEqual([])
    const result = await readOwnResult(world.deps, { attemptId, userId: student })
    expect(result).toMatchObject({ closeReason: 'time', awarded: 200 })
  })

  it('happens when the student looks at the attempt, also without any job', async () => {
    const attemptId = await start()
    world.clock.advance(41 * 60_000)
    expect((await readRoom(world.deps, { attemptId, userId: student }))?.state).toBe('closed')
  })
})

describe('who sees what', () => {
  it('shows an attempt to its student and the course staff, and to nobody else', async () => {
    const attemptId = await start()
    await submitAttempt(world.deps, { attemptId, userId: student })
    const otherCourse = await world.addCourse()
    const viewers = {
      instructor: await world.addPerson('instructor'),
      otherInstructor: await world.addPerson('instructor', otherCourse),
      otherStudent: await world.addPerson('student'),
    }
    const taught = (id: string, isAdmin = false) =>
      readTaughtResult(world.deps, { attemptId, viewer: { id, isAdmin } })
    expect(await taught(viewers.instructor)).not.toBeNull()
    expect(await taught(viewers.otherInstructor)).toBeNull()
    expect(await taught(viewers.otherStudent)).toBeNull()
    expect(await taught(student)).toBeNull()
    expect(await readOwnResult(world.deps, { attemptId, userId: viewers.otherStudent })).toBeNull()
    expect(await readRoom(world.deps, { attemptId, userId: viewers.otherStudent })).toBeNull()
  })

  it('sends a student at work no seed, no params, no settings and no solution', async () => {
    const attemptId = await start()
    const room = await readRoom(world.deps, { attemptId, userId: student })
    const text = JSON.stringify(room)
    const stored = await world.database.prisma.attempt.findUniqueOrThrow({ where: { id: attemptId } })
    expect(text).not.toContain(stored.seed)
    expect(text).not.toMatch(/"params"|"settings"|"solution"|"seed"|68x68|68×68/)
  })
})
