import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorker } from '@/lib/jobs/worker'
import { closeInTime } from '@/lib/use-cases/close-attempt'
import type { Deps } from '@/lib/use-cases/deps'
import { type ExamDesk, examDesk, forEachAtOnce, until } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

const STUDENTS = 1_000

let world: ExamWorld
let desk: ExamDesk

beforeAll(async () => {
  world = await createExamWorld()
  desk = examDesk(world)
})
afterAll(() => world.close())

it('a thousand attempts that end together are closed, graded and signed by the worker, each once', async () => {
  // The queue goes by the database's clock.
  const deps: Deps = { ...world.deps, clock: { now: () => new Date() } }
  const startedAt = new Date()
  const closesAt = new Date(startedAt.getTime() + 3_000)
  const sittings = await desk.room(STUDENTS, { startedAt, closesAt, jobs: true })
  await forEachAtOnce(sittings.slice(0, 200), 8, async (sitting) => {
    expect(await desk.save(sitting, { now: startedAt })).toMatchObject({ kind: 'saved' })
  })

  const complaints: string[] = []
  const worker = await startWorker(
    world.database.pool,
    {
      closeAttempt: (id) => closeInTime(deps, id),
      regrade: async () => undefined,
      sendMail: async () => undefined,
      secondRead: async () => ({ ok: true, value: null }),
    },
    (level, message) => void (level === 'error' && complaints.push(message)),
  )
  const { prisma, pool } = world.database
  try {
    await until(
      'all jobs done',
      async () => {
        const { rows } = await pool.query<{ left: number }>(
          'SELECT count(*)::int AS left FROM graphile_worker.jobs',
        )
        return rows[0]?.left === 0
      },
      100_000,
    )
  } finally {
    await worker.stop()
  }
  expect(complaints).toEqual([])

  const attempts = await prisma.attempt.findMany({
    include: { items: { select: { awarded: true, _count: { select: { grades: true } } } } },
  })
  expect(attempts).toHaveLength(STUDENTS)
  expect(attempts.filter(({ closedAt, closeReason }) => closedAt === null || closeReason !== 'time')).toEqual(
    [],
  )
  expect(attempts.filter(({ closedAt }) => (closedAt?.getTime() ?? 0) < closesAt.getTime())).toEqual([])
  expect(new Set(attempts.map(({ receipt }) => receipt)).size).toBe(STUDENTS)
  expect(attempts.every(({ receipt }) => receipt !== null)).toBe(true)
  const items = attempts.flatMap((attempt) => attempt.items)
  expect(items.filter(({ awarded, _count }) => awarded === null || _count.grades !== 1)).toEqual([])
  expect(items.filter(({ awarded }) => awarded === 200)).toHaveLength(200)
  expect(await prisma.attemptEvent.count({ where: { kind: 'closed' } })).toBe(STUDENTS)
  const waited = attempts
    .map(({ closedAt }) => (closedAt?.getTime() ?? 0) - closesAt.getTime())
    .sort((a, b) => a - b)
  console.log(`closed after ${waited[STUDENTS / 2]} ms at the median, ${waited.at(-1)} ms at worst`)
}, 120_000)
