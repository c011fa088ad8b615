import { afterAll, beforeAll, expect, it } from 'vitest'
import { submitAttempt } from '@/lib/use-cases/close-attempt'
import { readStatistics, type StatisticsMemo } from '@/lib/use-cases/read-statistics'
import { type ExamDesk, examDesk, MINUTE, type Seated } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

let world: ExamWorld
let desk: ExamDesk
const memo: StatisticsMemo = new Map()

beforeAll(async () => {
  world = await createExamWorld({ counts: 'best' })
  desk = examDesk(world)
})
afterAll(() => world.close())

async function handIn(total: string, who?: Seated) {
  const sitting = await desk.sit(who ? { who } : {})
  world.clock.advance(3 * MINUTE)
  await desk.save(sitting, { response: { total } })
  world.clock.advance(2 * MINUTE)
  await desk.save(sitting, { itemId: sitting.itemIds[1] ?? '', response: { padding: '2' } })
  world.clock.advance(MINUTE)
  await desk.save(sitting, { base: 1, response: { total: `${total} ` } })
  await submitAttempt(world.deps, { attemptId: sitting.attemptId, userId: sitting.userId })
  return sitting
}

const read = async (userId: string, isAdmin = false, examId = world.examId) =>
  readStatistics(world.deps, memo, { examId, viewer: { id: userId, isAdmin } })

it('counts each student once and no preview, names mistakes and tells the time', async () => {
  const observer = await world.addPerson('observer')
  expect((await read(observer))?.statistics).toMatchObject({ students: 0, problems: [], possible: 0 })

  const first = await handIn('74')
  await handIn('62')
  await handIn('?')
  // A second, worse attempt, and one by staff who looked.
  await handIn('1000003', first)
  const preview = await handIn('74')
  await world.database.prisma.attempt.update({ where: { id: preview.attemptId }, data: { isPreview: true } })
  await desk.sit()

  const view = await read(observer)
  expect(view?.statistics).toMatchObject({
    students: 3,
    attempts: 4,
    possible: 600,
    reliability: expect.anything(),
  })
  const [problem] = view?.statistics.problems ?? []
  expect(problem).toMatchObject({
    slot: 1,
    points: 200,
    n: 3,
    scores: { max: 200, min: 0 },
    // Three minutes before the first save, one before the last.
    minutes: { n: 3, median: 4 },
    discrimination: null,
  })
  expect(problem?.parts[0]?.codes).toEqual(
    expect.arrayContaining([
      { name: 'correct', count: 1 },
      { name: 'biases-missing', count: 1 },
      { name: 'invalid', count: 1 },
    ]),
  )
  expect(view?.mistakeTitle(1, 'total', 'biases-missing')?.en).toBeTruthy()
  expect(view?.mistakeTitle(1, 'total', 'correct')).toBeNull()
  expect(view?.titleOf(1).ko).toBe('완전연결 신경망의 파라미터 수')
  const reasoning = view?.statistics.problems[2]
  expect(reasoning?.parts.some(({ criteria }) => criteria.length > 0)).toBe(true)
  expect(reasoning?.minutes.n).toBe(0)
  // Everybody has the same numbers: there is nothing to be unfair.
  expect(view?.statistics.fairness).toEqual({ tests: [], tooFew: [] })
})

it('is worked out anew only where something has changed', async () => {
  const observer = await world.addPerson('observer')
  const before = await read(observer)
  expect(await read(observer)).toBe(before)
  await handIn('74')
  const after = await read(observer)
  expect(after).not.toBe(before)
  expect(after?.statistics.students).toBe((before?.statistics.students ?? 0) + 1)
})

it('is for the staff of the course', async () => {
  for (const role of ['instructor', 'grader', 'observer'] as const)
    expect(await read(await world.addPerson(role))).not.toBeNull()
  expect(await read(await world.addPerson('none'), true)).not.toBeNull()
  expect(await read(await world.addPerson('student'))).toBeNull()
  expect(await read(await world.addPerson('instructor', await world.addCourse()))).toBeNull()
  expect(await read(await world.addPerson('instructor'), false, 'x')).toBeNull()
})
