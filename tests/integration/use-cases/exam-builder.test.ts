import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { type ExamDraft, publishExam, startPreview } from '@/lib/use-cases/exam-builder'
import { startAttempt } from '@/lib/use-cases/start-attempt'
import { createAuthoringDesk, words } from '../../helpers/authoring-desk'

const { world, instructor, strangers, save, publish, find, aVersion, close } = await createAuthoringDesk()
afterAll(close)

const examOf = async (rows: ExamDraft['rows'], viewer = instructor): Promise<string> => {
  const { builder } = world.deps
  const now = world.clock.now()
  const examId = await builder.createExam({
    courseId: world.courseId,
    viewer,
    title: words('Quiz'),
    rules: { timeLimitMinutes: 60, attemptsAllowed: null },
    now,
  })
  if (!examId) throw new Error('no exam')
  const saved = await builder.saveExam({
    examId,
    viewer,
    base: 0,
    draft: { title: words('Quiz'), description: words(''), rows },
    now,
  })
  if (saved !== 'done') throw new Error(saved)
  return examId
}
const setPublished = (examId: string, base: number, published: boolean, viewer = instructor) =>
  publishExam(world.deps, { examId, viewer, base, published })

describe('an exam', () => {
  it('gives each student as many of a pool as it draws, with its totals right', async () => {
    const versions = await Promise.all([aVersion(), aVersion(), aVersion(), aVersion()])
    const [fixed, ...pooled] = versions.map(({ versionId }) => versionId)
    const examId = await examOf([
      { kind: 'fixed', versionId: fixed ?? '', points: 100 },
      { kind: 'pool', draw: 2, points: 250, versionIds: pooled },
    ])
    expect((await setPublished(examId, 1, true)).ok).toBe(true)
    const seen = new Set<string>()
    for (let i = 0; i < 8; i += 1) {
      const userId = await world.addPerson('student')
      const started = await startAttempt(world.deps, { examId, userId })
      if (!started.ok) throw new Error(started.error.kind)
      const items = await world.database.prisma.attemptItem.findMany({
        where: { attemptId: started.value.attemptId },
        orderBy: { position: 'asc' },
      })
      expect(items.map(({ position, points }) => [position, points])).toEqual([
        [1, 100],
        [2, 250],
        [3, 250],
      ])
      expect(items[0]?.questionVersionId).toBe(fixed)
      for (const { questionVersionId } of items.slice(1)) seen.add(questionVersionId)
    }
    expect([...seen].sort()).toEqual([...pooled].sort())
  })

  it('can’t be changed or taken back once a student has started, but its versions can, on purpose', async () => {
    const { questionId, versionId } = await aVersion()
    const examId = await examOf([{ kind: 'fixed', versionId, points: 100 }])
    await setPublished(examId, 1, true)
    const userId = await world.addPerson('student')
    const started = await startAttempt(world.deps, { examId, userId })
    const { builder, bank } = world.deps
    const now = world.clock.now()
    const rows = [{ kind: 'fixed', versionId, points: 500 }] as const
    const input = {
      examId,
      viewer: instructor,
      base: 2,
      draft: { title: words('x'), description: words(''), rows },
      now,
    }
    expect(await builder.saveExam(input)).toBe('has-attempts')
    expect(await setPublished(examId, 2, false)).toEqual({ ok: false, error: { kind: 'has-attempts' } })

    await save(questionId, 2, { title: words('Newer') })
    await publish(questionId, 3)
    const newer = (await find(questionId))?.versions[0]?.id ?? ''
    const move = { questionId, viewer: instructor, examId, versionId: newer, now }
    expect(await bank.moveExam({ ...move, evenIfRunning: false })).toBe('running')
    expect(await bank.moveExam({ ...move, evenIfRunning: true })).toBe('done')
    const items = await world.database.prisma.attemptItem.findMany({
      where: { attemptId: started.ok ? started.value.attemptId : '' },
    })
    expect(items.map((item) => item.questionVersionId)).toEqual([versionId])
    expect((await builder.findBuilt({ examId, viewer: instructor }))?.exam.items[0]?.questionVersionId).toBe(
      newer,
    )
  })

  it('is not published while something of the check list fails, or by somebody with an older view of it', async () => {
    const examId = await examOf([])
    expect(await setPublished(examId, 1, true)).toEqual({ ok: false, error: { kind: 'checks' } })
    const { versionId } = await aVersion()
    const built = await examOf([{ kind: 'fixed', versionId, points: 100 }])
    expect(await setPublished(built, 0, true)).toEqual({ ok: false, error: { kind: 'changed' } })
  })

  it('refuses versions of questions that are not in the course', async () => {
    const { versionId } = await aVersion()
    const otherCourse = await world.addCourse()
    const other = { id: await world.addPerson('instructor', otherCourse), isAdmin: false }
    const now = world.clock.now()
    const examId = await world.deps.builder.createExam({
      courseId: otherCourse,
      viewer: other,
      title: words('Quiz'),
      rules: {},
      now,
    })
    const rows = [{ kind: 'fixed', versionId, points: 100 }] as const
    const draft = { title: words('Quiz'), description: words(''), rows }
    expect(
      await world.deps.builder.saveExam({ examId: examId ?? '', viewer: other, base: 0, draft, now }),
    ).toBe('unknown-version')
  })

  it('is previewed by its instructors as a real attempt that counts nowhere', async () => {
    const { versionId } = await aVersion()
    const examId = await examOf([{ kind: 'fixed', versionId, points: 100 }])
    const started = await startPreview(world.deps, { examId, viewer: instructor })
    expect(await startPreview(world.deps, { examId, viewer: instructor })).toEqual(started)
    const room =
      started.ok && (await world.deps.attempts.findRoom({ attemptId: started.value, userId: instructor.id }))
    expect(room).toMatchObject({ isPreview: true, items: [{ position: 1 }] })
    await setPublished(examId, 1, true)
    const taught = await world.deps.exams.findTaughtExam({ examId, viewer: instructor })
    expect(taught?.attempts).toEqual([])
    expect((await setPublished(examId, 2, false)).ok).toBe(true)
    // It is in nobody's way, not even of one's own attempt as a student.
    await setPublished(examId, 3, true)
    const both = await world.addPerson('instructor')
    await startPreview(world.deps, { examId, viewer: { id: both, isAdmin: false } })
    await world.database.prisma.enrolment.updateMany({ where: { userId: both }, data: { role: 'student' } })
    expect((await startAttempt(world.deps, { examId, userId: both })).ok).toBe(true)
    for (const { who, viewer } of strangers)
      expect([who, (await startPreview(world.deps, { examId, viewer })).ok]).toEqual([who, false])
  })

  it('is duplicated with its pools, its dates moved and nothing of its attempts', async () => {
    const { versionId } = await aVersion()
    const second = (await aVersion()).versionId
    const examId = await examOf([{ kind: 'pool', draw: 1, points: 100, versionIds: [versionId, second] }])
    await world.database.prisma.exam.update({
      where: { id: examId },
      data: { opensAt: new Date('2026-12-01T00:00:00Z'), closesAt: new Date('2026-12-02T00:00:00Z') },
    })
    const copy = await world.deps.builder.duplicate({
      examId,
      courseId: world.courseId,
      viewer: instructor,
      shiftDays: 182,
      now: world.clock.now(),
    })
    const built = await world.deps.builder.findBuilt({ examId: copy ?? '', viewer: instructor })
    expect(built?.exam).toMatchObject({
      publishedAt: null,
      opensAt: new Date('2027-06-01T00:00:00Z'),
      closesAt: new Date('2027-06-02T00:00:00Z'),
    })
    expect(built?.draft.rows).toEqual([
      { kind: 'pool', draw: 1, points: 100, versionIds: [versionId, second] },
    ])
  })

  it('has headings over its problems, which students see in any order, and copies too', async () => {
    const [one, two] = [await aVersion(), await aVersion()]
    const { builder, attempts } = world.deps
    const heading = { kind: 'section', title: words('Part B'), text: words('Show **your** work.') } as const
    const rows: ExamDraft['rows'] = [
      { kind: 'fixed', versionId: one.versionId, points: 100 },
      heading,
      { kind: 'pool', draw: 1, points: 200, versionIds: [two.versionId, one.versionId] },
      { kind: 'section', title: words('Part C'), text: words('') },
    ]
    const examId = await examOf(rows)
    const built = async (id: string) => (await builder.findBuilt({ examId: id, viewer: instructor }))!
    expect((await built(examId)).draft.rows).toEqual(rows)
    await world.database.prisma.exam.update({
      where: { id: examId },
      data: { rules: { timeLimitMinutes: 60, order: 'shuffled' } },
    })
    expect((await setPublished(examId, 1, true)).ok).toBe(true)
    for (let i = 0; i < 6; i += 1) {
      const userId = await world.addPerson('student')
      const started = await startAttempt(world.deps, { examId, userId })
      if (!started.ok) throw new Error(started.error.kind)
      const room = (await attempts.findRoom({ attemptId: started.value.attemptId, userId }))!
      expect(room.items.map(({ points, section }) => [points, section?.title.en ?? null]).sort()).toEqual([
        [100, null],
        [200, 'Part B'],
      ])
      expect(room.items.find(({ section }) => section)?.section).toEqual({
        title: heading.title,
        text: heading.text,
      })
    }
    const copy = await builder.duplicate({
      examId,
      courseId: world.courseId,
      viewer: instructor,
      shiftDays: 7,
      now: world.clock.now(),
    })
    expect((await built(copy!)).draft.rows).toEqual(rows)
    // A heading in one language alone is not published.
    const halfway = await examOf([
      { kind: 'section', title: { ko: '제목', en: '' }, text: words('') },
      { kind: 'fixed', versionId: one.versionId, points: 100 },
    ])
    expect((await setPublished(halfway, 1, true)).ok).toBe(false)
  })

  it('is set up by instructors of its course alone', async () => {
    const { versionId } = await aVersion()
    const examId = await examOf([{ kind: 'fixed', versionId, points: 100 }])
    const { builder } = world.deps
    const now = world.clock.now()
    const draft = { title: words('Mine'), description: words(''), rows: [] }
    for (const { who, viewer, mayRead } of strangers) {
      const got = {
        course: (await builder.findCourse({ courseId: world.courseId, viewer })) !== null,
        built: await builder.findBuilt({ examId, viewer }),
        create: await builder.createExam({
          courseId: world.courseId,
          viewer,
          title: words(''),
          rules: {},
          now,
        }),
        save: await builder.saveExam({ examId, viewer, base: 1, draft, now }),
        publish: (await setPublished(examId, 1, true, viewer)).ok,
        duplicate: await builder.duplicate({ examId, courseId: world.courseId, viewer, shiftDays: 0, now }),
      }
      expect([who, got]).toEqual([
        who,
        { course: mayRead, built: null, create: null, save: 'not-found', publish: false, duplicate: null },
      ])
    }
  })
})

