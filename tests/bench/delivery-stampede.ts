import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Browser, type Page } from './delivery-browser'
import { count, heading, line, spread } from './delivery-numbers'
import { emptyLog, Saver } from './delivery-saver'
import type { Seated, Student, World } from './delivery-world'

/** BENCH_STUDENTS: for a try on a small or busy machine. */
const STUDENTS = Number(process.env.BENCH_STUDENTS ?? 1000)
const STARTING = STUDENTS / 2
const SAVING = STUDENTS / 2
const WITHIN_MS = 10_000
const SAVE_EVERY_MS = 2_000
/** One student in so many also loads both pages anew; the others have theirs open. */
const PAGES_EACH = 10

/** The room after the start: everybody at work, with a page that listens. */
export interface Room {
  readonly examId: string
  readonly students: readonly Seated[]
  readonly browsers: readonly Browser[]
  /** Called with every piece of news that a page gets. */
  onNews: (attemptId: string, news: { closedAt: string | null; closesAt: string }) => void
}

/** 500 students open the exam and start it within ten seconds while 500 others save every two. */
export async function benchStampede(world: World, url: string): Promise<Room> {
  const examId = await world.addExam()
  const others = await world.addStudents(SAVING)
  const atWork: Seated[] = []
  for (let i = 0; i < others.length; i += 20) {
    atWork.push(
      ...(await Promise.all(others.slice(i, i + 20).map((student) => world.start(examId, student)))),
    )
  }
  const starting = await world.addStudents(STARTING)
  const browsers = [...starting, ...others].map(({ cookie }) => new Browser(url, cookie))
  const room: Room = { examId, students: atWork, browsers, onNews: () => undefined }
  const times = {
    cover: [] as number[],
    start: [] as number[],
    seat: [] as number[],
    news: [] as number[],
    room: [] as number[],
  }
  const errors: string[] = []
  // What the first request of a process alone pays for.
  const warm = await world.addStudents(1)
  const first = new Browser(url, warm[0]!.cookie)
  await begin(warm[0]!, first, true, await world.addExam())
  first.close()
  for (const list of Object.values(times)) list.length = 0
  atWork.length = SAVING

  const saves = emptyLog()
  const stop = new AbortController()
  setMaxListeners(0, stop.signal)
  const savers = atWork.map((student) => new Saver(url, student))
  const saving = savers.map((saver, i) =>
    saver.keepSaving(SAVE_EVERY_MS, (i * SAVE_EVERY_MS) / SAVING, stop.signal, saves),
  )
  await pause(SAVE_EVERY_MS)
  const from = performance.now()
  await Promise.all(
    starting.map(async (student, i) => {
      await pause((i * WITHIN_MS) / STARTING)
      await begin(student, browsers[i]!, i % PAGES_EACH === 0, examId).catch((error) =>
        errors.push(String(error)),
      )
    }),
  )
  const took = performance.now() - from
  stop.abort()
  await Promise.all(saving)
  for (const saver of savers) saver.close()

  heading(
    `Start: ${STARTING} students within ${WITHIN_MS / 1000} s while ${SAVING} others save every ${SAVE_EVERY_MS / 1000} s`,
  )
  line(`the page of the exam (one in ${PAGES_EACH})`, spread(times.cover))
  line('start (POST /api/exams/:examId/start)', spread(times.start))
  line('taking the seat', spread(times.seat))
  line('first live news', spread(times.news))
  line(`the page of the attempt (one in ${PAGES_EACH})`, spread(times.room))
  line(`saves of the others (${count(saves.latencies.length)})`, spread(saves.latencies))
  line('all of them at work after', `${(took / 1000).toFixed(1)} s`)
  errors.push(...saves.errors)
  line('errors (aim: 0)', `${errors.length}${errors[0] ? `: ${errors[0].slice(0, 200)}` : ''}`)
  if (errors.length > 0) process.exitCode = 1
  return room

  /** What a student's browser asks for from the start to the first news. */
  async function begin(student: Student, browser: Browser, withPages: boolean, exam: string): Promise<void> {
    if (withPages) times.cover.push(expectOk('the page of the exam', await browser.page(`/exams/${exam}`)).ms)
    const started = expectOk('start', await browser.post(`/api/exams/${exam}/start`, {}))
    times.start.push(started.ms)
    const { attemptId } = JSON.parse(started.text)
    times.seat.push(expectOk('seat', await browser.post(`/api/attempts/${attemptId}/seat`, {})).ms)
    times.news.push(
      await browser.listen(`/api/attempts/${attemptId}/events`, (news) => room.onNews(attemptId, news)),
    )
    if (withPages)
      times.room.push(expectOk('the page of the attempt', await browser.page(`/attempts/${attemptId}`)).ms)
    atWork.push({ ...student, attemptId, items: await world.itemsOf(attemptId) })
  }
}

function expectOk(what: string, page: Page): Page {
  if (page.status !== 200) throw new Error(`${what} answered ${page.status} ${page.text.slice(0, 200)}`)
  return page
}
