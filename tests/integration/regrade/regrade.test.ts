import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Question } from '@/lib/question/define-question'
import { createRegistry } from '@/lib/question/registry'
import { closeExpired, submitAttempt } from '@/lib/use-cases/close-attempt'
import type { Deps } from '@/lib/use-cases/deps'
import { readOwnResult } from '@/lib/use-cases/read-result'
import { moveRegrade, planRegrade, readRegrade, resumeRegrades, workOnRegrade } from '@/lib/use-cases/regrade'
import type { RegradeRequest } from '@/lib/use-cases/regrade-store'
import type { Prisma } from '@/prisma/generated/client'
import { registry } from '@/questions/registry'
import { type ExamDesk, examDesk, MINUTE, type Sitting } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

let world: ExamWorld
let desk: ExamDesk
let viewer: { id: string; isAdmin: boolean }
let examId: string

beforeAll(async () => {
  world = await createExamWorld()
  desk = examDesk(world)
  viewer = { id: await world.addPerson('instructor'), isAdmin: false }
})
afterAll(() => world.close())
beforeEach(async () => {
  examId = await desk.addExam()
})

const prisma = () => world.database.prisma

/** 74 is right, 62 leaves the biases out, 1000003 is wrong. */
async function handIn(total: string, given: { examId?: string } = {}): Promise<Sitting> {
  const sitting = await desk.sit({ examId: given.examId ?? examId })
  await desk.save(sitting, { response: { total } })
  await submitAttempt(world.deps, { attemptId: sitting.attemptId, userId: sitting.userId })
  return sitting
}

const request = (over: Partial<RegradeRequest> = {}): RegradeRequest => ({
  reason: 'The key was wrong.',
  policy: 'as-computed',
  slots: [1],
  versions: {},
  includeManual: false,
  passPercent: 30,
  ...over,
})

/** The first type with another grader: what its answers earned before, turned round. */
const turned = (version = '2'): Deps => {
  const change = (question: Question): Question => ({
    ...question,
    version,
    grade(params, response, settings) {
      const grade = question.grade(params, response, settings)
      return { ...grade, score: 1 - grade.score, interval: [1 - grade.score, 1 - grade.score] }
    },
  })
  return {
    ...world.deps,
    questions: createRegistry(
      registry.all.map((question) => (question.slug === 'dnn-parameters' ? change(question) : question)),
    ),
  }
}

async function dryRun(over: Partial<RegradeRequest> = {}, deps: Deps = world.deps): Promise<string> {
  const planned = await planRegrade(deps, { examId, viewer, request: request(over) })
  if (!planned.ok) throw new Error(planned.error.kind)
  await workOnRegrade(deps, planned.value.runId)
  return planned.value.runId
}

async function move(runId: string, kind: 'apply' | 'roll-back' | 'discard') {
  const moved = await moveRegrade(world.deps, { runId, viewer, move: kind, reason: 'Taken back.' })
  expect(moved).toMatchObject({ ok: true })
  await workOnRegrade(world.deps, runId)
}

const view = async (runId: string) => {
  const found = await readRegrade(world.deps, { runId, viewer })
  if (!found) throw new Error('no run')
  return found
}

/** Points of the first problem, and all that a regrade may not touch. */
const points = async (sitting: Sitting) => (await desk.attempt(sitting)).items[0]?.awarded
const frozen = async (sitting: Sitting) => {
  const { items } = await desk.attempt(sitting)
  return JSON.stringify(items.map(({ params, revisions, revision }) => ({ params, revisions, revision })))
}
const grades = (sitting: Sitting) =>
  prisma().grade.findMany({ where: { itemId: sitting.itemIds[0] ?? '' }, orderBy: [{ at: 'asc' }] })

