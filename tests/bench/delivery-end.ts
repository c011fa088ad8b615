import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Connection } from './delivery-connection'
import { count, heading, line, median, spread } from './delivery-numbers'
import { emptyLog, type Log, Saver } from './delivery-saver'
import type { Room } from './delivery-stampede'
import type { World } from './delivery-world'

/** Until the room's common end. */
const LEAD_MS = 5_000
/** How long the last may take before the run gives up, milliseconds. */
const PATIENCE_MS = 60_000
const OTHERS = 50

/** The whole room ends at one moment while students of another exam go on saving. */
export async function benchEnd(world: World, url: string, room: Room): Promise<void> {
  const { pool } = world.services.database
  // Everybody hands in something; those who came through the page hold seat 1, the others 0.
  const answers = emptyLog()
  const { rows: seats } = await pool.query<{ id: string; seat: number }>(
    'SELECT id, seat FROM attempts WHERE exam_id = $1',
    [room.examId],
  )
  const seatOf = new Map(seats.map(({ id, seat }) => [id, seat]))
  const { rows: saved } = await pool.query<{ id: string; revision: number }>(
    'SELECT i.id, i.revision FROM attempt_items i JOIN attempts a ON a.id = i.attempt_id WHERE a.exam_id = $1',
    [room.examId],
  )
  const untouched = new Set(saved.filter(({ revision }) => revision === 0).map(({ id }) => id))
  for (let i = 0; i < room.students.length; i += 20) {
    await Promise.all(
      room.students.slice(i, i + 20).map(async (student) => {
        const items = student.items.filter(({ id }) => untouched.has(id))
        const saver = new Saver(url, { ...student, items }, seatOf.get(student.attemptId) ?? 0)
        for (const _ of items) await saver.save(answers)
        saver.close()
      }),
    )
  }

  const otherExam = await world.addExam()
  const others = await Promise.all(
    (await world.addStudents(OTHERS)).map(async (student) => {
      const seated = await world.start(otherExam, student)
      return new Saver(url, seated)
    }),
  )
  const stop = new AbortController()
  setMaxListeners(0, stop.signal)
  const saves: Log = emptyLog()
  const saving = others.map((saver, i) => saver.keepSaving(250, i * 5, stop.signal, saves))
  const stalls = watchStalls(url, stop.signal)

  const end = Date.now() + LEAD_MS
  const heard: number[] = []
  room.onNews = (_, { closedAt, closesAt }) => {
    if (closedAt === null && Date.parse(closesAt) === end) heard.push(performance.now() - from)
  }
  const from = performance.now()
  await world.services.deps.terms.change({
    examId: room.examId,
    byId: room.students[0]!.userId,
    now: new Date(),
    change: { kind: 'extra-time', minutes: 0 },
    times: () => ({ deadlineAt: new Date(end), closesAt: new Date(end), late: null }),
  })
  const changed = performance.now() - from
  const closedAfter = await watchClosing(world, room.examId, end, seats.length)
  stop.abort()
  await Promise.all(saving)
  const longestStall = await stalls
  for (const each of [...others, ...room.browsers]) each.close()

  heading(
    `End: ${count(seats.length)} attempts at one moment while ${OTHERS} others save four times a second`,
  )
  line('new end for everybody, written', `${changed.toFixed(0)} ms`)
  line(
    `told to ${count(heard.length)} open pages (aim: 2 s), last after`,
    `${Math.max(...heard).toFixed(0)} ms`,
  )
  line(
    'closed, graded and signed after',
    `median ${(median(closedAfter) / 1000).toFixed(1)} s (aim: 5)  worst ${(Math.max(...closedAfter) / 1000).toFixed(1)} s (aim: 30)`,
  )
  line(`saves of the others (${count(saves.latencies.length)})`, spread(saves.latencies))
  line('longest time without a reply from the server', `${longestStall.toFixed(0)} ms`)
  const errors = [...answers.errors, ...saves.errors]
  if (closedAfter.length < seats.length)
    errors.push(`${seats.length - closedAfter.length} attempts are still open`)
  line('errors (aim: 0)', `${errors.length}${errors[0] ? `: ${errors[0].slice(0, 200)}` : ''}`)
  if (errors.length > 0) process.exitCode = 1
}

/** For each attempt how long after the end it was seen closed with every problem graded, milliseconds. */
async function watchClosing(world: World, examId: string, end: number, howMany: number): Promise<number[]> {
  const seen: number[] = []
  while (seen.length < howMany && Date.now() < end + PATIENCE_MS) {
    await pause(100)
    const { rows } = await world.services.database.pool.query<{ closed: number }>(
      `SELECT count(*)::int AS closed FROM attempts a WHERE a.exam_id = $1 AND a.closed_at IS NOT NULL AND a.receipt IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM attempt_items i WHERE i.attempt_id = a.id AND i.grade_status IS NULL)`,
      [examId],
    )
    const after = Date.now() - end
    for (let i = seen.length; i < (rows[0]?.closed ?? 0); i += 1) seen.push(after)
  }
  return seen
}

/** Asks the server every 20 ms whether it lives, and gives the longest wait, milliseconds. */
async function watchStalls(url: string, signal: AbortSignal): Promise<number> {
  const connection = new Connection(new URL(url))
  let longest = 0
  while (!signal.aborted) {
    const { ms } = await connection.get('/api/health/live')
    longest = Math.max(longest, ms)
    await pause(20)
  }
  connection.close()
  return longest
}
