import type { Database } from '@/lib/db/client'
import type { Deps } from '@/lib/use-cases/deps'
import { createChance } from './chance'
import { exams, running } from './plan'
import { type Seat, sit } from './sit'
import { writeCourse } from './write-course'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** What was done, in numbers. */
export interface Written {
  readonly courseId: string
  readonly examIds: readonly string[]
  readonly runningId: string
  readonly attempts: number
}

/**
 * The course of simulated students. The same seed gives the same people, variants, answers and scores; only the dates
 * follow `now`: the exams were the week before last. What is there already is left as it is, and what an interrupted
 * run left half done is done anew, so that it can be run again at any time.
 *
 * `most`: only so many of the students. `withLogins`: whether the demo logins get their well-known passwords.
 */
export async function writeDemoData(
  database: Database,
  deps: Deps,
  {
    seed,
    now,
    most = Number.POSITIVE_INFINITY,
    withLogins = true,
  }: { seed: string; now: Date; most?: number; withLogins?: boolean },
  say: (words: string) => void = () => undefined,
): Promise<Written> {
  const written = await writeCourse(database, seed, { firstDay: mondayBeforeLast(now), now }, withLogins)
  const seats = written.seats.slice(0, most)
  let attempts = 0
  try {
    for (const [i, exam] of exams.entries()) {
      const examId = written.examIds[i] ?? ''
      const done = await finishedNumbers(database, examId)
      const opensAt = mondayBeforeLast(now).getTime() + exam.day * DAY
      await inLanes(seats, 4, async (seat) => {
        const chance = createChance(`${seed}/exam/${i}/${seat.student.index}`)
        if (!chance.happens(exam.turnout)) return
        const tries = chance.happens(exam.secondTries) ? 2 : 1
        // Most come at once where the window is short.
        let start =
          opensAt +
          chance.unit() * Math.min(8, exam.windowMinutes / 4) * MINUTE * (exam.windowMinutes > 600 ? 200 : 1)
        // Some come too late, and finish in the late period.
        if (exam.rules.late && chance.happens(0.06)) start = opensAt + (54 + 14 * chance.unit()) * MINUTE
        for (let number = 1; number <= tries; number += 1) {
          if ((done.get(seat.userId) ?? 0) < number) {
            const outcome = await sit(database, deps, {
              seed: `${seed}/exam/${i}/${seat.student.index}/${number}`,
              examId,
              // Whoever tries again has learned something.
              seat: {
                ...seat,
                student: { ...seat.student, ability: seat.student.ability + 0.5 * (number - 1) },
              },
              startedAt: new Date(start),
              until: now,
            })
            if (outcome === 'closed') attempts += 1
          }
          start += 60 * MINUTE
        }
      })
      say(`${exam.title.en}: written`)
    }
    attempts += await writeRunning(database, deps, seed, now, written.runningId, seats)
  } finally {
    await database.prisma.session.deleteMany({
      where: { sessionToken: { in: written.seats.map(({ sessionToken }) => sessionToken) } },
    })
  }
  return { ...written, attempts }
}

/** Some at work right now; only on the first run, since their time passes. */
async function writeRunning(
  database: Database,
  deps: Deps,
  seed: string,
  now: Date,
  examId: string,
  seats: readonly Seat[],
): Promise<number> {
  if ((await database.prisma.attempt.count({ where: { examId } })) > 0) return 0
  let attempts = 0
  await inLanes(seats.slice(0, running.students), 4, async (seat) => {
    const chance = createChance(`${seed}/running/${seat.student.index}`)
    await sit(database, deps, {
      seed: `${seed}/running/${seat.student.index}`,
      examId,
      seat,
      startedAt: new Date(now.getTime() - (2 + 30 * chance.unit()) * MINUTE),
      until: now,
    })
    attempts += 1
  })
  return attempts
}

/** How many attempts of each student are closed; open ones of an interrupted run are taken away. */
async function finishedNumbers({ prisma }: Database, examId: string): Promise<Map<string, number>> {
  await prisma.attempt.deleteMany({ where: { examId, closedAt: null } })
  const rows = await prisma.attempt.groupBy({ by: ['userId'], where: { examId }, _count: true })
  return new Map(rows.map(({ userId, _count }) => [userId, _count]))
}

/** Monday of the week before last, 10:00 in Seoul. */
function mondayBeforeLast(now: Date): Date {
  const seoul = new Date(now.getTime() + 9 * 60 * MINUTE)
  const sinceMonday = (seoul.getUTCDay() + 6) % 7
  const midnight = Date.UTC(seoul.getUTCFullYear(), seoul.getUTCMonth(), seoul.getUTCDate())
  return new Date(midnight - (sinceMonday + 14) * DAY + 60 * MINUTE)
}

async function inLanes<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let next = 0
  const lane = async () => {
    for (let i = next++; i < items.length; i = next++) await work(items[i] as Item)
  }
  await Promise.all(Array.from({ length: width }, lane))
}
