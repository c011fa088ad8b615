import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ExamDesk, examDesk, type Sitting } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

let world: ExamWorld
let desk: ExamDesk

beforeAll(async () => {
  world = await createExamWorld()
  desk = examDesk(world)
})
afterAll(() => world.close())

const takeSeat = ({ attemptId, userId }: Sitting) =>
  world.deps.attempts.takeSeat({ attemptId, userId, now: world.clock.now() })
const kept = async (sitting: Sitting) =>
  (await desk.attempt(sitting)).items[0]?.revisions.map(({ response }) => response)

it('the window that came last is the one at work: saves of the one before are refused and overwrite nothing', async () => {
  const sitting = await desk.sit()
  expect(await takeSeat(sitting)).toBe(1)
  expect(await desk.save(sitting, { seat: 1, response: { total: 'first' } })).toMatchObject({ kind: 'saved' })
  expect(await takeSeat(sitting)).toBe(2)
  for (const base of [0, 1, 2]) {
    expect(await desk.save(sitting, { seat: 1, base, response: { total: 'older' } })).toEqual({
      kind: 'elsewhere',
    })
  }
  expect(await desk.save(sitting, { seat: 3, base: 1 })).toEqual({ kind: 'elsewhere' })
  expect(await desk.save(sitting, { seat: 2, base: 1, response: { total: 'newer' } })).toMatchObject({
    kind: 'saved',
    revision: 2,
  })
  expect(await kept(sitting)).toEqual([{ total: 'first' }, { total: 'newer' }])
})

it('what was acknowledged to the older window is acknowledged again when its reply was lost', async () => {
  const sitting = await desk.sit()
  await takeSeat(sitting)
  const mutationId = randomUUID()
  const first = await desk.save(sitting, { seat: 1, mutationId })
  await takeSeat(sitting)
  await desk.save(sitting, { seat: 2, base: 1, response: { total: 'newer' } })
  // With what the newer one has saved since, which stands.
  expect(await desk.save(sitting, { seat: 1, mutationId })).toEqual({
    ...first,
    newer: { revision: 2, response: { total: 'newer' } },
  })
  expect(await kept(sitting)).toHaveLength(2)
})

it('windows that come at once get different numbers, and one of them is at work', async () => {
  const sitting = await desk.sit()
  const seats = await Promise.all(Array.from({ length: 30 }, () => takeSeat(sitting)))
  expect(new Set(seats).size).toBe(30)
  const replies = await Promise.all(seats.map((seat) => desk.save(sitting, { seat: seat ?? 0 })))
  expect(replies.filter(({ kind }) => kind === 'saved')).toHaveLength(1)
  expect(replies.filter(({ kind }) => kind === 'elsewhere')).toHaveLength(29)
})

it('is not taken by others, nor after the close, nor for what is no attempt', async () => {
  const sitting = await desk.sit()
  const other = await desk.student()
  expect(await takeSeat({ ...sitting, userId: other.userId })).toBeNull()
  expect(await takeSeat({ ...sitting, attemptId: 'x' })).toBeNull()
  await world.deps.attempts.closeAndGrade({
    which: { kind: 'submit', ...sitting },
    now: world.clock.now(),
    grade: () => [],
    sign: () => 'CODE',
  })
  expect(await takeSeat(sitting)).toBeNull()
})
