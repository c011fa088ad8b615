import { afterAll, beforeAll, expect, it } from 'vitest'
import { readRoom } from '@/lib/use-cases/read-attempt'
import { type ExamDesk, examDesk, MINUTE, type Sitting } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

let world: ExamWorld
let desk: ExamDesk

beforeAll(async () => {
  world = await createExamWorld({ navigation: 'one-way' })
  desk = examDesk(world)
})
afterAll(() => world.close())

const advance = ({ attemptId, userId }: Sitting, from: number, now = world.clock.now()) =>
  world.deps.attempts.advance({ attemptId, userId, from, now })
const shown = async (sitting: Sitting) => {
  const room = await readRoom(world.deps, sitting)
  return room && { ids: room.items.map(({ id }) => id), total: room.total }
}

it('shows the problem at work alone, and nothing of the later ones', async () => {
  const sitting = await desk.sit()
  for (const [i, id] of sitting.itemIds.entries()) {
    expect(await shown(sitting)).toEqual({ ids: [id], total: 3 })
    const text = JSON.stringify(await readRoom(world.deps, sitting))
    for (const other of sitting.itemIds.filter((each) => each !== id)) expect(text).not.toContain(other)
    await advance(sitting, i + 1)
  }
  expect(await shown(sitting)).toEqual({ ids: [sitting.itemIds[2]], total: 3 })
})

it('takes no save for a later problem, which is as if it did not exist', async () => {
  const sitting = await desk.sit()
  for (const itemId of sitting.itemIds.slice(1))
    expect(await desk.save(sitting, { itemId })).toEqual({ kind: 'not-found' })
})

it('takes no save for a problem that was left, keeps it, and repeats what it acknowledged before', async () => {
  const sitting = await desk.sit()
  const mutationId = '5b8f3c1e-7a5d-4c56-9d0e-0f8f6a1c2b3d'
  const first = await desk.save(sitting, { mutationId })
  await advance(sitting, 1)
  expect(await desk.save(sitting, { base: 1, response: { total: 'later' } })).toEqual({
    kind: 'closed',
    kept: true,
  })
  expect(await desk.save(sitting, { mutationId })).toEqual(first)
  const { items } = await desk.attempt(sitting)
  expect(items[0]).toMatchObject({ revision: 1, lateWork: [{ response: { total: 'later' } }] })
})

it('two hundred copies of one step are one step', async () => {
  const sitting = await desk.sit()
  const replies = await Promise.all(Array.from({ length: 200 }, () => advance(sitting, 1)))
  expect(new Set(replies)).toEqual(new Set([2]))
  expect(await advance(sitting, 1)).toBe(2)
  expect(await advance(sitting, 3)).toBe(2)
})

it('a save and the step away from its problem: saved before it, or kept as late', async () => {
  const outcomes = new Set<string>()
  for (let round = 0; round < 20; round += 1) {
    const sitting = await desk.sit()
    const [reply] = await Promise.all([desk.save(sitting), advance(sitting, 1)])
    const { items } = await desk.attempt(sitting)
    outcomes.add(reply.kind)
    expect([items[0]?.revision, items[0]?.lateWork.length]).toEqual(reply.kind === 'saved' ? [1, 0] : [0, 1])
  }
  expect([...outcomes].every((kind) => kind === 'saved' || kind === 'closed')).toBe(true)
})

it('nobody else takes a step, and none is taken after the deadline or in free navigation', async () => {
  const sitting = await desk.sit()
  const { userId } = await desk.student()
  expect(await advance({ ...sitting, userId }, 1)).toBeNull()
  expect(await advance(sitting, 1, new Date(world.clock.now().getTime() + 40 * MINUTE))).toBe(1)
  const free = await desk.sit({ examId: await desk.addExam() })
  expect(await advance(free, 1)).toBeNull()
})
