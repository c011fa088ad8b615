import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { GradeResult } from '@/lib/question/grade-result'
import type { QuestionRegistry } from '@/lib/question/registry'
import { askReview } from '@/lib/use-cases/ask-review'
import { submitAttempt } from '@/lib/use-cases/close-attempt'
import type { Deps } from '@/lib/use-cases/deps'
import { readOwnResult, readTaughtResult } from '@/lib/use-cases/read-result'
import { reopenAttempt } from '@/lib/use-cases/reopen-attempt'
import { claimAnswers, decide, readReview, undoDecision } from '@/lib/use-cases/review'
import { registry } from '@/questions/registry'
import { type ExamDesk, examDesk, type Sitting } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

const words = (text: string) => ({ ko: text, en: text })

/** Two criteria of equal weight, the second unsure: 1 of 2 points for sure, 2 at most. */
const unsure: GradeResult = {
  score: 0.5,
  interval: [0.5, 1],
  status: 'needs-review',
  parts: [
    {
      id: 'explanation',
      title: words('whole'),
      score: 1,
      max: 1,
      code: 'partial',
      feedback: words(''),
      evidence: [],
      criteria: [
        { id: 'product', decision: 'met' as const, score: 1 },
        { id: 'depth', decision: 'unsure' as const, score: 0 },
      ].map((each) => ({
        ...each,
        title: words(each.id),
        weight: 0.5,
        confidence: 0.6,
        feedback: words('unclear'),
        evidence: [],
      })),
    },
  ].map((part) => ({ ...part, score: 0.5 })),
  steps: [],
}

const questions: QuestionRegistry = {
  ...registry,
  find(slug) {
    const question = registry.find(slug)
    return slug === 'rnn-gradient' && question ? { ...question, grade: () => unsure } : question
  },
}

let world: ExamWorld
let desk: ExamDesk
let deps: Deps
let [one, two] = ['', '']
beforeAll(async () => {
  world = await createExamWorld({ auditPercent: 0 })
  desk = examDesk(world)
  deps = { ...world.deps, questions }
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.database.prisma.attempt.deleteMany()
  one = await world.addPerson('instructor')
  two = await world.addPerson('grader')
})

const as = (id: string) => ({ id, isAdmin: false })

/** A closed attempt whose explanation waits; gives it with the waiting item's id. */
async function handedIn(explanation: string, examId = world.examId): Promise<Sitting & { itemId: string }> {
  const sitting = await desk.sit({ examId })
  const rnn = await world.database.prisma.attemptItem.findFirstOrThrow({
    where: { attemptId: sitting.attemptId, type: 'rnn-gradient' },
  })
  await desk.save(sitting, { itemId: rnn.id, response: { explanation } })
  await submitAttempt(deps, sitting)
  return { ...sitting, itemId: rnn.id }
}
const queue = async (by = one) => {
  const review = await readReview(deps, { examId: world.examId, viewer: as(by) })
  if (!review) throw new Error('no queue')
  return review
}
const targetsOf = async (by = one) =>
  (await queue(by)).groups[0]!.items.map(({ itemId, gradeId }) => ({ itemId, gradeId }))
const verdict = (score: number) => ({
  kind: 'criteria' as const,
  verdicts: [{ part: 'explanation', criterion: 'depth', score }],
})
const settle = async (
  by: string,
  targets: Awaited<ReturnType<typeof targetsOf>>,
  score = 1,
  reason = 'seen',
) => {
  const decisionId = randomUUID()
  return {
    decisionId,
    result: await decide(deps, { decisionId, viewer: as(by), reason, override: verdict(score), targets }),
  }
}
const stored = (itemId: string) =>
  world.database.prisma.attemptItem.findUniqueOrThrow({
    where: { id: itemId },
    include: { grades: { orderBy: { at: 'asc' } }, examples: true, audit: true },
  })

