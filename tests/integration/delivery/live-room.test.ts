import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Deps } from '@/lib/use-cases/deps'
import { closeByStaff, sendNotice, withdrawNotice } from '@/lib/use-cases/live-room'
import { type RunningApp, startApp } from '../../helpers/app-server'
import { type EventPage, openEvents, openRoom, type RoomNews } from '../../helpers/event-page'
import { type ExamDesk, examDesk, type Sitting, until } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'
import { living } from '../../helpers/logins'

let world: ExamWorld
let desk: ExamDesk
let app: RunningApp
/** The server's clock is the real one. */
let deps: Deps
let instructor: string
beforeAll(async () => {
  world = await createExamWorld()
  desk = examDesk(world)
  deps = { ...world.deps, clock: { now: () => new Date() } }
  instructor = await world.addPerson('instructor')
  app = await startApp({ databaseUrl: world.databaseUrl, pages: false })
})
afterAll(async () => {
  await app?.stop()
  await world.close()
})

const as = (id: string) => ({ id, isAdmin: false })
const watch = async (by = instructor, examId = world.examId) =>
  openRoom(app, examId, await living(world.database, by))
/** What a page knows after everything that it was told. */
const known = (page: EventPage<RoomNews>) => {
  const rows = new Map<string, RoomNews['rows'][number]>()
  for (const news of page.news) {
    if (news.whole) rows.clear()
    for (const row of news.rows) rows.set(row.userId, row)
    for (const userId of news.gone) rows.delete(userId)
  }
  return rows
}
const attemptOf = (page: EventPage<RoomNews>, { userId }: Sitting) => known(page).get(userId)?.attempt
const say = async (sitting: Sitting, body: object, login?: string) =>
  fetch(`${app.url}/api/attempts/${sitting.attemptId}/presence`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: login ?? (await living(world.database, sitting.userId)),
    },
    body: JSON.stringify(body),
  })

it('shows within two seconds who starts, where they are, what they save and that they hand in', async () => {
  const absent = await world.addPerson('student')
  const page = await watch()
  await until('everybody', () => page.news.length > 0)
  expect(page.news[0]).toMatchObject({ whole: true, gone: [] })
  expect(known(page).get(absent)).toMatchObject({ name: 'Person', attempt: null })

  const sitting = await desk.sit({ deps })
  await until('the start', () => attemptOf(page, sitting)?.answered === 0, 2_000)
  expect(attemptOf(page, sitting)).toMatchObject({ problems: 3, place: null, savedAt: null, closedAt: null })
  expect((await say(sitting, { seat: 0, place: 2, unsaved: 1 })).status).toBe(200)
  await until('the place', () => attemptOf(page, sitting)?.place === 2, 2_000)
  expect(attemptOf(page, sitting)?.unsaved).toBe(1)
  await desk.save(sitting, { now: new Date() })
  await until('the save', () => attemptOf(page, sitting)?.answered === 1, 2_000)
  await closeByStaff(deps, { examId: world.examId, viewer: as(instructor), attemptId: sitting.attemptId })
  await until('the close', () => attemptOf(page, sitting)?.closeReason === 'instructor', 2_000)
  // Only what is new is told.
  expect(page.news.slice(1).every(({ whole, rows }) => !whole && rows.length === 1)).toBe(true)
  page.leave()
})

it('takes the word of the window at work alone', async () => {
  const sitting = await desk.sit({ deps })
  await deps.attempts.takeSeat({ ...sitting, now: new Date() })
  await deps.attempts.takeSeat({ ...sitting, now: new Date() })
  const page = await watch()
  expect((await say(sitting, { seat: 1, place: 3, unsaved: 0 })).status).toBe(404)
  expect((await say(sitting, { seat: 2, place: 1, unsaved: 0 })).status).toBe(200)
  await until('the place', () => attemptOf(page, sitting)?.place === 1)
  expect((await say(sitting, { seat: 2, place: -1, unsaved: 0 })).status).toBe(400)
  page.leave()
})

it('ends for whoever is taken off the staff', async () => {
  const grader = await world.addPerson('grader')
  const page = await watch(grader)
  await until('everybody', () => page.news.length > 0)
  await world.database.prisma.enrolment.updateMany({
    where: { userId: grader },
    data: { leftAt: new Date() },
  })
  await until('the end of the stream', page.ended, 10_000)
  expect((await watch(grader)).status).toBe(404)
})

