import { afterAll, describe, expect, it } from 'vitest'
import { copyQuestion, publishQuestion } from '@/lib/use-cases/question-bank'
import { createAuthoringDesk, wholeCertificate, words } from '../../helpers/authoring-desk'

const { world, instructor, strangers, draft, aQuestion, save, publish, find, aVersion, close } =
  await createAuthoringDesk()
afterAll(close)

describe('a question', () => {
  it('is published as a frozen version, and edited as the draft of the next', async () => {
    const { questionId } = await aVersion()
    await save(questionId, 2, { title: words('Count again') })
    const found = await find(questionId)
    expect(found).toMatchObject({
      title: words('Count again'),
      tags: ['cnn'],
      draft: { title: words('Count again') },
      versions: [{ number: 1, title: words('Count'), note: 'first', by: 'Person' }],
    })
    expect(await publish(questionId, 3)).toEqual({ ok: true, value: { number: 2 } })
    expect((await find(questionId))?.versions.map(({ number, title }) => [number, title.en])).toEqual([
      [2, 'Count again'],
      [1, 'Count'],
    ])
  })

  it('is not overwritten by an editor who has not seen the latest draft', async () => {
    const questionId = await aQuestion()
    const both = await Promise.all([
      save(questionId, 0, { title: words('A') }),
      save(questionId, 0, { title: words('B') }),
    ])
    expect(both.filter((revision) => revision === null)).toHaveLength(1)
    expect((await publish(questionId, 0)).ok).toBe(false)
  })

  it('notes in the log of its course who edited it, once a sitting', async () => {
    const questionId = await aQuestion()
    const edited = () =>
      world.database.prisma.auditEntry.count({
        where: {
          action: 'question-edited',
          byId: instructor.id,
          data: { path: ['questionId'], equals: questionId },
        },
      })
    await save(questionId, 0)
    // Whoever makes a question is at it from then on.
    expect(await edited()).toBe(0)
    world.clock.advance(45 * 60_000)
    await save(questionId, 1, { title: words('After lunch') })
    expect(await edited()).toBe(1)
    world.clock.advance(10 * 60_000)
    await save(questionId, 2, { title: words('Typed on') })
    expect(await edited()).toBe(1)
    world.clock.advance(45 * 60_000)
    await save(questionId, 3, { title: words('In the evening') })
    expect(await edited()).toBe(2)
  })

  it('is refused with the example where a known mistake leads to the right answer', async () => {
    const questionId = await aQuestion()
    await save(questionId, 0)
    const collision = {
      params: {},
      part: 'total',
      value: '74',
      ways: ['key', 'biases-missing'] as const,
    }
    const refused = await publishQuestion(
      world.deps,
      { questionId, viewer: instructor, base: 1, note: '' },
      async (slug, settings) => ({
        ...(await wholeCertificate(slug, settings)),
        collisions: 1,
        example: collision,
      }),
    )
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: 'not-certified', certificate: { example: collision } },
    })
    expect((await find(questionId))?.versions).toEqual([])
  })

  it('is refused at the setting that is wrong', async () => {
    const questionId = await aQuestion()
    await save(questionId, 0, { settings: { inputs: { min: 2000, max: 1 } } })
    expect(await publish(questionId, 1)).toMatchObject({
      ok: false,
      error: { kind: 'issues', issues: [{ path: 'inputs.max' }] },
    })
  })

  it('is certified by the one variant that everybody gets, where it is fixed', async () => {
    const questionId = await aQuestion()
    // Without hidden layer and with one input, a forgotten weight and a forgotten bias come to the same.
    const fixedParams = { inputs: 1, hidden: [], outputs: 1, biases: true }
    await save(questionId, 0, { fixedParams })
    expect(await publish(questionId, 1)).toMatchObject({ ok: false, error: { kind: 'not-certified' } })
    await save(questionId, 1, { fixedParams: { inputs: 6, hidden: [5, 4], outputs: 3, biases: true } })
    expect((await publish(questionId, 2)).ok).toBe(true)
  })

  it('moves no exam of a course that its author may not change, and leaves no trace there', async () => {
    const courseId = await world.addCourse()
    const other = { id: await world.addPerson('instructor', courseId), isAdmin: false }
    const draftOfOther = {
      courseId,
      viewer: other,
      type: 'dnn-parameters',
      tags: [],
      draft: draft(),
      now: world.clock.now(),
    }
    const questionId = (await world.deps.bank.create(draftOfOther)) ?? ''
    await publish(questionId, 0, other)
    const versionId = (await find(questionId, other))?.versions[0]?.id ?? ''
    const terms = async () =>
      (await world.database.prisma.exam.findUniqueOrThrow({ where: { id: world.examId } })).termsVersion
    const before = await terms()
    const move = {
      questionId,
      viewer: other,
      examId: world.examId,
      versionId,
      evenIfRunning: true,
      now: world.clock.now(),
    }
    expect(versionId).not.toBe('')
    expect(await world.deps.bank.moveExam(move)).toBe('not-found')
    expect(await terms()).toBe(before)
  })

  it('is used, read and copied by a course that it is shared with, and changed by none but its own', async () => {
    const { questionId, versionId } = await aVersion()
    const { bank, builder } = world.deps
    const elsewhere = await world.addCourse()
    const now = world.clock.now()
    const colleague = { id: await world.addPerson('instructor', elsewhere), isAdmin: false }
    const share = (viewer: typeof instructor, shared: boolean) =>
      bank.setShared({ questionId, courseId: elsewhere, viewer, shared, now })
    // Neither into a course that is not one's own, nor a question that is not.
    expect(await share(instructor, true)).toBe(false)
    expect(await share(colleague, true)).toBe(false)
    await world.database.prisma.enrolment.create({
      data: { courseId: elsewhere, userId: instructor.id, role: 'instructor' },
    })
    expect(await bank.find({ questionId, viewer: colleague })).toBeNull()
    expect(await share(instructor, true)).toBe(true)

    const seen = await bank.find({ questionId, viewer: colleague })
    expect(seen).toMatchObject({ mayManage: false, draft: null, hasDraft: false, sharedWith: [] })
    expect(
      (await bank.findBank({ courseId: elsewhere, viewer: colleague }))?.shared.map(({ id }) => id),
    ).toEqual([questionId])
    const examId = (await builder.createExam({
      courseId: elsewhere,
      viewer: colleague,
      title: words('Exam'),
      rules: {},
      now,
    }))!
    const save = (base: number) =>
      builder.saveExam({
        examId,
        viewer: colleague,
        base,
        draft: {
          title: words('Exam'),
          description: words(''),
          rows: [{ kind: 'fixed', versionId, points: 100 }],
        },
        now,
      })
    expect(await save(0)).toBe('done')
    const copy = await copyQuestion(world.deps, { questionId, viewer: colleague, courseId: elsewhere })
    expect(copy.ok && (await bank.find({ questionId: copy.value, viewer: colleague }))?.course.id).toBe(
      elsewhere,
    )
    expect((await copyQuestion(world.deps, { questionId, viewer: colleague })).ok).toBe(false)
    expect(
      await bank.saveDraft({
        questionId,
        viewer: colleague,
        base: seen!.draftRevision,
        draft: draft(),
        tags: [],
        now,
      }),
    ).toBeNull()

    // The exam that has it keeps it; no other takes it any more.
    expect(await share(colleague, false)).toBe(false)
    expect(await share(instructor, false)).toBe(true)
    expect(await bank.find({ questionId, viewer: colleague })).toBeNull()
    expect(await save(1)).toBe('done')
    const next = (await builder.createExam({
      courseId: elsewhere,
      viewer: colleague,
      title: words('B'),
      rules: {},
      now,
    }))!
    expect(
      await builder.saveExam({
        examId: next,
        viewer: colleague,
        base: 0,
        draft: { title: words('B'), description: words(''), rows: [{ kind: 'fixed', versionId, points: 1 }] },
        now,
      }),
    ).toBe('unknown-version')
  })

  it('can be copied, archived and brought back', async () => {
    const { questionId } = await aVersion()
    const copy = await copyQuestion(world.deps, { questionId, viewer: instructor })
    expect(copy.ok && (await find(copy.value))?.draft?.title).toEqual({
      ko: 'Count (사본)',
      en: 'Count (copy)',
    })
    const at = { questionId, viewer: instructor, now: world.clock.now() }
    await world.deps.bank.setArchived({ ...at, archived: true })
    expect((await find(questionId))?.archivedAt).toEqual(world.clock.now())
    await world.deps.bank.setArchived({ ...at, archived: false })
    expect((await find(questionId))?.archivedAt).toBeNull()
  })

  it('is changed by instructors of its course alone, and read by its staff alone', async () => {
    const { questionId, versionId } = await aVersion()
    const now = world.clock.now()
    for (const { who, viewer, mayRead } of strangers) {
      const { bank } = world.deps
      const got = {
        find: (await bank.find({ questionId, viewer })) !== null,
        bank: (await bank.findBank({ courseId: world.courseId, viewer })) !== null,
        create: await bank.create({
          courseId: world.courseId,
          viewer,
          type: 'dnn-parameters',
          tags: [],
          draft: draft(),
          now,
        }),
        save: await save(questionId, 2, {}, viewer),
        publish: (await publish(questionId, 2, viewer)).ok,
        archive: await bank.setArchived({ questionId, viewer, archived: true, now }),
        move: await bank.moveExam({
          questionId,
          viewer,
          examId: world.examId,
          versionId,
          evenIfRunning: true,
          now,
        }),
      }
      expect([who, got]).toEqual([
        who,
        {
          find: mayRead,
          bank: mayRead,
          create: null,
          save: null,
          publish: false,
          archive: false,
          move: 'not-found',
        },
      ])
    }
  })
})