describe('the queue', () => {
  it('groups answers with the same unexplained words, and one decision settles them all', async () => {
    const alike = [await handedIn('The matrix is multiplied.'), await handedIn('the MATRIX  is multiplied')]
    const other = await handedIn('Something else entirely.')
    const { groups, waiting } = await queue()
    expect(waiting).toBe(3)
    expect(groups.map(({ items, stake }) => [items.length, stake])).toEqual([
      [2, 200],
      [1, 100],
    ])
    const { result } = await settle(two, await targetsOf())
    expect(result).toMatchObject({ ok: true, value: { overtaken: [], refused: [] } })
    for (const { itemId } of alike)
      expect(await stored(itemId)).toMatchObject({
        awarded: 200,
        gradeStatus: 'graded',
        grades: [
          { kind: 'automatic', points: 100 },
          { kind: 'manual', points: 200, reason: 'seen', byId: two },
        ],
        examples: [{ criterion: 'depth', score: 1, automaticScore: 0, type: 'rnn-gradient' }],
      })
    expect((await queue()).groups.map(({ items }) => items[0]?.itemId)).toEqual([other.itemId])
  })

  it('is not for observers, students and other courses, nor are decisions', async () => {
    const { itemId } = await handedIn('The matrix is multiplied.')
    const targets = await targetsOf()
    const left = await world.addPerson('instructor')
    await world.database.prisma.enrolment.updateMany({
      where: { userId: left },
      data: { leftAt: new Date() },
    })
    for (const id of [
      await world.addPerson('observer'),
      await world.addPerson('student'),
      await world.addPerson('instructor', await world.addCourse()),
      left,
    ]) {
      expect(await readReview(deps, { examId: world.examId, viewer: as(id) })).toBeNull()
      expect((await settle(id, targets)).result).toEqual({ ok: false, error: { kind: 'not-found' } })
      expect(await claimAnswers(deps, { itemIds: [itemId], viewer: as(id) })).toEqual([])
    }
    expect((await stored(itemId)).grades).toHaveLength(1)
    const courseQueue = await readReview(deps, { courseId: world.courseId, viewer: as(one) })
    expect(courseQueue?.waiting).toBe(1)
  })

  it('lists no preview', async () => {
    const { attemptId } = await handedIn('The matrix is multiplied.')
    await world.database.prisma.attempt.update({ where: { id: attemptId }, data: { isPreview: true } })
    expect((await queue()).waiting).toBe(0)
  })
})

describe('two reviewers at once', () => {
  it('never overwrite each other: of many at the same moment one decides', async () => {
    const { itemId } = await handedIn('The matrix is multiplied.')
    const targets = await targetsOf()
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, i) => settle(i % 2 ? one : two, targets, i % 2 ? 1 : 0)),
    )
    const done = outcomes.filter(({ result }) => result.ok)
    expect(done).toHaveLength(1)
    for (const { result } of outcomes) if (!result.ok) expect(result.error).toEqual({ kind: 'overtaken' })
    const { grades } = await stored(itemId)
    expect(grades.map(({ kind }) => kind)).toEqual(['automatic', 'manual'])
    expect(grades[1]?.decisionId).toBe(done[0]?.decisionId)
  })

  it('settle what is left where their groups overlap', async () => {
    const items = []
    for (let i = 0; i < 6; i += 1) items.push(await handedIn('The matrix is multiplied.'))
    const targets = await targetsOf()
    await Promise.all([settle(one, targets.slice(0, 4), 1), settle(two, [...targets.slice(2)].reverse(), 0)])
    for (const { itemId } of items) expect((await stored(itemId)).grades).toHaveLength(2)
  })

  it('see a claim of the other, who alone may decide until it ends', async () => {
    const { itemId } = await handedIn('The matrix is multiplied.')
    expect(await claimAnswers(deps, { itemIds: [itemId], viewer: as(one) })).toEqual([itemId])
    expect(await claimAnswers(deps, { itemIds: [itemId], viewer: as(two) })).toEqual([])
    expect((await queue(two)).groups[0]?.items[0]?.claimedBy).toBe('Person')
    expect((await queue(one)).groups[0]?.items[0]?.claimedBy).toBeNull()
    expect((await settle(two, await targetsOf())).result).toMatchObject({ error: { kind: 'overtaken' } })
    world.clock.advance(6 * 60_000)
    expect((await settle(two, await targetsOf())).result.ok).toBe(true)
  })
})

