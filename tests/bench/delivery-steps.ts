import { randomUUID } from 'node:crypto'
import { decode } from 'next-auth/jwt'
import { createLoginReader } from '@/lib/auth/login-cookie'
import { toStorable } from '@/lib/question/field'
import { saveBody } from '@/lib/server/roads/save-body'
import { Connection } from './delivery-connection'
import { heading, line, median } from './delivery-numbers'
import type { Target } from './delivery-save'
import { SECRET, type Seated, type World } from './delivery-world'

const ROUNDS = 5
const ROUND_MS = 400
/** As many statements at once as the server's pool has connections. */
const AT_ONCE = 12

/** What each step of a save costs, microseconds, each measured in turn several times over. */
export async function benchSteps(
  world: World,
  product: Target,
  bare: Target,
  students: readonly Seated[],
): Promise<void> {
  const student = students[0]!
  const body = JSON.stringify({
    itemId: student.items[0]!.id,
    mutationId: randomUUID(),
    seat: 0,
    typedAt: new Date(),
    base: 0,
    response: student.items.at(-1)!.response,
  })
  const readLogin = createLoginReader(SECRET)
  const token = student.cookie.slice(student.cookie.indexOf('=') + 1)
  const { pool } = world.services.database
  const sql = (parts: Parts) => {
    const text = saveStatement(parts)
    const name = `bench-${Object.values(parts).map(Number).join('')}`
    return {
      at: AT_ONCE,
      run: async (lane: number) => {
        const { attemptId, userId, sessionToken, items } = students[lane]!
        const item = items[lane % items.length]!
        const now = new Date()
        const values = [
          attemptId,
          userId,
          sessionToken,
          item.id,
          randomUUID(),
          JSON.stringify(item.response),
          now,
        ]
        const { rowCount } = await pool.query({ name, text, values })
        if (rowCount !== 1) throw new Error('the statement wrote nothing')
      },
    }
  }
  const live = (target: Target) => {
    const connections = students.slice(0, AT_ONCE).map(() => new Connection(new URL(target.url)))
    return {
      at: AT_ONCE,
      run: async (lane: number) => void (await connections[lane]!.get('/api/health/live')),
      close: () => {
        for (const connection of connections) connection.close()
      },
    }
  }
  const steps: Record<string, Step> = {
    'login cookie, decrypted (first time)': {
      at: 1,
      run: async () => void (await decode({ token, secret: SECRET })),
    },
    'login cookie, remembered': { at: 1, run: async () => void (await readLogin(student.cookie)) },
    'JSON.parse alone': { at: 1, run: () => JSON.parse(body) },
    'JSON.parse, zod and clean text': {
      at: 1,
      run: () => toStorable(saveBody.parse(JSON.parse(body)).response),
    },
    'SQL: the two writes': sql({ session: false, lock: false, hash: false }),
    'SQL: with the session check': sql({ session: true, lock: false, hash: false }),
    'SQL: with the share lock': sql({ session: false, lock: true, hash: false }),
    'SQL: with the hash chain': sql({ session: false, lock: false, hash: true }),
    'SQL: with all of them': sql({ session: true, lock: true, hash: true }),
    'HTTP of the bare server, no database': live(bare),
    "HTTP and router of the product's, no database": live(product),
  }
  const costs = new Map<string, number[]>()
  for (let i = 0; i <= ROUNDS; i += 1) {
    for (const [name, step] of Object.entries(steps)) {
      const cost = await measure(step)
      // The first round warms up.
      if (i > 0) costs.set(name, [...(costs.get(name) ?? []), cost])
    }
  }
  for (const step of Object.values(steps)) step.close?.()

  heading(
    `Steps of a save, each measured alone (SQL and HTTP ${AT_ONCE} at once: the time between two replies)`,
  )
  for (const [name, values] of costs) line(name, `${median(values).toFixed(1).padStart(7)} µs`)
}

interface Step {
  /** How many run at once. */
  readonly at: number
  readonly run: (lane: number) => unknown
  readonly close?: () => void
}

/** Microseconds of one run, as many at once as the step says. */
async function measure({ at, run }: Step): Promise<number> {
  const from = performance.now()
  let done = 0
  await Promise.all(
    Array.from({ length: at }, async (_, lane) => {
      while (performance.now() - from < ROUND_MS) {
        // Several between two looks at the clock, which costs as much as the cheapest step.
        for (let i = 0; i < 5; i += 1) await run(lane)
        done += 5
      }
    }),
  )
  return (1000 * (performance.now() - from)) / done
}

interface Parts {
  readonly session: boolean
  readonly lock: boolean
  readonly hash: boolean
}

/** The save statement of lib/db/save-revision.ts with its parts to be had one by one. */
const saveStatement = ({ session, lock, hash }: Parts): string => `
  WITH live AS (
    SELECT a.id FROM attempts a
    WHERE a.id = $1 AND a.user_id = $2 AND a.closed_at IS NULL AND (a.closes_at IS NULL OR a.closes_at > $7)
      AND ($3::text IS NOT NULL ${session ? 'AND EXISTS (SELECT 1 FROM sessions s WHERE s.session_token = $3 AND s.user_id = $2 AND s.expires > $7)' : ''})
    ${lock ? 'FOR SHARE' : ''}
  ), bumped AS (
    UPDATE attempt_items i SET revision = i.revision + 1 FROM live
    WHERE i.id = $4 AND i.attempt_id = live.id RETURNING i.revision
  )
  INSERT INTO revisions (item_id, number, mutation_id, response, received_at, hash)
  SELECT $4, bumped.revision, $5, $6, $7, ${
    hash
      ? `revision_hash(COALESCE((SELECT r.hash FROM revisions r WHERE r.item_id = $4 AND r.number = bumped.revision - 1), ''),
          $4, bumped.revision, $5, $7, $6)`
      : "'\\x00'::bytea"
  }
  FROM bumped RETURNING number`
