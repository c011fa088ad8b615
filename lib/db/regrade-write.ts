import type pg from 'pg'
import { markScores } from './mark-scores'

interface PageInput {
  readonly runId: string
  readonly items: number
  readonly now: Date
}

/** The run's lock, and how far it has come; null where it is not in this status (any more). */
async function lockRun(
  client: pg.ClientBase,
  runId: string,
  status: string,
): Promise<{ cursor: string | null } | null> {
  const { rows } = await client.query<{ cursor: string | null }>({
    name: 'regrade-lock',
    text: 'SELECT cursor FROM regrade_runs WHERE id = $1 AND status = $2 FOR NO KEY UPDATE',
    values: [runId, status],
  })
  return rows[0] ?? null
}

/**
 * Locks the next items of the run and gives their ids. Whoever overrides one of them at this moment is waited for, and
 * the statement that follows sees their grade.
 */
async function lockItems(
  client: pg.ClientBase,
  input: PageInput,
  cursor: string | null,
  which: 'apply' | 'back',
) {
  const condition = which === 'apply' ? 'r.changed AND r.skipped IS NULL' : 'r.applied_grade_id IS NOT NULL'
  const { rows } = await client.query<{ id: string }>({
    name: `regrade-next-${which}`,
    text: `SELECT i.id FROM regrade_items r JOIN attempt_items i ON i.id = r.item_id
      WHERE r.run_id = $1 AND ${condition} AND ($2::uuid IS NULL OR r.item_id > $2)
      ORDER BY r.item_id LIMIT $3 FOR NO KEY UPDATE OF i`,
    values: [input.runId, cursor, input.items],
  })
  return rows.map(({ id }) => id)
}

async function advance(
  client: pg.ClientBase,
  { runId, now }: PageInput,
  ids: readonly string[],
  end: string,
) {
  await client.query({
    name: 'regrade-advance-write',
    text: `UPDATE regrade_runs SET touched_at = $2, done = done + $3, cursor = COALESCE($4, cursor),
      status = CASE WHEN $4::uuid IS NULL THEN $5 ELSE status END WHERE id = $1`,
    values: [runId, now, ids.length, ids.at(-1) ?? null, end],
  })
}

async function markAttemptsOf(client: pg.ClientBase, itemIds: readonly string[]) {
  const { rows } = await client.query<{ attempt_id: string }>(
    'SELECT DISTINCT attempt_id FROM attempt_items WHERE id = ANY($1)',
    [itemIds],
  )
  await markScores(client, { attemptIds: rows.map((row) => row.attempt_id) })
}

/** The latest grade of each item counts, so that a new one has to be later than the one it follows. */
const latest = `JOIN LATERAL (
  SELECT id, at, kind FROM grades WHERE item_id = r.item_id ORDER BY at DESC, id DESC LIMIT 1) AS l ON true`

export async function applyRegradePage(client: pg.ClientBase, input: PageInput): Promise<void> {
  const run = await lockRun(client, input.runId, 'applying')
  if (!run) return
  const ids = await lockItems(client, input, run.cursor, 'apply')
  if (ids.length > 0)
    await client.query({
      name: 'regrade-apply',
      text: `
        WITH page AS (
          SELECT r.*, run.by_id, run.applied_by_id, run.reason, gen_random_uuid() AS grade_id,
            GREATEST($3::timestamptz, l.at + interval '1 millisecond') AS at,
            l.id IS NOT DISTINCT FROM r.before_grade_id AS same
          FROM regrade_items r JOIN regrade_runs run ON run.id = r.run_id LEFT ${latest}
          WHERE r.run_id = $1 AND r.item_id = ANY($2)
        ), written AS (
          INSERT INTO grades (id, item_id, kind, grader, revision, result, points, late_percent, at, by_id, reason)
          SELECT grade_id, item_id, 'regrade', grader, revision, result, after_points, late_percent, at,
            COALESCE(applied_by_id, by_id), reason
          FROM page WHERE same
        ), shown AS (
          UPDATE attempt_items i SET awarded = page.after_points, grade_status = page.result->>'status', broken_at = NULL
          FROM page WHERE i.id = page.item_id AND page.same
        )
        UPDATE regrade_items r SET applied_grade_id = CASE WHEN page.same THEN page.grade_id END,
          skipped = CASE WHEN page.same THEN NULL ELSE 'changed-since' END
        FROM page WHERE r.run_id = page.run_id AND r.item_id = page.item_id`,
      values: [input.runId, ids, input.now],
    })
  await markAttemptsOf(client, ids)
  await advance(client, input, ids, 'applied')
}

/** Nothing is deleted: the grade from before is written again as a new event. */
export async function rollBackRegradePage(client: pg.ClientBase, input: PageInput): Promise<void> {
  const run = await lockRun(client, input.runId, 'rolling-back')
  if (!run) return
  const ids = await lockItems(client, input, run.cursor, 'back')
  if (ids.length > 0)
    await client.query({
      name: 'regrade-roll-back',
      text: `
        WITH page AS (
          SELECT r.run_id, r.item_id, run.rolled_back_by_id, run.roll_back_reason, gen_random_uuid() AS grade_id,
            GREATEST($3::timestamptz, l.at + interval '1 millisecond') AS at,
            b.grader, b.revision, b.result, b.points, b.late_percent
          FROM regrade_items r JOIN regrade_runs run ON run.id = r.run_id ${latest}
            JOIN grades b ON b.id = r.before_grade_id
          WHERE r.run_id = $1 AND r.item_id = ANY($2) AND l.id = r.applied_grade_id
        ), written AS (
          INSERT INTO grades (id, item_id, kind, grader, revision, result, points, late_percent, at, by_id, reason)
          SELECT grade_id, item_id, 'regrade', grader, revision, result, points, late_percent, at, rolled_back_by_id,
            roll_back_reason FROM page
        ), shown AS (
          UPDATE attempt_items i SET awarded = page.points, grade_status = page.result->>'status'
          FROM page WHERE i.id = page.item_id
        )
        UPDATE regrade_items r SET rolled_back_grade_id = page.grade_id
        FROM page WHERE r.run_id = page.run_id AND r.item_id = page.item_id`,
      values: [input.runId, ids, input.now],
    })
  await markAttemptsOf(client, ids)
  await advance(client, input, ids, 'rolled-back')
}