describe('undo', () => {
  it('puts the grades back by a further event, and takes the examples back', async () => {
    const { itemId } = await handedIn('The matrix is multiplied.')
    const { decisionId } = await settle(one, await targetsOf())
    expect(await undoDecision(deps, { decisionId, viewer: as(two) })).toMatchObject({
      value: { restored: 1, kept: 0 },
    })
    const item = await stored(itemId)
    expect(item).toMatchObject({ awarded: 100, gradeStatus: 'needs-review', examples: [] })
    expect(item.grades.map(({ points }) => points)).toEqual([100, 200, 100])
    expect((await queue()).waiting).toBe(1)
    expect(await undoDecision(deps, { decisionId, viewer: as(one) })).toEqual({
      ok: false,
      error: { kind: 'overtaken' },
    })
  })
})

describe('what the student sees', () => {
  it('is the changed score and the reason, without who, and nothing of what was taken back', async () => {
    const sitting = await handedIn('The matrix is multiplied.')
    const first = await settle(one, await targetsOf(), 0, 'too hasty')
    await undoDecision(deps, { decisionId: first.decisionId, viewer: as(one) })
    await settle(two, await targetsOf(), 1, 'said by "multiplied"')
    const own = await readOwnResult(deps, sitting)
    const item = own?.items.find(({ id }) => id === sitting.itemId)
    expect(item).toMatchObject({
      awarded: 200,
      needsReview: false,
      changes: [{ before: 100, after: 200, reason: 'said by "multiplied"' }],
    })
    expect(JSON.stringify(own)).not.toContain(two)
    const taught = await readTaughtResult(deps, { attemptId: sitting.attemptId, viewer: as(one) })
    const history = taught?.history.items.find(({ itemId }) => itemId === sitting.itemId)
    expect(history?.grades).toHaveLength(4)
    expect(history?.revisions).toMatchObject([
      { number: 1, response: { explanation: 'The matrix is multiplied.' } },
    ])
  })

  it('has no changes before its points are released', async () => {
    const examId = await desk.addExam({
      rules: { review: { score: 'never', parts: 'never', feedback: 'never', solution: 'never' } },
    })
    const sitting = await handedIn('The matrix is multiplied.', examId)
    const review = await readReview(deps, { examId, viewer: as(one) })
    const { itemId, gradeId } = review!.groups[0]!.items[0]!
    await settle(one, [{ itemId, gradeId }], 1, 'a secret')
    expect(JSON.stringify(await readOwnResult(deps, sitting))).not.toContain('a secret')
  })
})

describe('a whole problem or attempt', () => {
  it('is changed to a share, and lateness still takes its part', async () => {
    const { itemId } = await handedIn('The matrix is multiplied.')
    await world.database.prisma.grade.create({
      data: {
        itemId,
        kind: 'automatic',
        grader: 'rnn-gradient@1',
        revision: 1,
        result: unsure as object,
        points: 90,
        latePercent: 10,
        at: new Date(world.clock.now().getTime() + 1),
      },
    })
    const targets = await targetsOf()
    const result = await decide(deps, {
      decisionId: randomUUID(),
      viewer: as(one),
      reason: 'full credit',
      override: { kind: 'problem', share: 1 },
      targets,
    })
    expect(result.ok).toBe(true)
    expect(await stored(itemId)).toMatchObject({ awarded: 180, gradeStatus: 'graded' })
    const wrong = {
      decisionId: randomUUID(),
      viewer: as(one),
      reason: 'x',
      targets: [{ itemId, gradeId: (await stored(itemId)).grades.at(-1)!.id }],
    }
    expect(await decide(deps, { ...wrong, override: { kind: 'part', part: 'no such', share: 1 } })).toEqual({
      ok: false,
      error: { kind: 'not-found' },
    })
  })
})

describe('audits', () => {
  it('are drawn at the close, and the share of changed grades is told with its interval', async () => {
    const examId = await desk.addExam({ rules: { auditPercent: 100 } })
    for (const total of ['74', '75']) {
      const sitting = await desk.sit({ examId })
      await desk.save(sitting, { response: { total } })
      await submitAttempt(deps, sitting)
    }
    const read = async () => (await readReview(deps, { examId, viewer: as(one) }))!
    const drawn = (await read()).groups.flatMap(({ items }) => items).filter(({ audit }) => audit)
    expect(drawn).toHaveLength(2)
    const [first, second] = drawn.map(({ itemId, gradeId }) => [{ itemId, gradeId }])
    const by = { viewer: as(one), reason: '' }
    await decide(deps, { ...by, decisionId: randomUUID(), override: { kind: 'confirm' }, targets: first! })
    await decide(deps, {
      ...by,
      decisionId: randomUUID(),
      override: { kind: 'problem', share: 0.5 },
      targets: second!,
    })
    const { audits } = await read()
    expect(audits).toMatchObject({ checked: 2, changed: 1, open: 0 })
    expect(audits.interval?.[0]).toBeCloseTo(0.0945, 3)
    expect(audits.interval?.[1]).toBeCloseTo(0.9055, 3)
  })
})