describe('dry run', () => {
  it('says for each student and for all what would change, and changes nothing', async () => {
    const [right, wrong] = [await handIn('74'), await handIn('1000003')]
    const before = await Promise.all([right, wrong].map((each) => desk.attempt(each)))
    const runId = await dryRun({}, turned())
    const { run, report, counts } = await view(runId)
    expect(run).toMatchObject({ status: 'planned', done: 2, total: 2, reason: 'The key was wrong.' })
    expect(counts).toMatchObject({ answers: 2, changed: 2, applied: 0 })
    expect(report.changed.map(({ student, before, after }) => [student.id, before, after])).toEqual(
      expect.arrayContaining([
        [right.userId, 200, 0],
        [wrong.userId, 0, 200],
      ]),
    )
    // 30 % of six points.
    expect(report).toMatchObject({ risen: 1, fallen: 1, newlyPassing: 1, newlyFailing: 1, students: 2 })
    expect(report.before.mean).toBe(100)
    expect(report.binsAfter.reduce((sum, { count }) => sum + count, 0)).toBe(2)
    expect(await Promise.all([right, wrong].map((each) => desk.attempt(each)))).toEqual(before)
  })

  it('of the same grader and settings gives every score to the bit', async () => {
    for (const total of ['74', '62', '1000003', '', '(6×5+5)+(5×4+4)+(4×3+3)', '?']) await handIn(total)
    const runId = await dryRun({ slots: [1, 2, 3] })
    expect((await view(runId)).counts).toMatchObject({ answers: 18, changed: 0, defect: 0 })
  })

  it('counts lateness as it was', async () => {
    const opensAt = world.clock.now()
    examId = await desk.addExam({
      rules: { late: { minutes: 60, stepMinutes: 10, lossPercent: 25 }, timeLimitMinutes: null },
      opensAt,
      closesAt: new Date(opensAt.getTime() + 10 * MINUTE),
    })
    const sitting = await desk.sit({ examId })
    world.clock.advance(15 * MINUTE)
    await desk.save(sitting, { response: { total: '1000003' } })
    await submitAttempt(world.deps, { attemptId: sitting.attemptId, userId: sitting.userId })
    const runId = await dryRun({ policy: 'full-credit' })
    expect((await view(runId)).report.changed[0]?.after).toBe(150)
    expect((await view(await dryRun())).counts.changed).toBe(0)
  })

  it('leaves out attempts that staff took to look, and those that are open', async () => {
    const preview = await handIn('1000003')
    await prisma().attempt.update({ where: { id: preview.attemptId }, data: { isPreview: true } })
    await desk.sit({ examId })
    await handIn('74')
    const runId = await dryRun({ policy: 'full-credit' })
    expect((await view(runId)).counts.answers).toBe(1)
  })
})

describe('policies', () => {
  const outcome = async (over: Partial<RegradeRequest>, deps = turned()) => {
    const [right, wrong] = [await handIn('74'), await handIn('1000003')]
    const runId = await dryRun(over, deps)
    await move(runId, 'apply')
    return [await points(right), await points(wrong)]
  }

  it('as computed', async () => expect(await outcome({ policy: 'as-computed' })).toEqual([0, 200]))
  it('never lower', async () => expect(await outcome({ policy: 'never-lower' })).toEqual([200, 200]))
  it('full credit', async () => expect(await outcome({ policy: 'full-credit' })).toEqual([200, 200]))
  it('dropping a problem gives it the share of the others', async () => {
    // Nothing was answered in the other two.
    expect(await outcome({ policy: 'drop' })).toEqual([0, 0])
    const sitting = await desk.sit({ examId })
    const sizes = { padding: '2', paddedSize: '68x68', outputSize: '64x64' }
    await desk.save(sitting, { itemId: sitting.itemIds[1] ?? '', response: sizes })
    await submitAttempt(world.deps, { attemptId: sitting.attemptId, userId: sitting.userId })
    const second = (await desk.attempt(sitting)).items[1]?.awarded ?? 0
    expect(second).toBeGreaterThan(0)
    await move(await dryRun({ policy: 'drop' }), 'apply')
    expect(await points(sitting)).toBe(Math.round(second / 2))
    // Dropping all of them leaves nothing to lose.
    await move(await dryRun({ policy: 'drop', slots: [1, 2, 3] }), 'apply')
    expect((await desk.attempt(sitting)).items.map(({ awarded }) => awarded)).toEqual([200, 200, 200])
  })
})

