import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { createLiveStore } from '@/lib/db/live-store'
import { createRoomWatch } from '@/lib/server/live/room-watch'
import { examDesk, forEachAtOnce, MINUTE, type Sitting } from '../helpers/exam-desk'
import { createExamWorld } from '../helpers/exam-world'

/**
 * `npm run bench:live`: what it costs to show a room of 500 live. One refresh beside the least query that could show
 * anything, and beside what reading the page of attempts anew costs; then how soon watchers hear of a save.
 */
const STUDENTS = 500
const REFRESHES = 200
const WATCHERS = 10
const SAVES = 100

let queries = 0
const query = pg.Client.prototype.query
pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
  queries += 1
  return Reflect.apply(query, this, given)
} as typeof query

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

async function measure(times: number, run: () => Promise<unknown>) {
  for (let i = 0; i < 10; i += 1) await run()
  const before = queries
  const took: number[] = []
  for (let i = 0; i < times; i += 1) {
    const from = performance.now()
    await run()
    took.push(performance.now() - from)
  }
  took.sort((a, b) => a - b)
  return { queries: (queries - before) / times, p50: at(took, 0.5), p95: at(took, 0.95) }
}

async function main() {
  const url = process.env.BENCH_DATABASE_URL
  if (!url) throw new Error('Run it by `npm run bench:live`.')
  process.env.TEST_DATABASE_URL = url
  const world = await createExamWorld()
  const { database, examId } = world
  const desk = examDesk(world)
  const viewer = { id: await world.addPerson('instructor'), isAdmin: false }
  const room = await desk.room(STUDENTS, {
    startedAt: new Date(),
    closesAt: new Date(Date.now() + 60 * MINUTE),
  })
  const store = createLiveStore(database)
  await forEachAtOnce(room, 8, async (sitting) => {
    for (const itemId of sitting.itemIds) await desk.save(sitting, { itemId, now: new Date() })
    await store.notePresence({ ...sitting, seat: 0, place: 2, unsaved: 0, now: new Date() })
  })
  await database.pool.query('ANALYZE')

  const results = {
    'least query': await measure(REFRESHES, () =>
      database.pool.query({
        name: 'least',
        text: 'SELECT id, user_id, deadline_at, closed_at FROM attempts WHERE exam_id = $1',
        values: [examId],
      }),
    ),
    refresh: await measure(REFRESHES, () => store.readRoom(examId)),
    'attempts page': await measure(REFRESHES / 10, () => world.deps.exams.findTaughtExam({ examId, viewer })),
  }
  console.log(`${STUDENTS} students, 3 problems each`)
  for (const [name, { queries: asked, p50, p95 }] of Object.entries(results))
    console.log(
      `${name.padEnd(14)} ${asked.toFixed(1)} queries, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
    )
  const ratio = (name: keyof typeof results) => (results.refresh.p50 / results[name].p50).toFixed(2)
  console.log(
    `refresh / least query: ${ratio('least query')}; refresh / attempts page: ${ratio('attempts page')}`,
  )

  const heard = new Map<string, (at: number) => void>()
  const watch = createRoomWatch({
    store,
    database,
    clock: { now: () => new Date() },
    onError: (error) => console.error(error),
  })
  const sessionToken = await world.addSession(viewer.id)
  let whole = 0
  for (let i = 0; i < WATCHERS; i += 1)
    watch.add({
      examId,
      viewer,
      sessionToken,
      beat: () => undefined,
      end: () => undefined,
      send: (news) => {
        if (news.whole) whole += 1
        else for (const { userId } of news.rows) heard.get(userId)?.(performance.now())
      },
    })
  while (whole < WATCHERS) await pause(20)
  const [asked, from] = [queries, performance.now()]
  const lags: number[] = []
  for (const sitting of room.slice(0, SAVES)) lags.push(await lag(sitting))
  const seconds = (performance.now() - from) / 1000
  const own = queries - asked - SAVES
  watch.stop()
  lags.sort((a, b) => a - b)
  console.log(
    `a save is told to ${WATCHERS} watchers after p50 ${at(lags, 0.5).toFixed(0)} ms, p99 ${at(lags, 0.99).toFixed(0)} ms, worst ${at(lags, 1).toFixed(0)} ms (aim: 2,000 ms); ${(own / seconds).toFixed(1)} queries a second for the whole room`,
  )

  /** Milliseconds from the acknowledged save until a watcher hears of it. */
  async function lag(sitting: Sitting): Promise<number> {
    // At any time between two looks.
    await pause(Math.random() * 200)
    const told = new Promise<number>((resolve) => heard.set(sitting.userId, resolve))
    const saved = await desk.save(sitting, { base: 1, now: new Date() })
    const since = performance.now()
    if (saved.kind !== 'saved') throw new Error(saved.kind)
    const lagMs = (await told) - since
    heard.delete(sitting.userId)
    return lagMs
  }
  await world.close()
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
