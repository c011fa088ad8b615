import { afterAll, beforeAll, expect, it } from 'vitest'
import { LISTENER } from '@/lib/server/live/hub'
import { changeTerms } from '@/lib/use-cases/change-terms'
import { submitAttempt } from '@/lib/use-cases/close-attempt'
import type { Deps } from '@/lib/use-cases/deps'
import { type RunningApp, startApp } from '../../helpers/app-server'
import { type EventPage, openEvents } from '../../helpers/event-page'
import { type ExamDesk, examDesk, MINUTE, type Sitting, until } from '../../helpers/exam-desk'
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
  app = await startApp({ databaseUrl: world.databaseUrl, pages: false, env: { HEARTBEAT_MS: '300' } })
})
afterAll(async () => {
  await app?.stop()
  await world.close()
})

async function open(): Promise<{ sitting: Sitting; cookie: string; page: EventPage }> {
  const sitting = await desk.sit({ deps })
  const cookie = await living(world.database, sitting.userId)
  const page = await openEvents(app, sitting.attemptId, cookie)
  await until('the first news', () => page.news.length > 0)
  return { sitting, cookie, page }
}

const giveTime = ({ userId }: Sitting, minutes: number) =>
  changeTerms(deps, {
    examId: world.examId,
    viewer: { id: instructor, isAdmin: false },
    change: { kind: 'student-extra-time', userId, minutes },
  })
const deadline = async (sitting: Sitting) => (await desk.attempt(sitting)).deadlineAt?.toISOString()

it('tells at once how things stand, and within two seconds what has changed', async () => {
  const { sitting, page } = await open()
  expect(page.news[0]).toMatchObject({ deadlineAt: await deadline(sitting), closedAt: null, seat: 0 })
  await giveTime(sitting, 5)
  const moved = await deadline(sitting)
  await until('the new deadline', () => page.news.at(-1)?.deadlineAt === moved, 2_000)
  expect(Date.parse(moved ?? '') - Date.parse(page.news[0]?.deadlineAt ?? '')).toBe(5 * MINUTE)

  await deps.attempts.takeSeat({ ...sitting, now: new Date() })
  await deps.attempts.takeSeat({ ...sitting, now: new Date() })
  await until('another window', () => page.news.at(-1)?.seat === 2, 2_000)
  await submitAttempt(deps, sitting)
  await until('the close', () => page.news.at(-1)?.closedAt !== null, 2_000)
  expect(Object.keys(page.news[0] ?? {}).sort()).toEqual(
    ['closedAt', 'closesAt', 'deadlineAt', 'late', 'notices', 'now', 'seat'].sort(),
  )
  page.leave()
})

it('tells each page of its own attempt alone', async () => {
  const [one, other] = [await open(), await open()]
  const before = other.page.news.length
  await giveTime(one.sitting, 3)
  const moved = await deadline(one.sitting)
  await until('the new deadline', () => one.page.news.at(-1)?.deadlineAt === moved)
  expect(other.page.news).toHaveLength(before)
  one.page.leave()
  other.page.leave()
})

it('ends when its login does, and not those of others', async () => {
  const [one, other] = [await open(), await open()]
  await world.database.prisma.session.deleteMany({ where: { userId: one.sitting.userId } })
  await until('the end of the stream', one.page.ended)
  expect((await openEvents(app, one.sitting.attemptId, one.cookie)).status).toBe(401)
  expect(other.page.ended()).toBe(false)
  other.page.leave()
})

it('serves six pages of one attempt; one more ends the oldest, and the others go on', async () => {
  const { sitting, cookie, page } = await open()
  const more: EventPage[] = []
  for (let i = 0; i < 6; i += 1) {
    const next = await openEvents(app, sitting.attemptId, cookie)
    await until('the first news', () => next.news.length > 0)
    more.push(next)
  }
  await until('the end of the oldest', page.ended)
  await giveTime(sitting, 1)
  const moved = await deadline(sitting)
  await until('news on the six', () => more.every(({ news }) => news.at(-1)?.deadlineAt === moved))
  for (const each of more) each.leave()
})

it('pages that come and go at once leave nothing behind', async () => {
  const { sitting, cookie, page } = await open()
  await Promise.all(
    Array.from({ length: 60 }, async () => {
      const leaving = new AbortController()
      const asked = fetch(`${app.url}/api/attempts/${sitting.attemptId}/events`, {
        headers: { cookie },
        signal: leaving.signal,
      }).catch(() => null)
      setImmediate(() => leaving.abort())
      await asked
    }),
  )
  page.leave()
  const again = await openEvents(app, sitting.attemptId, cookie)
  await giveTime(sitting, 2)
  const moved = await deadline(sitting)
  await until('the new deadline', () => again.news.at(-1)?.deadlineAt === moved)
  again.leave()
})

it('hears again after its connection to the database was cut, and misses nothing', async () => {
  const { sitting, page } = await open()
  const { pool } = world.database
  const cut = await pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = $1 AND datname = current_database()`,
    [LISTENER],
  )
  expect(cut.rowCount).toBe(1)
  // Changed while nobody listens.
  await giveTime(sitting, 4)
  const missed = await deadline(sitting)
  await until('what was missed', () => page.news.at(-1)?.deadlineAt === missed, 10_000)
  await giveTime(sitting, 4)
  const next = await deadline(sitting)
  await until('what comes after', () => page.news.at(-1)?.deadlineAt === next, 2_000)
  const { rowCount } = await pool.query(
    'SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()',
    [LISTENER],
  )
  expect(rowCount).toBe(1)
  page.leave()
})

it('ends when the server stops, which takes no longer for open pages', async () => {
  const { page } = await open()
  const begun = performance.now()
  await app.stop()
  await until('the end of the stream', page.ended)
  // The helper kills after ten seconds.
  expect(performance.now() - begun).toBeLessThan(9_000)
})