describe('a corrected question', () => {
  it("grades the stored variants by another version's settings, and only of the same question", async () => {
    const sitting = await handIn('62')
    const used = await prisma().examItem.findFirstOrThrow({
      where: { examId, position: 1 },
      include: { version: true },
    })
    const other = await prisma().examItem.findFirstOrThrow({ where: { examId, position: 2 } })
    const corrected = await prisma().questionVersion.create({
      data: {
        questionId: used.version.questionId,
        number: 2 + Math.floor(performance.now() * 1000),
        settings: { credit: { 'biases-missing': 0.9 } } as Prisma.InputJsonObject,
      },
    })
    const before = await points(sitting)
    expect(
      (await view(await dryRun({ versions: { [used.questionVersionId]: other.questionVersionId } }))).counts,
    ).toMatchObject({ changed: 0 })
    const state = await frozen(sitting)
    await move(await dryRun({ versions: { [used.questionVersionId]: corrected.id } }), 'apply')
    expect(before).toBeLessThan(180)
    expect(await points(sitting)).toBe(180)
    expect(await frozen(sitting)).toBe(state)
  })
})

describe('applying and rolling back', () => {
  it('writes events of kind regrade with reason, grader and author; rolling back writes again and deletes nothing', async () => {
    const [right, wrong] = [await handIn('74'), await handIn('1000003')]
    const state = await Promise.all([right, wrong].map(frozen))
    const runId = await dryRun({}, turned('7'))
    await move(runId, 'apply')
    expect([await points(right), await points(wrong)]).toEqual([0, 200])
    expect((await grades(wrong)).at(-1)).toMatchObject({
      kind: 'regrade',
      grader: 'dnn-parameters@7',
      points: 200,
      byId: viewer.id,
      reason: 'The key was wrong.',
    })
    const seen = await readOwnResult(world.deps, { attemptId: wrong.attemptId, userId: wrong.userId })
    expect(seen?.items[0]).toMatchObject({
      awarded: 200,
      regraded: { before: 0, reason: 'The key was wrong.' },
    })
    expect((await view(runId)).run.status).toBe('applied')

    await move(runId, 'roll-back')
    expect([await points(right), await points(wrong)]).toEqual([200, 0])
    const events = await grades(wrong)
    expect(events.map(({ kind, points, reason }) => [kind, points, reason])).toEqual([
      ['automatic', 0, null],
      ['regrade', 200, 'The key was wrong.'],
      ['regrade', 0, 'Taken back.'],
    ])
    expect(events[2]?.result).toEqual(events[0]?.result)
    expect(await Promise.all([right, wrong].map(frozen))).toEqual(state)
    expect((await view(runId)).run).toMatchObject({ status: 'rolled-back', rollBackReason: 'Taken back.' })
    const entries = await prisma().auditEntry.findMany({ where: { examId }, orderBy: { at: 'asc' } })
    expect(entries.map(({ action, byId }) => [action, byId])).toEqual(
      ['planned', 'applying', 'rolling-back'].map((what) => [`regrade-${what}`, viewer.id]),
    )
    // The report still tells what was planned.
    expect((await view(runId)).report.changed.length).toBe(2)
  })

  it('leaves what a person has graded, before the dry run and after it, unless asked', async () => {
    const [before, after, free] = [await handIn('1000003'), await handIn('1000003'), await handIn('1000003')]
    const override = async (sitting: Sitting, given: number) => {
      const [grade] = await grades(sitting)
      if (!grade) throw new Error('no grade')
      const { id: _, ...data } = grade
      world.clock.advance(1000)
      await prisma().grade.create({
        data: {
          ...data,
          result: data.result as Prisma.InputJsonObject,
          kind: 'manual',
          points: given,
          at: world.clock.now(),
        },
      })
      await prisma().attemptItem.update({ where: { id: grade.itemId }, data: { awarded: given } })
    }
    await override(before, 50)
    const runId = await dryRun({ policy: 'full-credit' })
    await override(after, 60)
    await move(runId, 'apply')
    expect(await Promise.all([before, after, free].map(points))).toEqual([50, 60, 200])
    expect((await view(runId)).counts).toMatchObject({ manual: 1, changedSince: 1, applied: 1 })
    await override(free, 70)
    await move(runId, 'roll-back')
    expect(await points(free)).toBe(70)

    await move(await dryRun({ policy: 'full-credit', includeManual: true }), 'apply')
    expect(await Promise.all([before, after, free].map(points))).toEqual([200, 200, 200])
  })

  it('goes on where a crash left it, in each of its steps, and does nothing twice', async () => {
    const sittings = await Promise.all(Array.from({ length: 7 }, () => handIn('1000003')))
    const planned = await planRegrade(world.deps, {
      examId,
      viewer,
      request: request({ policy: 'full-credit' }),
    })
    if (!planned.ok) throw new Error(planned.error.kind)
    const { runId } = planned.value
    /** Pages of two; the process dies after the third answer or page. */
    const dying = (pages: number): Deps => {
      const { regrades } = world.deps
      let left = pages
      const mortal =
        <Input, Value>(work: (input: Input) => Promise<Value>) =>
        async (input: Input) => {
          if (left === 0) throw new Error('killed')
          left -= 1
          return work(input)
        }
      return {
        ...world.deps,
        regrades: {
          ...regrades,
          readPage: (input) => regrades.readPage({ ...input, attempts: 2 }),
          writePage: mortal((input: Parameters<typeof regrades.writePage>[0]) => regrades.writePage(input)),
          applyPage: mortal((input: { runId: string; now: Date }) =>
            regrades.applyPage({ ...input, items: 2 }),
          ),
          rollBackPage: mortal((input: { runId: string; now: Date }) =>
            regrades.rollBackPage({ ...input, items: 2 }),
          ),
        },
      }
    }
    const dieAndResume = async () => {
      await expect(workOnRegrade(dying(2), runId)).rejects.toThrow('killed')
      expect((await view(runId)).run.done).toBe(4)
      // Too early to say that nobody works on it.
      expect(await resumeRegrades(world.deps, 60_000)).toEqual([])
      expect((await view(runId)).run.done).toBe(4)
      world.clock.advance(2 * 60_000)
      expect(await resumeRegrades(world.deps, 60_000)).toEqual([])
      expect((await view(runId)).run.done).toBe(7)
    }
    await dieAndResume()
    expect((await view(runId)).counts).toMatchObject({ answers: 7, changed: 7 })
    await moveRegrade(world.deps, { runId, viewer, move: 'apply' })
    await dieAndResume()
    for (const sitting of sittings) expect((await grades(sitting)).length).toBe(2)
    await moveRegrade(world.deps, { runId, viewer, move: 'roll-back', reason: 'No.' })
    await dieAndResume()
    for (const sitting of sittings)
      expect((await grades(sitting)).map(({ points }) => points)).toEqual([0, 200, 0])
  })

  it('two processes at the same run write every grade once', async () => {
    const sittings = await Promise.all(Array.from({ length: 12 }, () => handIn('1000003')))
    const planned = await planRegrade(world.deps, {
      examId,
      viewer,
      request: request({ policy: 'full-credit' }),
    })
    if (!planned.ok) throw new Error(planned.error.kind)
    const { runId } = planned.value
    const small: Deps = {
      ...world.deps,
      regrades: {
        ...world.deps.regrades,
        readPage: (input) => world.deps.regrades.readPage({ ...input, attempts: 2 }),
        applyPage: (input) => world.deps.regrades.applyPage({ ...input, items: 2 }),
      },
    }
    const both = () =>
      Promise.all([workOnRegrade(small, runId), workOnRegrade(small, runId), workOnRegrade(small, runId)])
    await both()
    expect((await view(runId)).run).toMatchObject({ status: 'planned', done: 12 })
    await moveRegrade(world.deps, { runId, viewer, move: 'apply' })
    await both()
    expect((await view(runId)).run).toMatchObject({ status: 'applied', done: 12 })
    for (const sitting of sittings) expect((await grades(sitting)).length).toBe(2)
  })

  it('gives a grade where the question was broken', async () => {
    const broken: Deps = {
      ...world.deps,
      questions: createRegistry(registry.all.filter(({ slug }) => slug !== 'dnn-parameters')),
    }
    const sitting = await desk.sit({ examId })
    await desk.save(sitting, { response: { total: '74' } })
    world.clock.advance(60 * MINUTE)
    await closeExpired(broken, { attemptId: sitting.attemptId })
    expect(await points(sitting)).toBeNull()
    expect((await view(await dryRun({}, broken))).counts).toMatchObject({ defect: 1, changed: 0 })
    await move(await dryRun(), 'apply')
    const { items } = await desk.attempt(sitting)
    expect(items[0]).toMatchObject({ awarded: 200, gradeStatus: 'graded', brokenAt: null })
  })
})

