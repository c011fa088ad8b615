import { createHash } from 'node:crypto'
import type { Database } from '@/lib/db/client'
import type { AttemptTimes } from '@/lib/exam/schedule'
import { submitAttempt } from '@/lib/use-cases/close-attempt'
import type { Deps } from '@/lib/use-cases/deps'
import { startAttempt } from '@/lib/use-cases/start-attempt'
import { registry } from '@/questions/registry'
import { createChance } from './chance'
import type { SimulatedStudent } from './cohort'
import { simulateAnswer } from './simulate'

export interface Seat {
  readonly student: SimulatedStudent
  readonly userId: string
  /** A living login, since saves ask for one. */
  readonly sessionToken: string
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * One attempt from start to end by the product's own use cases, at simulated times. `until`: what happens after that
 * has not happened yet, and the attempt stays open. Gives what it did.
 *
 * An attempt of the past gets its times when it is closed: a running product would else close it at once, since by its
 * clock the time is up.
 */
export async function sit(
  database: Database,
  base: Deps,
  input: { seed: string; examId: string; seat: Seat; startedAt: Date; until: Date },
): Promise<'closed' | 'open' | 'refused'> {
  const { seed, examId, seat, startedAt, until } = input
  const { student, userId, sessionToken } = seat
  const chance = createChance(`${seed}/behaviour`)
  let now = startedAt
  const past = until.getTime() - startedAt.getTime() > DAY
  let times: AttemptTimes = { deadlineAt: null, closesAt: null, late: null }
  const deps: Deps = {
    ...base,
    clock: { now: () => now },
    attempts: {
      ...base.attempts,
      insert(attempt) {
        ;({ times } = attempt)
        return base.attempts.insert(
          past ? { ...attempt, times: { ...times, deadlineAt: null, closesAt: null } } : attempt,
        )
      },
    },
    newSeed: () => createHash('sha256').update(`${seed}/variant`).digest('hex').slice(0, 32),
  }
  const started = await startAttempt(deps, { examId, userId })
  if (!started.ok) return 'refused'
  const { attemptId } = started.value
  const attempt = await deps.attempts.findOwned({ attemptId, userId })
  if (!attempt) return 'refused'
  const seatNumber = (await deps.attempts.takeSeat({ attemptId, userId, now })) ?? 0
  for (const item of attempt.items) {
    const question = registry.find(item.type)
    if (!question) continue
    const own = createChance(`${seed}/answer/${item.slot}`)
    const states = simulateAnswer(question, item.params, item.settings, student, own)
    // A problem takes a few minutes, longer for whoever is unsure.
    const minutes = student.pace * (2 + 8 * own.unit()) * (states.length === 0 ? 0.3 : 1)
    let base = item.revision
    for (const [i, response] of states.entries()) {
      now = new Date(now.getTime() + (minutes * MINUTE * (0.7 + 0.6 * own.unit())) / states.length)
      if (now > until) return 'open'
      // What the product would not take any more.
      if (times.deadlineAt !== null && now >= times.deadlineAt) break
      const saved = await deps.attempts.save({
        attemptId,
        itemId: item.id,
        userId,
        sessionToken,
        seat: seatNumber,
        mutationId: uuidOf(`${seed}/${item.slot}/${i}`),
        base,
        response,
        typedAt: now,
        now,
      })
      if (saved.kind === 'saved') base = saved.revision
    }
    if (states.length === 0) now = new Date(now.getTime() + minutes * MINUTE)
  }
  const forgets = chance.happens(0.07)
  const end = times.closesAt
  const timeUp = end !== null && (forgets || now >= end)
  now = timeUp ? end : new Date(now.getTime() + (20 + 100 * chance.unit()) * 1000)
  if (now > until) return 'open'
  await submitAttempt(deps, { attemptId, userId })
  if (past)
    await database.pool.query(
      `WITH event AS (
        UPDATE attempt_events SET data = '{"reason": "time"}' WHERE attempt_id = $1 AND kind = 'closed' AND $4
      )
      UPDATE attempts SET deadline_at = $2, closes_at = $3, close_reason = CASE WHEN $4 THEN 'time' ELSE close_reason END
      WHERE id = $1`,
      [attemptId, times.deadlineAt, times.closesAt, timeUp],
    )
  // Its closing job has nothing left to do.
  await database.pool.query('SELECT graphile_worker.remove_job($1)', [`close:${attemptId}`])
  return 'closed'
}

/** Of the form of version 4, the same for the same text. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
