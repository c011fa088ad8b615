import { afterAll, beforeAll, expect, it } from 'vitest'
import { submitAttempt } from '@/lib/use-cases/close-attempt'
import { readRoom } from '@/lib/use-cases/read-attempt'
import { type ExamDesk, examDesk } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

let world: ExamWorld
let desk: ExamDesk

beforeAll(async () => {
  world = await createExamWorld({ order: 'shuffled' })
  desk = examDesk(world)
})
afterAll(() => world.close())

it('is a permutation for everybody, not the same for all, and the same at every look', async () => {
  const orders = new Set<string>()
  for (let i = 0; i < 20; i += 1) {
    const sitting = await desk.sit()
    const { items } = await desk.attempt(sitting)
    const slots = items.map(({ slot }) => slot)
    expect([...slots].sort()).toEqual([1, 2, 3])
    orders.add(slots.join())
    for (let look = 0; look < 2; look += 1) {
      const room = await readRoom(world.deps, sitting)
      expect(room?.items.map(({ id }) => id)).toEqual(sitting.itemIds)
    }
    expect((await desk.sit({ who: sitting })).itemIds).toEqual(sitting.itemIds)
  }
  expect(orders.size).toBeGreaterThan(2)
})

it("staff tables show points under the problem's place in the exam", async () => {
  const instructor = await world.addPerson('instructor')
  for (let i = 0; i < 5; i += 1) {
    const sitting = await desk.sit()
    const { items } = await desk.attempt(sitting)
    const counting = items.find(({ type }) => type === 'dnn-parameters')
    await desk.save(sitting, { itemId: counting?.id ?? '' })
    await submitAttempt(world.deps, sitting)
    const taught = await world.deps.exams.findTaughtExam({
      examId: world.examId,
      viewer: { id: instructor, isAdmin: false },
    })
    const row = taught?.attempts.find(({ attemptId }) => attemptId === sitting.attemptId)
    expect(taught?.exam.items[0]?.type).toBe('dnn-parameters')
    expect(row?.items.map(({ slot, awarded }) => [slot, awarded])).toEqual([
      [1, 200],
      [2, 0],
      [3, 0],
    ])
  }
})