describe('a course', () => {
  it('is renamed by its instructors alone', async () => {
    const { builder } = world.deps
    const edit = (viewer: typeof instructor) =>
      builder.editCourse({
        courseId: world.courseId,
        viewer,
        term: '2037-1',
        title: words('New'),
        now: world.clock.now(),
      })
    for (const { who, viewer } of strangers) expect([who, await edit(viewer)]).toEqual([who, false])
    expect(await edit(instructor)).toBe(true)
    expect(await builder.findCourse({ courseId: world.courseId, viewer: instructor })).toMatchObject({
      course: { term: '2037-1', title: words('New') },
    })
  })

  it('is made by whoever teaches somewhere, under a code of its own', async () => {
    const make = (viewer: { id: string; isAdmin: boolean }, code: string) =>
      world.deps.builder.createCourse({
        viewer,
        code,
        term: '2027-1',
        title: words('New'),
        now: world.clock.now(),
      })
    const code = randomUUID()
    const courseId = await make(instructor, code)
    expect(await make(instructor, code)).toBe('code-taken')
    expect(await world.deps.builder.findCourse({ courseId, viewer: instructor })).toMatchObject({
      mayManage: true,
    })
    const student = { id: await world.addPerson('student'), isAdmin: false }
    expect(await make(student, randomUUID())).toBe('not-allowed')
    expect(await make({ ...student, isAdmin: true }, randomUUID())).not.toBe('not-allowed')
  })
})
