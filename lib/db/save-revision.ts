import { isId } from '@/lib/core/ids'
import { responseSchema } from '@/lib/question/field'
import type { SaveInput, SaveOutcome } from '@/lib/use-cases/deps'
import type { Database } from './client'

/**
 * The whole save in one statement: the login is alive, the attempt is the caller's and still takes saves, the client
 * knows the latest revision. The share lock on the attempt makes a save and a close wait for each other, so that a
 * save never wins after the close and never vanishes before it; the condition on the revision lets one of two racing
 * saves through.
 */
const saveStatement = {
  name: 'save-revision',
  text: `
    WITH live AS (
      SELECT a.id FROM attempts a
      WHERE a.id = $1 AND a.user_id = $2 AND a.closed_at IS NULL AND (a.closes_at IS NULL OR a.closes_at > $8)
        AND EXISTS (SELECT 1 FROM sessions s WHERE s.session_token = $3 AND s.user_id = $2 AND s.expires > $8)
      FOR SHARE
    ), bumped AS (
      UPDATE attempt_items i SET revision = i.revision + 1 FROM live
      WHERE i.id = $4 AND i.attempt_id = live.id AND i.revision = $5
        AND NOT EXISTS (SELECT 1 FROM revisions r WHERE r.item_id = $4 AND r.mutation_id = $6)
      RETURNING i.revision
    )
    INSERT INTO revisions (item_id, number, mutation_id, response, received_at)
    SELECT $4, bumped.revision, $6, $7, $8 FROM bumped
    RETURNING number`,
}

/** Why nothing was written: asked only then. */
const whyStatement = {
  name: 'why-not-saved',
  text: `
    SELECT a.closed_at IS NOT NULL OR a.closes_at <= $6 AS closed,
      EXISTS (SELECT 1 FROM sessions s WHERE s.session_token = $3 AND s.user_id = $2 AND s.expires > $6) AS signed_in,
      i.revision,
      (SELECT r.response FROM revisions r WHERE r.item_id = i.id AND r.number = i.revision) AS response,
      (SELECT r.number FROM revisions r WHERE r.item_id = i.id AND r.mutation_id = $5) AS repeated,
      (SELECT r.received_at FROM revisions r WHERE r.item_id = i.id AND r.mutation_id = $5) AS repeated_at
    FROM attempt_items i JOIN attempts a ON a.id = i.attempt_id
    WHERE i.id = $4 AND a.id = $1 AND a.user_id = $2`,
}

interface WhyRow {
  closed: boolean
  signed_in: boolean
  revision: number
  response: unknown
  repeated: number | null
  repeated_at: Date | null
}

export async function saveRevision({ pool }: Database, input: SaveInput): Promise<SaveOutcome> {
  const { attemptId, itemId, userId, sessionToken, mutationId, base, response, now } = input
  if (![attemptId, itemId, mutationId].every(isId)) return { kind: 'not-found' }
  const saved = await pool.query<{ number: number }>({
    ...saveStatement,
    values: [attemptId, userId, sessionToken, itemId, base, mutationId, JSON.stringify(response), now],
  })
  const [row] = saved.rows
  if (row) return { kind: 'saved', revision: row.number, savedAt: now }

  const found = await pool.query<WhyRow>({
    ...whyStatement,
    values: [attemptId, userId, sessionToken, itemId, mutationId, now],
  })
  const [why] = found.rows
  if (!why) return { kind: 'not-found' }
  if (!why.signed_in) return { kind: 'signed-out' }
  if (why.repeated !== null && why.repeated_at !== null) {
    return { kind: 'saved', revision: why.repeated, savedAt: why.repeated_at }
  }
  if (why.closed) return { kind: 'closed' }
  return { kind: 'stale', revision: why.revision, response: responseSchema.parse(why.response ?? {}) }
}
