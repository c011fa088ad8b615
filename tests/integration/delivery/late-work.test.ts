import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { closeExpired, submitAttempt } from '@/lib/use-cases/close-attempt'
import { readOwnResult, readTaughtResult } from '@/lib/use-cases/read-result'
import { type ExamDesk, examDesk, MINUTE, type Sitting } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

/** Forty minutes and fifteen seconds of grace. */
let world: ExamWorld
let desk: ExamDesk
let sitting: Sitting
let deadline: Date

beforeAll(async () => {
  world = await createExamWorld()
  desk = examDesk(world)
})
afterAll(() => world.close())
beforeEach(async () => {
  sitting = await desk.sit()
  deadline = new Date(world.clock.now().getTime() + 40 * MINUTE)
})

const after = (ms: number) => new Date(deadline.getTime() + ms)
const lateWork = async () => (await desk.attempt(sitting)).items[0]?.lateWork ?? []

it('typed in time and received within the grace: counts', async () => {
  expect(await desk.save(sitting, { typedAt: deadline, now: after(14_999) })).toMatchObject({ kind: 'saved' })
  expect(await lateWork()).toEqual([])
})

it('typed after the deadline: refused at once, though the grace lasts, and kept', async () => {
  expect(await desk.save(sitting, { typedAt: after(1), now: after(1_000) })).toEqual({
    kind: 'closed',
    kept: true,
  })
  expect(await lateWork()).toMatchObject([
    { response: { total: '74' }, typedAt: after(1), receivedAt: after(1_000) },
  ])
  expect((await desk.attempt(sitting)).items[0]?.revision).toBe(0)
})

it('typed in time and received after the grace: refused and kept, before the close and after it', async () => {
  const typedAt = after(-1_000)
  expect(await desk.save(sitting, { typedAt, now: after(15_000) })).toEqual({ kind: 'closed', kept: true })
  world.clock.advance(40 * MINUTE + 15_000)
  await closeExpired(world.deps, sitting)
  expect(await desk.save(sitting, { typedAt, now: after(16_000) })).toEqual({ kind: 'closed', kept: true })
  expect(await lateWork()).toHaveLength(2)
})

it('is never taken for later than it arrived, whatever the page says', async () => {
  expect(await desk.save(sitting, { typedAt: after(60 * MINUTE), now: after(-1) })).toMatchObject({
    kind: 'saved',
  })
})

it('is kept once however often it is sent, and only so much of it', async () => {
  const mutationId = randomUUID()
  const late = { typedAt: after(1), now: after(2) }
  const copies = Array.from({ length: 20 }, () => desk.save(sitting, { ...late, mutationId }))
  expect(new Set((await Promise.all(copies)).map((reply) => JSON.stringify(reply)))).toEqual(
    new Set(['{"kind":"closed","kept":true}']),
  )
  expect(await lateWork()).toHaveLength(1)
  const replies: boolean[] = []
  for (let i = 0; i < 25; i += 1) {
    const reply = await desk.save(sitting, late)
    replies.push(reply.kind === 'closed' && reply.kept)
  }
  expect(replies).toEqual([...Array(19).fill(true), ...Array(6).fill(false)])
  expect(await lateWork()).toHaveLength(20)
})

it('a flood side by side is bounded too', async () => {
  const late = { typedAt: after(1), now: after(2) }
  await Promise.all(Array.from({ length: 200 }, () => desk.save(sitting, late)))
  expect((await lateWork()).length).toBeLessThanOrEqual(20)
})

it('is nothing of a stranger, and nothing without a living login', async () => {
  const late = { typedAt: after(1), now: after(2) }
  const stranger = await desk.student()
  expect(await desk.save(sitting, { ...late, ...stranger })).toEqual({ kind: 'not-found' })
  expect(await desk.save(sitting, { ...late, sessionToken: randomUUID() })).toEqual({ kind: 'signed-out' })
  expect(await lateWork()).toEqual([])
})

it('counts for nothing, and the instructor sees it apart from the answer', async () => {
  await desk.save(sitting, { response: { total: '1' } })
  await desk.save(sitting, { base: 1, typedAt: after(1), now: after(2), response: { total: '74' } })
  await submitAttempt(world.deps, sitting)
  const instructor = await world.addPerson('instructor')
  const seen = await readTaughtResult(world.deps, {
    attemptId: sitting.attemptId,
    viewer: { id: instructor, isAdmin: false },
  })
  expect(seen?.items[0]).toMatchObject({
    response: { total: '1' },
    revision: 1,
    awarded: 0,
    lateWork: [{ response: { total: '74' }, typedAt: after(1), receivedAt: after(2) }],
  })
  const own = await readOwnResult(world.deps, sitting)
  expect(own?.items[0]).toMatchObject({ response: { total: '1' }, awarded: 0 })
})
