import { isId } from '@/lib/core/ids'
import { responseSchema } from '@/lib/question/field'
import type { SaveInput, SaveOutcome } from '@/lib/use-cases/deps'
import type { Database } from './client'
import { needsSafeExamBrowser } from './seb-store'
import { transaction } from './transaction'

/**
 * The whole save in one statement: the login is alive, the attempt is the caller's and still takes saves, the work was
 * typed in time and in the window at work, the problem is not one that was left for good, the client knows the latest
 * revision, and comes from Safe Exam Browser where that is asked for. The share lock on the attempt makes a save and a
 * close wait for each other, so that a save never wins after the close and never vanishes before it; the condition on
 * the revision lets one of two racing saves through. Each revision's hash covers the one before it, which makes the
 * chain that a receipt vouches for.
 */
export const saveStatement = {
  name: 'save-revision',
  text: `
    WITH live AS (
      SELECT a.id, a.one_way, a.reached FROM attempts a
      WHERE a.id = $1 AND a.user_id = $2 AND a.closed_at IS NULL AND (a.closes_at IS NULL OR a.closes_at > $8)
        AND (a.deadline_at IS NULL OR a.deadline_at >= $9) AND a.seat = $10
        AND EXISTS (SELECT 1 FROM sessions s WHERE s.session_token = $3 AND s.user_id = $2 AND s.expires > $8)
        AND ($11 OR NOT ${needsSafeExamBrowser})
      FOR SHARE
    ), bumped AS (
      UPDATE attempt_items i SET revision = i.revision + 1 FROM live
      WHERE i.id = $4 AND i.attempt_id = live.id AND i.revision = $5
        AND (NOT live.one_way OR i.position = live.reached)
        AND NOT EXISTS (SELECT 1 FROM revisions r WHERE r.item_id = $4 AND r.mutation_id = $6)
      RETURNING i.revision
    )
    INSERT INTO revisions (item_id, number, mutation_id, response, received_at, hash)
    SELECT $4, bumped.revision, $6, $7, $8, revision_hash(
      COALESCE((SELECT r.hash FROM revisions r WHERE r.item_id = $4 AND r.number = $5), ''),
      $4, bumped.revision, $6, $8, $7)
    FROM bumped
    RETURNING number`,
}

/** Why nothing was written: asked only then. */
const whyStatement = {
  name: 'why-not-saved',
  text: `
    SELECT a.closed_at IS NOT NULL OR COALESCE(a.closes_at <= $6, false) OR COALESCE(a.deadline_at < $7, false)
        OR (a.one_way AND i.position < a.reached) AS closed,
      EXISTS (SELECT 1 FROM sessions s WHERE s.session_token = $3 AND s.user_id = $2 AND s.expires > $6) AS signed_in,
      a.closed_at IS NULL AND COALESCE(a.closes_at > $6, true) AND ${needsSafeExamBrowser} AS needs_seb,
      a.seat, i.revision,
      latest.response, latest.mutation_id,
      (SELECT r.number FROM revisions r WHERE r.item_id = i.id AND r.mutation_id = $5) AS repeated,
      (SELECT r.received_at FROM revisions r WHERE r.item_id = i.id AND r.mutation_id = $5) AS repeated_at
    FROM attempt_items i JOIN attempts a ON a.id = i.attempt_id
      LEFT JOIN revisions latest ON latest.item_id = i.id AND latest.number = i.revision
    WHERE i.id = $4 AND a.id = $1 AND a.user_id = $2 AND (NOT a.one_way OR i.position <= a.reached)`,
}

interface WhyRow {
  closed: boolean
  signed_in: boolean
  needs_seb: boolean
  seat: number
  revision: number
  response: unknown
  mutation_id: string | null
  repeated: number | null
  repeated_at: Date | null
}

/** Late work of one problem that is kept: enough for a person to judge, too little to fill a disk. */
const KEPT = 20

const keepLateStatement = {
  name: 'keep-late-work',
  text: `
    INSERT INTO late_work (item_id, mutation_id, response, typed_at, received_at)
    SELECT $1, $2, $3, $4, $5 WHERE (SELECT count(*) FROM late_work WHERE item_id = $1) < ${KEPT}
    ON CONFLICT DO NOTHING`,
}

/** Whether it is kept, by now or since an earlier copy. The lock puts a flood in line, so that it is counted. */
const keepLateWork = (
  database: Database,
  itemId: string,
  mutationId: string,
  text: string,
  typedAt: Date,
  now: Date,
): Promise<boolean> =>
  transaction(database, async (client) => {
    await client.query('SELECT 1 FROM attempt_items WHERE id = $1 FOR NO KEY UPDATE', [itemId])
    await client.query({ ...keepLateStatement, values: [itemId, mutationId, text, typedAt, now] })
    const { rowCount } = await client.query(
      'SELECT 1 FROM late_work WHERE item_id = $1 AND mutation_id = $2',
      [itemId, mutationId],
    )
    return rowCount === 1
  })

export async function saveRevision(database: Database, input: SaveInput): Promise<SaveOutcome> {
  const { pool } = database
  const {
    attemptId,
    itemId,
    userId,
    sessionToken,
    seat,
    mutationId,
    base,
    response,
    insideSeb = false,
    now,
  } = input
  if (![attemptId, itemId, mutationId].every(isId)) return { kind: 'not-found' }
  const typedAt = input.typedAt < now ? input.typedAt : now
  const text = JSON.stringify(response)
  const saved = await pool.query<{ number: number }>({
    ...saveStatement,
    values: [attemptId, userId, sessionToken, itemId, base, mutationId, text, now, typedAt, seat, insideSeb],
  })
  const [row] = saved.rows
  if (row) return { kind: 'saved', revision: row.number, savedAt: now, newer: null }

  const found = await pool.query<WhyRow>({
    ...whyStatement,
    values: [attemptId, userId, sessionToken, itemId, mutationId, now, typedAt],
  })
  const [why] = found.rows
  if (!why) return { kind: 'not-found' }
  if (!why.signed_in) return { kind: 'signed-out' }
  if (why.needs_seb && !insideSeb) return { kind: 'safe-exam-browser' }
  if (why.repeated !== null && why.repeated_at !== null) {
    const newer =
      why.repeated === why.revision
        ? null
        : { revision: why.revision, response: responseSchema.parse(why.response ?? {}) }
    return { kind: 'saved', revision: why.repeated, savedAt: why.repeated_at, newer }
  }
  if (why.closed)
    return { kind: 'closed', kept: await keepLateWork(database, itemId, mutationId, text, typedAt, now) }
  if (why.seat !== seat) return { kind: 'elsewhere' }
  return {
    kind: 'stale',
    revision: why.revision,
    response: responseSchema.parse(why.response ?? {}),
    mutationId: why.mutation_id,
  }
}
