import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRng } from '@/lib/core/rng'
import { shownAttempt } from '@/lib/exam/gradebook'
import { GRADEBOOK_PAGE, gradebookQuerySchema, gradebookSearch } from '@/lib/exam/gradebook-query'
import type { Prisma } from '@/prisma/generated/client'
import { examDesk } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

const STUDENTS = 120
let world: ExamWorld
let instructor: { id: string; isAdmin: boolean }
let examIds: string[]

/** Students with none to three attempts at three exams of different rules, in every state. */
beforeAll(async () => {
  world = await createExamWorld()
  const { prisma } = world.database
  const desk = examDesk(world)
  instructor = { id: await world.addPerson('instructor'), isAdmin: false }
  await prisma.exam.update({ where: { id: world.examId }, data: { rules: { timeLimitMinutes: 40 } } })
  examIds = [
    world.examId,
    await desk.addExam({ rules: { counts: 'best' } }),
    await desk.addExam({ rules: { counts: 'first' } }),
  ]
  const versions = await prisma.questionVersion.findMany({ select: { id: true } })
  const rng = createRng('gradebook')
  for (let s = 0; s < STUDENTS; s += 1) {
    const userId = await world.addPerson(s % 40 === 0 ? 'none' : 'student')
    await prisma.user.update({
      where: { id: userId },
      data: { name: `Student ${String(rng.int(0, 60)).padStart(2, '0')}` },
    })
    for (const examId of examIds) {
      const attempts = rng.int(s % 40 === 0 ? 1 : 0, 3)
      for (let number = 1; number <= attempts; number += 1) {
        const open = number === attempts && rng.int(0, 3) === 0
        await prisma.attempt.create({
          data: {
            examId,
            userId,
            number,
            seed: 'seed',
            startedAt: new Date(0),
            closedAt: open ? null : new Date(1),
            items: {
              create: [1, 2].map((position) => {
                const kind = rng.int(0, 9)
                return {
                  position,
                  slot: position,
                  questionVersionId: versions[0]!.id,
                  type: 'dnn-parameters',
                  typeVersion: '1',
                  params: {},
                  points: 100,
                  awarded: open || kind === 0 ? null : rng.int(0, 4) * 25,
                  gradeStatus: kind === 1 ? 'needs-review' : 'correct',
                }
              }),
            },
          } satisfies Prisma.AttemptUncheckedCreateInput,
        })
      }
    }
  }
})
afterAll(() => world.close())

const ask = (over: Record<string, unknown> = {}) =>
  world.deps.exports.gradebookPage({
    courseId: world.courseId,
    viewer: instructor,
    query: gradebookQuerySchema.parse(over),
  })
const all = async (over: Record<string, unknown> = {}) => {
  const rows = []
  for (let page = 1; ; page += 1) {
    const found = (await ask({ ...over, page }))!
    if (page > 1 && found.page === 1) return rows
    rows.push(...found.rows)
    if (found.rows.length < GRADEBOOK_PAGE) return rows
  }
}

/** What the files say, which are made without this query. */
async function expected() {
  const book = (await world.deps.exports.courseGradebook({ courseId: world.courseId, viewer: instructor }))!
  return new Map(
    book.students.map(({ id }) => [
      id,
      examIds.map((examId) => {
        const exam = book.exams.find((each) => each.id === examId)!
        const own = book.attempts.filter((each) => each.userId === id && each.examId === examId)
        const shown = shownAttempt(own, exam.counts)
        if (!shown) return null
        const { items, closedAt } = shown
        const total = items.some(({ awarded }) => awarded === null)
          ? null
          : items.reduce((sum, { awarded }) => sum + (awarded ?? 0), 0)
        const state =
          closedAt === null
            ? 'working'
            : items.some(({ needsReview }) => needsReview)
              ? 'needs-review'
              : total === null
                ? 'ungraded'
                : 'graded'
        return { attemptId: shown.id, state, total: closedAt === null ? null : total, possible: 200 }
      }),
    ]),
  )
}
const order = async () => (await ask())!.exams.map(({ id }) => examIds.indexOf(id))

describe('a page of the gradebook', () => {
  it('shows for every student and exam what the files say, each once', async () => {
    const wanted = await expected()
    const places = await order()
    const rows = await all()
    expect(rows.length).toBe(wanted.size)
    expect(new Set(rows.map(({ student }) => student.id)).size).toBe(wanted.size)
    for (const { student, cells, total } of rows) {
      const own = wanted.get(student.id)!
      expect([student.id, cells]).toEqual([student.id, places.map((place) => own[place])])
      const points = own.flatMap((cell) => cell?.total ?? [])
      expect(total).toBe(points.length === 0 ? null : points.reduce((sum, each) => sum + each, 0))
    }
    expect((await ask())!.found).toBe(wanted.size)
  })

  it.each(['name', 'total', 'exam'] as const)('sorts by %s both ways over all pages', async (by) => {
    const sort = by === 'exam' ? examIds[1]! : by
    const place = (await order()).indexOf(1)
    const value = (row: Awaited<ReturnType<typeof all>>[number]) =>
      by === 'name' ? row.student.name : by === 'total' ? row.total : (row.cells[place]?.total ?? null)
    for (const dir of ['asc', 'desc'] as const) {
      const values = (await all({ sort, dir })).map(value)
      const sorted = values
        .filter((each) => each !== null)
        .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0) * (dir === 'asc' ? 1 : -1))
      // Who has no points comes last, whichever way.
      expect(values).toEqual([...sorted, ...values.filter((each) => each === null)])
    }
  })

  it('finds by words and by state', async () => {
    const rows = await all()
    const some = rows.filter(({ student }) => student.name.includes('dent 07'))
    expect((await all({ q: 'DENT 07' })).map(({ student }) => student.id)).toEqual(
      some.map(({ student }) => student.id),
    )
    for (const state of ['not-started', 'working', 'needs-review', 'ungraded', 'graded']) {
      const place = (await order()).indexOf(1)
      const matching = rows.filter(({ cells }) => (cells[place]?.state ?? 'not-started') === state)
      expect(matching.length).toBeGreaterThan(0)
      expect((await all({ exam: examIds[1], state })).map(({ student }) => student.id)).toEqual(
        matching.map(({ student }) => student.id),
      )
    }
    expect(await ask({ q: "'; DROP TABLE users; --%_" })).toMatchObject({ found: 0, rows: [] })
  })

  it('is for the staff of the course alone', async () => {
    const others = [
      await world.addPerson('student'),
      await world.addPerson('instructor', await world.addCourse()),
      randomUUID(),
    ]
    for (const id of others)
      expect(
        await world.deps.exports.gradebookPage({
          courseId: world.courseId,
          viewer: { id, isAdmin: false },
          query: gradebookQuerySchema.parse({}),
        }),
      ).toBeNull()
  })
})

it('an address that makes no sense asks for the usual', () => {
  expect(
    gradebookQuerySchema.parse({ q: ['a'], exam: 'x', state: 'odd', sort: 'id; --', dir: 'up', page: '-3' }),
  ).toEqual(gradebookQuerySchema.parse({}))
  const query = gradebookQuerySchema.parse({ q: 'kim & co', sort: 'total', dir: 'desc' })
  const search = gradebookSearch(query, { page: 3 })
  expect(gradebookQuerySchema.parse(Object.fromEntries(new URLSearchParams(search)))).toEqual({
    ...query,
    page: 3,
  })
})
