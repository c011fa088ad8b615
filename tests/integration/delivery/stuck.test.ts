import { afterAll, beforeAll, expect, it } from 'vitest'
import { startSweep } from '@/lib/jobs/sweep'
import { closeExpired, closeInTime, sweepOverdue } from '@/lib/use-cases/close-attempt'
import type { Deps } from '@/lib/use-cases/deps'
import { registry } from '@/questions/registry'
import { type ExamDesk, examDesk, MINUTE, type Sitting, until } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

let world: ExamWorld
let desk: ExamDesk

beforeAll(async () => {
  world = await createExamWorld()
  desk = examDesk(world)
})
afterAll(() => world.close())

const room = async (size: number): Promise<Sitting[]> => {
  const startedAt = world.clock.now()
  return desk.room(size, { startedAt, closesAt: new Date(startedAt.getTime() + 40 * MINUTE) })
}
const stillOpen = (sittings: readonly Sitting[]) =>
  world.database.prisma.attempt.count({
    where: { id: { in: sittings.map(({ attemptId }) => attemptId) }, closedAt: null },
  })

/** One row that no statement of the close can get past. */
async function breakOne(attemptId: string): Promise<() => Promise<void>> {
  const { pool } = world.database
  await pool.query(`CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF NEW.id = '${attemptId}' THEN RAISE EXCEPTION 'broken on purpose'; END IF; RETURN NEW; END $$`)
  await pool.query(
    'CREATE TRIGGER refuse_one BEFORE UPDATE ON attempts FOR EACH ROW EXECUTE FUNCTION refuse_one()',
  )
  return async () => {
    await pool.query('DROP TRIGGER refuse_one ON attempts')
    await pool.query('DROP FUNCTION refuse_one')
  }
}

it('an attempt that can not be closed holds up no other, by job or by sweep', async () => {
  const sittings = await room(6)
  world.clock.advance(41 * MINUTE)
  const [broken, ...others] = sittings as [Sitting, ...Sitting[]]
  const mend = await breakOne(broken.attemptId)
  await expect(closeExpired(world.deps)).rejects.toThrow('broken on purpose')
  await closeInTime(world.deps, others[0]?.attemptId ?? '')
  expect(await stillOpen(others)).toBe(4)
  await expect(closeInTime(world.deps, broken.attemptId)).rejects.toThrow('broken on purpose')
  const failed = await sweepOverdue(world.deps, 0)
  expect(failed.map(({ attemptId }) => attemptId)).toEqual([broken.attemptId])
  expect(await stillOpen(others)).toBe(0)
  await mend()
  expect(await sweepOverdue(world.deps, 0)).toEqual([])
  expect(await stillOpen(sittings)).toBe(0)
})

it('a grader that fails in a way nobody thought of leaves its problem without a grade, and the attempt closes', async () => {
  const failing: Deps['questions'] = {
    ...registry,
    find: (slug) => {
      const question = registry.find(slug)
      if (!question || slug !== 'conv-output') return question
      return {
        ...question,
        grade() {
          throw new TypeError('a bug')
        },
      }
    },
  }
  const sitting = await desk.sit()
  await desk.save(sitting)
  world.clock.advance(41 * MINUTE)
  await closeInTime({ ...world.deps, questions: failing }, sitting.attemptId)
  const { closedAt, receipt, items } = await desk.attempt(sitting)
  expect([closedAt, receipt]).toEqual([world.clock.now(), expect.any(String)])
  expect(items.map(({ awarded, brokenAt }) => [awarded, brokenAt !== null])).toEqual([
    [200, false],
    [null, true],
    [0, false],
  ])
})

it('an attempt whose job is lost is closed by the sweep once it is overdue, and not before', async () => {
  const sittings = await room(3)
  world.clock.advance(40 * MINUTE + 4_999)
  await sweepOverdue(world.deps, 5_000)
  expect(await stillOpen(sittings)).toBe(3)
  world.clock.advance(1)
  await Promise.all(Array.from({ length: 4 }, () => sweepOverdue(world.deps, 5_000)))
  expect(await stillOpen(sittings)).toBe(0)
  const grades = await world.database.prisma.grade.count({
    where: { item: { attemptId: { in: sittings.map(({ attemptId }) => attemptId) } } },
  })
  expect(grades).toBe(9)
})

it('the sweep goes on after a failure, and stopping waits for the round under way', async () => {
  const errors: unknown[] = []
  let rounds = 0
  let ended = 0
  const sweep = startSweep(
    async () => {
      rounds += 1
      if (rounds === 1) throw new Error('database away')
      await world.database.pool.query('SELECT 1')
      ended += 1
    },
    1,
    (error) => errors.push(error),
  )
  await until('three rounds', () => rounds >= 3)
  await sweep.stop()
  expect(errors).toEqual([new Error('database away')])
  expect(ended).toBe(rounds - 1)
})
