import { afterAll, beforeAll, expect, it } from 'vitest'
import { submitAttempt } from '@/lib/use-cases/close-attempt'
import { readRoom } from '@/lib/use-cases/read-attempt'
import { readOwnResult } from '@/lib/use-cases/read-result'
import { startAttempt } from '@/lib/use-cases/start-attempt'
import { type ExamDesk, examDesk, MINUTE } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

const CODE = 'Maple-4711'

let world: ExamWorld
let desk: ExamDesk
let examId: string

beforeAll(async () => {
  world = await createExamWorld()
  desk = examDesk(world)
  examId = await desk.addExam({ startCode: CODE })
})
afterAll(() => world.close())

const start = async (userId: string, startCode?: string) => {
  const result = await startAttempt(world.deps, {
    examId,
    userId,
    ...(startCode === undefined ? {} : { startCode }),
  })
  return result.ok ? 'started' : result.error.kind
}

it('opens the exam with the right code, however it is written, and not with a wrong one or none', async () => {
  const { userId } = await desk.student()
  expect(await start(userId)).toBe('code-missing')
  expect(await start(userId, '  ')).toBe('code-missing')
  expect(await start(userId, 'maple-4712')).toBe('code-wrong')
  expect(await start(userId, '\u0000')).toBe('code-wrong')
  expect(await start(userId, ' MAPLE 4711 ')).toBe('started')
  // Who is in needs it no more, on a second device either.
  expect(await start(userId)).toBe('started')
})

it('guessing ends after ten wrong codes, also with the right one, and goes on ten minutes later; others are not held up', async () => {
  const { userId } = await desk.student()
  for (let i = 0; i < 10; i += 1) expect(await start(userId, `guess ${i}`)).toBe('code-wrong')
  expect(await start(userId, CODE)).toBe('too-many-codes')
  expect(await start((await desk.student()).userId, CODE)).toBe('started')
  world.clock.advance(10 * MINUTE + 1)
  expect(await start(userId, CODE)).toBe('started')
})

it('two hundred guesses side by side are no more than ten', async () => {
  const { userId } = await desk.student()
  const replies = await Promise.all(Array.from({ length: 200 }, (_, i) => start(userId, `guess ${i}`)))
  expect(replies.filter((reply) => reply === 'code-wrong')).toHaveLength(10)
  expect(replies.filter((reply) => reply === 'too-many-codes')).toHaveLength(190)
})

it('right codes are not counted as guesses', async () => {
  const { userId } = await desk.student()
  await Promise.all(Array.from({ length: 8 }, () => start(userId, CODE)))
  expect(await world.database.prisma.failure.count({ where: { key: { contains: userId } } })).toBe(0)
})

it('stands in nothing that a student is given', async () => {
  const { userId } = await desk.student()
  const given: unknown[] = [
    await world.deps.exams.listForStudent(userId),
    await world.deps.exams.findForStudent({ examId, userId }),
  ]
  const started = await startAttempt(world.deps, { examId, userId, startCode: CODE })
  if (!started.ok) throw new Error(started.error.kind)
  const input = { attemptId: started.value.attemptId, userId }
  given.push(await readRoom(world.deps, input), await submitAttempt(world.deps, input))
  given.push(await readOwnResult(world.deps, input))
  expect(given.every((each) => each !== null)).toBe(true)
  expect(JSON.stringify(given)).not.toMatch(/maple|4711/i)
})
