import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { submitAttempt } from '@/lib/use-cases/close-attempt'
import { startAttempt } from '@/lib/use-cases/start-attempt'
import { type ExamDesk, examDesk } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

const COPIES = 200

let world: ExamWorld
let desk: ExamDesk

beforeAll(async () => {
  world = await createExamWorld()
  desk = examDesk(world)
})
afterAll(() => world.close())

/** The different replies to so many copies of one request. */
async function replies(request: () => Promise<unknown>): Promise<unknown[]> {
  const all = await Promise.all(Array.from({ length: COPIES }, request))
  return [...new Set(all.map((reply) => JSON.stringify(reply)))].map((text) => JSON.parse(text))
}

it('starting: one attempt, one set of problems, one job, and the same reply', async () => {
  const { userId } = await desk.student()
  const different = await replies(() => startAttempt(world.deps, { examId: world.examId, userId }))
  expect(different).toEqual([{ ok: true, value: { attemptId: expect.any(String) } }])
  const attempts = await world.database.prisma.attempt.findMany({
    where: { userId },
    include: { items: true },
  })
  expect(attempts.map(({ items }) => items.length)).toEqual([3])
  const jobs = await world.database.pool.query('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [
    `close:${attempts[0]?.id}`,
  ])
  expect(jobs.rowCount).toBe(1)
})

it('saving: one revision and the same reply', async () => {
  const sitting = await desk.sit()
  const mutationId = randomUUID()
  const different = await replies(() => desk.save(sitting, { mutationId }))
  const savedAt = world.clock.now().toJSON()
  expect(different).toEqual([{ kind: 'saved', revision: 1, savedAt, newer: null }])
  expect((await desk.attempt(sitting)).items[0]?.revisions).toHaveLength(1)
})

it('saving different texts on one revision: one is taken, the others are shown it', async () => {
  const sitting = await desk.sit()
  const all = await Promise.all(
    Array.from({ length: COPIES }, (_, i) => desk.save(sitting, { response: { total: `${i}` } })),
  )
  expect(all.filter(({ kind }) => kind === 'saved')).toHaveLength(1)
  const kept = (await desk.attempt(sitting)).items[0]?.revisions ?? []
  expect(kept).toHaveLength(1)
  for (const reply of all) {
    if (reply.kind !== 'saved')
      expect(reply).toMatchObject({ kind: 'stale', revision: 1, response: kept[0]?.response })
  }
})

it('handing in: one close, one grade a problem, one receipt, and the same reply', async () => {
  const sitting = await desk.sit()
  await desk.save(sitting)
  const different = await replies(() => submitAttempt(world.deps, sitting))
  expect(different).toEqual([
    {
      ok: true,
      value: { closedAt: world.clock.now().toJSON(), receipt: expect.stringMatching(/^(\w{5}-?){4}$/) },
    },
  ])
  const { items } = await desk.attempt(sitting)
  expect(items.map(({ grades }) => grades.length)).toEqual([1, 1, 1])
  const closed = await world.database.prisma.attemptEvent.count({
    where: { attemptId: sitting.attemptId, kind: 'closed' },
  })
  expect(closed).toBe(1)
})