describe('who may, and when', () => {
  it('instructors of the course and administrators; for others there is nothing', async () => {
    await handIn('1000003')
    const runId = await dryRun({ policy: 'full-credit' })
    const others = [
      await world.addPerson('grader'),
      await world.addPerson('observer'),
      await world.addPerson('student'),
      await world.addPerson('instructor', await world.addCourse()),
    ]
    for (const id of others) {
      const stranger = { id, isAdmin: false }
      expect(await planRegrade(world.deps, { examId, viewer: stranger, request: request() })).toEqual({
        ok: false,
        error: { kind: 'not-found' },
      })
      expect(await readRegrade(world.deps, { runId, viewer: stranger })).toBeNull()
      for (const kind of ['apply', 'discard', 'roll-back'] as const)
        expect(await moveRegrade(world.deps, { runId, viewer: stranger, move: kind, reason: 'x' })).toEqual({
          ok: false,
          error: { kind: 'not-found' },
        })
    }
    const admin = { id: await world.addPerson('none'), isAdmin: true }
    expect(await readRegrade(world.deps, { runId, viewer: admin })).not.toBeNull()
    expect(await readRegrade(world.deps, { runId: 'x', viewer })).toBeNull()
  })

  it('says what is missing or out of order', async () => {
    await handIn('1000003')
    const plan = (over: Partial<RegradeRequest>) =>
      planRegrade(world.deps, { examId, viewer, request: request(over) })
    expect(await plan({ reason: '  ' })).toMatchObject({ error: { kind: 'no-reason' } })
    expect(await plan({ slots: [9] })).toMatchObject({ error: { kind: 'no-problem' } })
    const first = await plan({ policy: 'full-credit' })
    if (!first.ok) throw new Error(first.error.kind)
    const { runId } = first.value
    expect(await plan({})).toMatchObject({ error: { kind: 'busy' } })
    const go = (kind: 'apply' | 'discard' | 'roll-back', reason = 'x') =>
      moveRegrade(world.deps, { runId, viewer, move: kind, reason })
    expect(await go('apply')).toMatchObject({ error: { kind: 'wrong-state' } })
    await workOnRegrade(world.deps, runId)
    expect(await go('roll-back')).toMatchObject({ error: { kind: 'wrong-state' } })
    expect(await go('discard')).toMatchObject({ ok: true })
    expect(await go('apply')).toMatchObject({ error: { kind: 'wrong-state' } })
    expect(await go('roll-back', ' ')).toMatchObject({ error: { kind: 'no-reason' } })
  })
})
