import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { certify } from '@/lib/question/certify'
import { submitAttempt } from '@/lib/use-cases/close-attempt'
import { isNoWorse, publishLesson, readLesson } from '@/lib/use-cases/learn'
import { draftOf } from '@/lib/use-cases/question-bank'
import { moveRegrade, planRegrade, workOnRegrade } from '@/lib/use-cases/regrade'
import { decide, undoDecision } from '@/lib/use-cases/review'
import { registry } from '@/questions/registry'
import { examDesk } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

let world: ExamWorld
let viewer: { id: string; isAdmin: boolean }
let questionId: string
/** Answers that the grader gives half for the product, and that this instructor always takes for whole. */
const answers = [
  '시점마다 도함수가 곱해지니 거의 0이 된다.',
  'Step after step tanh derivatives multiply.',
  'Derivatives of tanh get multiplied over and over through time.',
  'tanh derivatives are multiplied along the time steps, so it gets tiny.',
  'At each time step a derivative of tanh gets multiplied.',
]
const itemIds: string[] = []
const decisions: string[] = []

beforeAll(async () => {
  world = await createExamWorld({ auditPercent: 0 })
  const desk = examDesk(world)
  viewer = { id: await world.addPerson('instructor'), isAdmin: false }
  const { prisma } = world.database
  const question = await prisma.question.findFirstOrThrow({ where: { type: 'rnn-gradient' } })
  questionId = question.id
  for (const [i, explanation] of answers.entries()) {
    const sitting = await desk.sit()
    const rnn = await prisma.attemptItem.findFirstOrThrow({
      where: { attemptId: sitting.attemptId, type: 'rnn-gradient' },
    })
    await desk.save(sitting, { itemId: rnn.id, response: { explanation } })
    await submitAttempt(world.deps, sitting)
    itemIds.push(rnn.id)
    const grade = await prisma.grade.findFirstOrThrow({ where: { itemId: rnn.id } })
    const decisionId = `00000000-0000-4000-8000-00000000000${i}`
    const decided = await decide(world.deps, {
      decisionId,
      viewer,
      reason: 'As I said in class',
      override: {
        kind: 'criteria',
        verdicts: [{ part: 'explanation', criterion: 'repeated_product', score: 1 }],
      },
      targets: [{ itemId: rnn.id, gradeId: grade.id }],
    })
    expect(decided.ok).toBe(true)
    decisions.push(decisionId)
  }
})
afterAll(() => world.close())

const read = () => readLesson(world.deps, { questionId, viewer })
const publish = () =>
  publishLesson(world.deps, { questionId, viewer, note: 'Learned' }, async (slug, settings) => {
    const type = registry.find(slug)
    if (!type) throw new Error(slug)
    return certify(type, { ...settings, numbers: false })
  })