describe('a notice', () => {
  const send = (over: Partial<Parameters<typeof sendNotice>[1]> = {}) =>
    sendNotice(deps, {
      examId: world.examId,
      viewer: as(instructor),
      userId: null,
      words: 'Problem 2: use padding.',
      ...over,
    })
  const words = (page: EventPage) => page.news.at(-1)?.notices.map((notice) => notice.words)

  it('reaches open pages within two seconds, and one student alone where it is meant so', async () => {
    const [one, other] = [await desk.sit({ deps }), await desk.sit({ deps })]
    const pages = await Promise.all(
      [one, other].map(async (sitting) =>
        openEvents(app, sitting.attemptId, await living(world.database, sitting.userId)),
      ),
    )
    const [page, otherPage] = pages as [EventPage, EventPage]
    await until('the first news', () => pages.every(({ news }) => news.length > 0))
    expect(await send()).toMatchObject({ ok: true })
    await until('the notice', () => pages.every((each) => words(each)?.length === 1), 2_000)
    expect(await send({ userId: one.userId, words: 'For you: room 3.' })).toMatchObject({ ok: true })
    await until('the word for one', () => words(page)?.[0] === 'For you: room 3.', 2_000)
    // Who starts later hears what was said to all.
    const later = await desk.sit({ deps })
    const latePage = await openEvents(app, later.attemptId, await living(world.database, later.userId))
    await until('what was said before', () => words(latePage)?.length === 1)
    expect(words(otherPage)).toEqual(['Problem 2: use padding.'])

    const { notices } = (await deps.live.findWatched({ examId: world.examId, viewer: as(instructor) }))!
    expect(notices.map((notice) => notice.student?.id ?? null)).toEqual([one.userId, null])
    for (const { id } of notices)
      expect(await withdrawNotice(deps, { noticeId: id, viewer: as(instructor) })).toMatchObject({ ok: true })
    await until('nothing', () => pages.every((each) => words(each)?.length === 0), 2_000)
    expect(await withdrawNotice(deps, { noticeId: notices[0]!.id, viewer: as(instructor) })).toMatchObject({
      ok: false,
    })
    const audit = await world.database.prisma.auditEntry.findMany({
      where: { examId: world.examId, action: { startsWith: 'notice-' } },
      orderBy: { at: 'asc' },
    })
    expect(audit.map(({ action, byId }) => [action, byId])).toEqual([
      ['notice-sent', instructor],
      ['notice-sent', instructor],
      ['notice-withdrawn', instructor],
      ['notice-withdrawn', instructor],
    ])
    for (const each of [...pages, latePage]) each.leave()
  })

  it('is refused to everybody who may not change the exam, and for students of other courses', async () => {
    const stranger = await world.addPerson('student', await world.addCourse())
    const strangers = await Promise.all(
      (['student', 'observer', 'grader'] as const).map((role) => world.addPerson(role)),
    )
    const foreign = await world.addPerson('instructor', await world.addCourse())
    for (const id of [...strangers, foreign, randomUUID()])
      expect(await send({ viewer: as(id) })).toEqual({ ok: false, error: { kind: 'not-found' } })
    expect(await send({ userId: stranger })).toMatchObject({ ok: false })
    expect(await send({ userId: 'x' })).toMatchObject({ ok: false })
    expect(await send({ examId: randomUUID() })).toMatchObject({ ok: false })
  })
})

describe('closing by staff', () => {
  it('closes and grades what is open, with what was saved, and notes each', async () => {
    const examId = await desk.addExam()
    const sittings = await Promise.all(Array.from({ length: 30 }, () => desk.sit({ deps, examId })))
    const [one] = sittings as [Sitting]
    await desk.save(one, { response: { total: '74' }, now: new Date() })
    expect(await closeByStaff(deps, { examId, viewer: as(instructor) })).toEqual({
      ok: true,
      value: { closed: 30 },
    })
    const attempt = await desk.attempt(one)
    expect(attempt).toMatchObject({ closeReason: 'instructor', receipt: expect.any(String) })
    expect(attempt.items[0]).toMatchObject({ awarded: 200 })
    expect(
      await world.database.prisma.auditEntry.count({ where: { examId, action: 'attempt-closed' } }),
    ).toBe(30)
    expect((await desk.save(one, { base: 1, now: new Date() })).kind).toBe('closed')
    expect(await closeByStaff(deps, { examId, viewer: as(instructor) })).toMatchObject({ ok: false })
  })

  it('is refused to everybody who may not change the exam', async () => {
    const examId = await desk.addExam()
    const sitting = await desk.sit({ deps, examId })
    const people = await Promise.all(
      (['student', 'observer', 'grader'] as const).map((role) => world.addPerson(role)),
    )
    const foreign = await world.addPerson('instructor', await world.addCourse())
    for (const id of [...people, foreign, sitting.userId, randomUUID()])
      expect(await closeByStaff(deps, { examId, viewer: as(id) })).toMatchObject({ ok: false })
    // An attempt of another exam is not closed by naming it beside one's own.
    expect(
      await closeByStaff(deps, {
        examId: world.examId,
        viewer: as(instructor),
        attemptId: sitting.attemptId,
      }),
    ).toMatchObject({ ok: false })
    expect((await desk.attempt(sitting)).closedAt).toBeNull()
  })
})
