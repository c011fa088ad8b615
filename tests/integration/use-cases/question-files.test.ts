import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileDocument } from '@/lib/use-cases/files/format'
import { jsonSchema, writeFile } from '@/lib/use-cases/files/format'
import { exportBank, exportExam, importFile } from '@/lib/use-cases/files/transfer'
import { registry } from '@/questions/registry'
import { wholeCertificate } from '../../helpers/authoring-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

let world: ExamWorld
let viewer: { id: string; isAdmin: boolean }
beforeAll(async () => {
  world = await createExamWorld()
  viewer = { id: await world.addPerson('instructor'), isAdmin: false }
})
afterAll(() => world.close())

const small = { inputs: { min: 8, max: 10 }, hiddenUnits: { min: 6, max: 8 }, outputs: { min: 3, max: 4 } }
const words = (text: string) => ({ ko: `${text} 한국어`, en: text })
const parsed = (type: string, settings: object) => {
  const result = registry.find(type)!.parseSettings(settings)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

/** Every type, and every example of one, a version each; one with two versions, one that is only a draft. */
const document = (): FileDocument => {
  const versions = registry.all.flatMap(({ slug, examples }) => [
    { slug, title: slug, settings: slug === 'dnn-parameters' ? { ...small, effortSpread: 10 } : {} },
    ...examples.map(({ id, settings }) => ({ slug, title: id, settings })),
  ])
  const questions = versions.map(({ slug, title, settings }, i) => ({
    key: `q${i + 1}`,
    type: slug,
    tags: i % 2 === 0 ? ['week 3', '3주차'] : [],
    versions: [
      { title: words(title), settings: parsed(slug, settings), fixedParams: null, note: '' },
      ...(i === 0
        ? [
            {
              title: words('second'),
              settings: parsed(slug, { ...small, effortSpread: 9 }),
              fixedParams: null,
              note: 'Wider',
            },
          ]
        : []),
    ],
    draft: i === 1 ? { title: words('draft'), settings: { half: ['typed'] }, fixedParams: null } : null,
  }))
  return {
    format: 'quizgrad',
    version: 1,
    questions: [
      ...questions,
      {
        key: `q${questions.length + 1}`,
        type: 'choice',
        tags: [],
        versions: [],
        draft: { title: words('only a draft'), settings: {}, fixedParams: null },
      },
    ],
  }
}
const load = (courseId: string, text: string, by = viewer) =>
  importFile(world.deps, { courseId, viewer: by, text }, wholeCertificate)
const instructorOf = async (courseId: string) => ({
  id: await world.addPerson('instructor', courseId),
  isAdmin: false,
})
const counts = async () => ({
  questions: await world.database.prisma.question.count(),
  versions: await world.database.prisma.questionVersion.count(),
  exams: await world.database.prisma.exam.count(),
  audit: await world.database.prisma.auditEntry.count(),
})

describe('a bank', () => {
  it('comes out as it went in, drafts, tags and versions too', async () => {
    const courseId = await world.addCourse()
    const by = await instructorOf(courseId)
    const text = writeFile(document())
    expect(await load(courseId, text, by)).toEqual({
      ok: true,
      value: { questions: document().questions.length, examId: null },
    })
    const out = await exportBank(world.deps, { courseId, viewer: by })
    expect(writeFile(out!)).toBe(text)
    // And once more, from what came out.
    const next = await world.addCourse()
    const other = await instructorOf(next)
    await load(next, writeFile(out!), other)
    expect(writeFile((await exportBank(world.deps, { courseId: next, viewer: other }))!)).toBe(text)
  })
})

describe('an exam', () => {
  it('comes out as it went in, with the questions that it uses, and comes in unpublished', async () => {
    const courseId = await world.addCourse()
    const by = await instructorOf(courseId)
    const { questions } = document()
    const used = questions.slice(0, 3).map((question) => ({ ...question, draft: null }))
    const exam: FileDocument = {
      format: 'quizgrad',
      version: 1,
      questions: used,
      exam: {
        title: words('Midterm'),
        description: words('Bring a pen.'),
        rules: { ...(await rules()), timeLimitMinutes: 55, counts: 'best', order: 'shuffled' },
        safeExamBrowser: { allowQuit: false, allowedUrls: ['pytorch.org/docs/*'] },
        opensAt: '2036-12-01T00:00:00.000Z',
        closesAt: null,
        rows: [
          { kind: 'fixed', question: 'q1', version: 2, points: 150 },
          { kind: 'section', title: words('Part B'), text: words('Show **your** work.') },
          {
            kind: 'pool',
            draw: 1,
            points: 300,
            from: [
              { question: 'q2', version: 1 },
              { question: 'q3', version: 1 },
            ],
          },
        ],
      },
    }
    const text = writeFile(exam)
    const done = await load(courseId, text, by)
    if (!done.ok || done.value.examId === null) throw new Error('not imported')
    expect(writeFile((await exportExam(world.deps, { examId: done.value.examId, viewer: by }))!)).toBe(text)
    expect(
      await world.database.prisma.exam.findUniqueOrThrow({ where: { id: done.value.examId } }),
    ).toMatchObject({ publishedAt: null, startCode: null })
  })
})
const rules = async () => (await world.deps.builder.findBuilt({ examId: world.examId, viewer }))!.exam.rules

describe('a file that is not right is refused whole, with line and reason', () => {
  const lines = (from: (file: FileDocument) => unknown): string => JSON.stringify(from(document()), null, 2)
  const first = (file: FileDocument, over: object) => ({
    ...file,
    questions: [{ ...file.questions[0], ...over }, ...file.questions.slice(1)],
  })
  const cases: [string, () => string, RegExp][] = [
    ['no JSON', () => '{\n  "format": quizgrad\n}', /^2: Not JSON/],
    ['nothing', () => '', /^1: Not JSON/],
    ['cut off', () => writeFile(document()).slice(0, 400), /Not JSON/],
    ['another format', () => '{"format":"moodle"}', /format/],
    ['deep nesting', () => `{"format":"quizgrad","a":${'['.repeat(100_000)}`, /levels deep/],
    [
      'a key twice',
      () => '{\n"format":"quizgrad",\n"format":"quizgrad"\n}',
      /^3: "format" stands there twice/,
    ],
    [
      'a prototype',
      () => '{"format":"quizgrad","version":1,"questions":[],\n"__proto__":{"isAdmin":true}}',
      /^2: "__proto__"/,
    ],
    ['an unknown type', () => lines((file) => first(file, { type: 'essay' })), /no question type "essay"/],
    ['an unknown field', () => lines((file) => first(file, { points: 3 })), /points/],
    [
      'settings out of range',
      () =>
        lines((file) =>
          first(file, {
            versions: [
              { ...file.questions[0]!.versions[0]!, settings: { ...small, inputs: { min: -5, max: 3 } } },
            ],
          }),
        ),
      /questions\.0\.versions\.0\.settings\.inputs\.min/,
    ],
    [
      'a broken certificate',
      () =>
        JSON.stringify({
          format: 'quizgrad',
          version: 1,
          questions: [
            {
              key: 'q1',
              type: 'computed',
              versions: [
                {
                  title: words('Collides'),
                  settings: {
                    variables: [{ name: 'a', from: 'range', min: 2, max: 3 }],
                    statement: words('{{a}}'),
                    parts: [{ id: 'x', key: 'a + a', label: words('x') }],
                    mistakes: [
                      { id: 'product', part: 'x', formula: '2*a', credit: 0, feedback: words('no') },
                    ],
                  },
                },
              ],
            },
          ],
        }),
      /certificate does not hold/,
    ],
    [
      'an exam of a version that is not there',
      () =>
        lines((file) => ({
          ...file,
          exam: {
            title: words('x'),
            description: words('x'),
            rules: {},
            rows: [{ kind: 'fixed', question: 'q2', version: 9, points: 100 }],
          },
        })),
      /"q2" has no version 9/,
    ],
    ['a huge text', () => ' '.repeat(1_000_001), /more than/],
  ]
  it.each(cases)('%s', async (_, text, reason) => {
    const before = await counts()
    const done = await load(world.courseId, text())
    if (done.ok || done.error.kind !== 'problems') throw new Error('imported')
    const told = done.error.problems.map(({ line, message }) => `${line}: ${message}`)
    expect(told.join('\n')).toMatch(reason)
    expect(await counts()).toEqual(before)
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })

  it('names the very line', async () => {
    const text = lines((file) => first(file, { type: 'essay' }))
    const done = await load(world.courseId, text)
    if (done.ok || done.error.kind !== 'problems') throw new Error('imported')
    const [problem] = done.error.problems
    expect(text.split('\n')[problem!.line - 1]).toContain('"type": "essay"')
  })
})

it('is nobody else’s to export or import', async () => {
  const text = writeFile({ ...document(), questions: document().questions.slice(0, 1) })
  const before = await counts()
  const stranger = { id: await world.addPerson('instructor', await world.addCourse()), isAdmin: false }
  const [grader, student] = await Promise.all(
    (['grader', 'student'] as const).map(async (role) => ({
      id: await world.addPerson(role),
      isAdmin: false,
    })),
  )
  for (const by of [stranger, grader!, student!]) {
    expect(await load(world.courseId, text, by)).toEqual({ ok: false, error: { kind: 'not-found' } })
    expect(await exportExam(world.deps, { examId: world.examId, viewer: by })).toBeNull()
  }
  for (const by of [stranger, student!])
    expect(await exportBank(world.deps, { courseId: world.courseId, viewer: by })).toBeNull()
  expect(await counts()).toEqual(before)
})

it('the published schema is that of the code', () => {
  const published = readFileSync(
    path.resolve(import.meta.dirname, '../../../docs/question-files.schema.json'),
    'utf8',
  )
  expect(JSON.parse(published)).toEqual(jsonSchema())
})