describe('learning from corrections', () => {
  it('agrees more with people, and is no worse on the examples', async () => {
    const view = (await read())!
    expect(view).toMatchObject({ noWorse: true, known: false })
    const { corrections, examples } = view.lesson
    expect(corrections.of).toBe(answers.length)
    expect(corrections.right.after).toBeGreaterThan(corrections.right.before)
    expect(examples.of).toBeGreaterThan(30)
    expect(examples.right.after).toBeGreaterThanOrEqual(examples.right.before)
  })

  it('does not go live where it contradicts the examples', () => {
    const type = registry.find('rnn-gradient')!
    const settings = type.parseSettings({})
    if (!settings.ok) throw new Error(settings.error)
    // The first is an example of half the credit, word for word.
    const corrections = [
      '연쇄 법칙 때문에 미분값이 여러 번 곱해진다.',
      'The chain rule multiplies many derivatives.',
    ]
      .flatMap((text) => [text, `${text} `, ` ${text}`])
      .map((text) => ({
        params: { activation: 'tanh', recurrentWeight: null, sequenceLength: null, hiddenLayers: 1 },
        part: 'explanation',
        criterion: 'repeated_product',
        text,
        score: 1 as const,
      }))
    const lesson = type.learn!(settings.value, corrections)
    expect(lesson.corrections.right.after).toBeGreaterThan(lesson.corrections.right.before)
    expect(isNoWorse(lesson)).toBe(false)
  })

  it('is nobody else’s to see or to publish', async () => {
    const stranger = { id: await world.addPerson('instructor', await world.addCourse()), isAdmin: false }
    const grader = { id: await world.addPerson('grader'), isAdmin: false }
    expect(await readLesson(world.deps, { questionId, viewer: stranger })).toBeNull()
    for (const each of [stranger, grader])
      expect(
        await publishLesson(world.deps, { questionId, viewer: each, note: '' }, async () => {
          throw new Error('not asked')
        }),
      ).toEqual({ ok: false, error: { kind: 'not-found' } })
  })

  it('goes nowhere over the head of somebody who is at work on the question', async () => {
    const found = (await world.deps.bank.find({ questionId, viewer }))!
    const base = await world.deps.bank.saveDraft({
      questionId,
      viewer,
      base: found.draftRevision,
      draft: draftOf(found),
      tags: [],
      now: world.clock.now(),
    })
    expect(base).not.toBeNull()
    expect(await publish()).toEqual({ ok: false, error: { kind: 'draft' } })
    await world.database.pool.query('UPDATE questions SET draft = NULL WHERE id = $1', [questionId])
  })

  it('makes a version and changes no grade; a dry run shows what would, and only applying it does', async () => {
    const { prisma } = world.database
    const before = await prisma.attemptItem.findMany({ orderBy: { id: 'asc' } })
    const published = await publish()
    expect(published).toEqual({ ok: true, value: { number: 2 } })
    expect(await prisma.attemptItem.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
    expect(await read()).toMatchObject({ known: true })
    expect(await publish()).toEqual({ ok: false, error: { kind: 'nothing-learnt' } })

    // Students who say the same, graded by the version before.
    const desk = examDesk(world)
    const said: string[] = []
    let slot = 0
    for (const explanation of answers) {
      const sitting = await desk.sit()
      const item = (await desk.attempt(sitting)).items.find(({ type }) => type === 'rnn-gradient')!
      await desk.save(sitting, { itemId: item.id, response: { explanation } })
      await submitAttempt(world.deps, sitting)
      said.push(item.id)
      slot = item.slot
    }
    const versions = await prisma.questionVersion.findMany({
      where: { questionId },
      orderBy: { number: 'asc' },
    })
    const planned = await planRegrade(world.deps, {
      examId: world.examId,
      viewer,
      request: {
        reason: 'Learned',
        policy: 'as-computed',
        slots: [slot],
        versions: { [versions[0]!.id]: versions[1]!.id },
        includeManual: false,
        passPercent: 60,
      },
    })
    if (!planned.ok) throw new Error(planned.error.kind)
    const { runId } = planned.value
    await workOnRegrade(world.deps, runId, async () => undefined)
    const points = async () =>
      new Map((await prisma.attemptItem.findMany()).map(({ id, awarded }) => [id, awarded] as const))
    const graded = await points()
    const changed = await prisma.regradeItem.findMany({ where: { runId, changed: true } })
    expect(changed.length).toBeGreaterThan(0)
    for (const { itemId, afterPoints } of changed) {
      expect(said).toContain(itemId)
      expect(afterPoints).toBeGreaterThanOrEqual(graded.get(itemId)!)
    }
    expect(changed.some(({ itemId, afterPoints }) => afterPoints! > graded.get(itemId)!)).toBe(true)
    expect(await moveRegrade(world.deps, { runId, viewer, move: 'apply' })).toMatchObject({ ok: true })
    await workOnRegrade(world.deps, runId, async () => undefined)
    const after = await points()
    for (const [itemId, before] of graded)
      expect(after.get(itemId)).toBe(changed.find((each) => each.itemId === itemId)?.afterPoints ?? before)
  })

  it('forgets what was taken back', async () => {
    await undoDecision(world.deps, { decisionId: decisions[0]!, viewer })
    expect((await read())!.lesson.corrections.of).toBe(answers.length - 1)
  })
})
