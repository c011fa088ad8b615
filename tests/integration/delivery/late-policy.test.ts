import { afterAll, beforeAll, expect, it } from 'vitest'
import { submitAttempt } from '@/lib/use-cases/close-attempt'
import { registry } from '@/questions/registry'
import { type ExamDesk, examDesk, MINUTE, type Sitting } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

/** The window lasts an hour; then a tenth is lost for each ten minutes that have begun, for half an hour. */
const late = { minutes: 30, stepMinutes: 10, lossPercent: 10 }

let world: ExamWorld
let desk: ExamDesk
let opensAt: Date
let examId: string

const at = (minutes: number) => new Date(opensAt.getTime() + minutes * MINUTE)

beforeAll(async () => {
  world = await createExamWorld()
  desk = examDesk(world)
  opensAt = world.clock.now()
  examId = await desk.addExam({ rules: { timeLimitMinutes: null, late }, opensAt, closesAt: at(60) })
})
afterAll(() => world.close())

/** Saves each problem's right answer at its minute and hands in at the end. */
async function handIn(sitting: Sitting, minutes: readonly number[]) {
  const { items } = await desk.attempt(sitting)
  for (const [i, item] of items.entries()) {
    const response = registry.find(item.type)?.reference(item.params as never) ?? {}
    const now = at(minutes[i] ?? 0)
    expect(await desk.save(sitting, { itemId: item.id, response, now })).toMatchObject({ kind: 'saved' })
  }
  const now = at(Math.max(...minutes))
  await submitAttempt({ ...world.deps, clock: { now: () => now } }, sitting)
  const graded = await desk.attempt(sitting)
  return graded.items.map(({ grades: [grade] }) => [grade?.points, grade?.latePercent])
}

it('each problem loses points by when its own answer was last saved', async () => {
  expect(await handIn(await desk.sit({ examId }), [59, 61, 75])).toEqual([
    [200, 0],
    [180, 10],
    [160, 20],
  ])
})

it('what was saved in the window loses nothing, though it is handed in late', async () => {
  const sitting = await desk.sit({ examId })
  await desk.save(sitting, { now: at(60) })
  await submitAttempt({ ...world.deps, clock: { now: () => at(85) } }, sitting)
  const { items } = await desk.attempt(sitting)
  expect(items[0]?.grades).toMatchObject([{ points: 200, latePercent: 0 }])
})

it('an accommodation stretches the window, the late period and its steps together', async () => {
  const who = await desk.student()
  await world.database.prisma.enrolment.update({
    where: { courseId_userId: { courseId: world.courseId, userId: who.userId } },
    data: { timePercent: 150 },
  })
  const sitting = await desk.sit({ examId, who })
  const { deadlineAt } = await desk.attempt(sitting)
  expect(deadlineAt).toEqual(at(90 + 45))
  expect(await handIn(sitting, [90, 104, 106])).toEqual([
    [200, 0],
    [180, 10],
    [160, 20],
  ])
})

it('after the late period nothing is taken', async () => {
  const sitting = await desk.sit({ examId })
  expect(await desk.save(sitting, { now: at(91) })).toEqual({ kind: 'closed', kept: true })
})