describe('a request for a review', () => {
  const ask = (sitting: { attemptId: string; itemId: string; userId: string }, over: object = {}) =>
    askReview(deps, { ...sitting, part: 'explanation', criterion: 'product', words: 'Why?', ...over })

  it('enters the queue within the window, and is answered with a reason that the student sees', async () => {
    const examId = await desk.addExam({ rules: { reviewRequestDays: 2 } })
    const sitting = await handedIn('The matrix is multiplied.', examId)
    expect(await ask(sitting)).toMatchObject({ ok: true })
    expect(await ask(sitting)).toEqual({ ok: false, error: { kind: 'asked-before' } })
    expect(await ask(sitting, { part: 'none' })).toEqual({ ok: false, error: { kind: 'not-found' } })
    const stranger = await world.addPerson('student')
    expect(await ask(sitting, { userId: stranger })).toEqual({ ok: false, error: { kind: 'not-found' } })
    const review = await readReview(deps, { examId, viewer: as(one) })
    const item = review!.groups[0]!.items[0]!
    expect(item.requests).toMatchObject([{ part: 'explanation', criterion: 'product', words: 'Why?' }])
    await settle(one, [{ itemId: item.itemId, gradeId: item.gradeId }], 1, 'Because.')
    const own = await readOwnResult(deps, sitting)
    expect(own?.items.find(({ id }) => id === sitting.itemId)?.requests).toMatchObject([
      { words: 'Why?', answer: 'Because.' },
    ])
    expect((await readReview(deps, { examId, viewer: as(one) }))?.waiting).toBe(0)
  })

  it('is not taken where the exam has no window, nor after it', async () => {
    const closed = { ok: false, error: { kind: 'window-closed' } }
    expect(await ask(await handedIn('The matrix is multiplied.'))).toEqual(closed)
    const examId = await desk.addExam({ rules: { reviewRequestDays: 2 } })
    const sitting = await handedIn('The matrix is multiplied.', examId)
    world.clock.advance(2 * 86_400_000 + 1)
    expect(await ask(sitting)).toEqual(closed)
  })
})

describe('reopening', () => {
  it('gives a new deadline and a closing job, keeps every grade, and is audited', async () => {
    const sitting = await handedIn('The matrix is multiplied.')
    const reopen = (by: string) =>
      reopenAttempt(deps, { attemptId: sitting.attemptId, viewer: as(by), minutes: 10 })
    expect(await reopen(two)).toEqual({ ok: false, error: { kind: 'not-found' } })
    const at = world.clock.now().getTime()
    const outcomes = await Promise.all([reopen(one), reopen(one)])
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
    const attempt = await desk.attempt(sitting)
    expect(attempt).toMatchObject({ closedAt: null, closeReason: null, receipt: null })
    expect(attempt.deadlineAt?.getTime()).toBe(at + 10 * 60_000)
    const { prisma, pool } = world.database
    const { rows } = await pool.query('SELECT run_at FROM graphile_worker.jobs WHERE key = $1', [
      `close:${sitting.attemptId}`,
    ])
    expect(rows).toEqual([{ run_at: attempt.closesAt }])
    expect(await prisma.auditEntry.count({ where: { byId: one, action: 'attempt-reopened' } })).toBe(1)
    expect(
      await desk.save(sitting, { itemId: sitting.itemId, base: 1, response: { explanation: 'More.' } }),
    ).toMatchObject({
      kind: 'saved',
      revision: 2,
    })
    world.clock.advance(1)
    await submitAttempt(deps, sitting)
    expect((await stored(sitting.itemId)).grades.map(({ revision }) => revision)).toEqual([1, 2])
  })
})
