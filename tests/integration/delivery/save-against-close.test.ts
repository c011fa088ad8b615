import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRng } from '@/lib/core/rng'
import { closeInTime, submitAttempt, sweepOverdue } from '@/lib/use-cases/close-attempt'
import type { Deps } from '@/lib/use-cases/deps'
import { verifyReceipt } from '@/lib/use-cases/verify-receipt'
import { type ExamDesk, examDesk, forEachAtOnce, MINUTE, type Sitting } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

/** Attempts of each kind; each has three problems that are being saved while it closes. */
const ATTEMPTS = 350

let world: ExamWorld
let desk: ExamDesk

beforeAll(async () => {
  world = await createExamWorld()
  desk = examDesk(world)
})
afterAll(() => world.close())

type Racer = Sitting & { readonly closesAt: Date }
/** Closes at the moment at which the attempt's time runs out, and with it whatever ran out before. */
type Close = (racer: Racer) => Promise<unknown>

const at = ({ closesAt }: Racer): Deps => ({ ...world.deps, clock: { now: () => closesAt } })
const bySubmit: Close = (racer) => submitAttempt(at(racer), racer)
const byExpiry: Close = (racer) => closeInTime(at(racer), racer.attemptId)
const byMany: Close = (racer) =>
  Promise.all([
    byExpiry(racer),
    bySubmit(racer),
    sweepOverdue(at(racer), 0),
    byExpiry(racer),
    bySubmit(racer),
  ])

/**
 * Saves each problem over and over, the next as soon as the last is acknowledged, while the attempt closes after so
 * many acknowledgements. Gives what was acknowledged for each problem, and how many saves were refused.
 */
async function race(racer: Racer, close: Close, after: number) {
  const lastMoment = new Date(racer.closesAt.getTime() - 1)
  let acknowledged = 0
  let closing: Promise<unknown> | undefined
  const closeWhenDue = () => {
    if (acknowledged >= after) closing ??= close(racer)
  }
  closeWhenDue()
  const revisions = await Promise.all(
    racer.itemIds.map(async (itemId) => {
      for (let base = 0; ; base += 1) {
        const reply = await desk.save(racer, {
          itemId,
          base,
          now: lastMoment,
          response: { total: `${base}` },
        })
        if (reply.kind === 'closed') return base
        expect(reply).toMatchObject({ kind: 'saved', revision: base + 1 })
        acknowledged += 1
        closeWhenDue()
      }
    }),
  )
  await closing
  return revisions
}

it.each([
  ['handing in', bySubmit],
  ['time running out', byExpiry],
  ['several closers at once', byMany],
])('a save is in the graded revision and the receipt, or was refused: %s', async (_name, close) => {
  const rng = createRng('races')
  const startedAt = world.clock.now()
  const closesAt = new Date(startedAt.getTime() + 40 * MINUTE)
  const sittings = await desk.room(ATTEMPTS, { startedAt, closesAt, apartMs: 1 })
  const acknowledged = new Map<string, number>()
  await forEachAtOnce(sittings, 8, async (sitting) => {
    const revisions = await race(sitting, close, rng.int(0, 6))
    for (const [i, revision] of revisions.entries()) acknowledged.set(sitting.itemIds[i] ?? '', revision)
  })

  const { rows } = await world.database.pool.query<{ id: string; graded: number; stored: number }>(
    `SELECT i.id, max(g.revision) AS graded, count(g.id)::int AS grades,
      (SELECT count(*)::int FROM revisions r WHERE r.item_id = i.id) AS stored
    FROM attempt_items i LEFT JOIN grades g ON g.item_id = i.id WHERE i.attempt_id = ANY($1) GROUP BY i.id`,
    [sittings.map(({ attemptId }) => attemptId)],
  )
  expect(rows).toHaveLength(ATTEMPTS * 3)
  const wrong = rows.filter(
    ({ id, ...row }) =>
      JSON.stringify(row) !==
      JSON.stringify({ graded: acknowledged.get(id), grades: 1, stored: acknowledged.get(id) }),
  )
  expect(wrong).toEqual([])
  // The race was one: some closes came before any save of a problem, some after several.
  expect(new Set(acknowledged.values()).size).toBeGreaterThan(2)

  const verdicts = new Map<string, number>()
  await forEachAtOnce(sittings, 8, async ({ attemptId, userId, itemIds }) => {
    const { receipt } = await world.database.prisma.attempt.findUniqueOrThrow({ where: { id: attemptId } })
    const verdict = await verifyReceipt(world.deps, {
      code: receipt ?? '',
      viewer: { id: userId, isAdmin: false },
    })
    const covered = itemIds.reduce((sum, id) => sum + (acknowledged.get(id) ?? 0), 0)
    const whole = verdict.kind === 'valid' && verdict.revisions === covered
    verdicts.set(whole ? 'valid' : verdict.kind, (verdicts.get(whole ? 'valid' : verdict.kind) ?? 0) + 1)
  })
  expect(Object.fromEntries(verdicts)).toEqual({ valid: ATTEMPTS })
})
