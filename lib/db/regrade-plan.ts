import type pg from 'pg'
import { z } from 'zod'
import { lateTermsSchema } from '@/lib/exam/late'
import { policySchema } from '@/lib/exam/regrade'
import { responseSchema } from '@/lib/question/field'
import type { RegradePage, RegradeStore } from '@/lib/use-cases/regrade-store'
import { jsonObjectSchema } from './rows'

interface RunRow {
  exam_id: string
  policy: string
  include_manual: boolean
  slots: number[]
  versions: Record<string, string>
  cursor: string | null
}

interface ItemRow {
  id: string
  attempt_id: string
  type: string
  params: unknown
  settings: unknown
  points: number
  revision: number
  response: unknown
  received_at: Date | null
  late: unknown
  awarded: number | null
  grade_id: string | null
  grade_points: number | null
  grade_kind: string | null
  others_awarded: number
  others_points: number
}

/** The next attempts of a run that is planning, with all that grading their answers anew needs, in three statements. */
export async function readRegradePage(
  pool: pg.Pool,
  { runId, attempts }: Parameters<RegradeStore['readPage']>[0],
): Promise<RegradePage | null> {
  const runs = await pool.query<RunRow>({
    name: 'regrade-run',
    text: `SELECT exam_id, policy, include_manual, slots, versions, cursor FROM regrade_runs
      WHERE id = $1 AND status = 'planning'`,
    values: [runId],
  })
  const [run] = runs.rows
  if (!run) return null
  const { rows: next } = await pool.query<{ id: string }>({
    name: 'regrade-attempts',
    text: `SELECT id FROM attempts WHERE exam_id = $1 AND closed_at IS NOT NULL AND NOT is_preview
      AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
    values: [run.exam_id, run.cursor, attempts],
  })
  const { rows } = await pool.query<ItemRow>({
    name: 'regrade-items',
    text: `
      SELECT i.id, i.attempt_id, i.type, i.params, v.settings, i.points, i.revision, r.response, r.received_at, a.late,
        g.id AS grade_id, g.points AS grade_points, g.kind AS grade_kind,
        o.awarded::int AS others_awarded, o.points::int AS others_points
      FROM attempt_items i
        JOIN attempts a ON a.id = i.attempt_id
        JOIN question_versions v ON v.id = COALESCE(($3::jsonb ->> i.question_version_id::text)::uuid, i.question_version_id)
        LEFT JOIN revisions r ON r.item_id = i.id AND r.number = i.revision
        LEFT JOIN LATERAL (
          SELECT id, points, kind FROM grades WHERE item_id = i.id ORDER BY at DESC, id DESC LIMIT 1) AS g ON true
        CROSS JOIN LATERAL (
          SELECT COALESCE(sum(s.awarded), 0) AS awarded,
            COALESCE(sum(s.points) FILTER (WHERE s.awarded IS NOT NULL), 0) AS points
          FROM attempt_items s WHERE s.attempt_id = i.attempt_id AND NOT s.slot = ANY($2)) AS o
      WHERE i.attempt_id = ANY($1) AND i.slot = ANY($2) ORDER BY i.attempt_id, i.position`,
    values: [next.map(({ id }) => id), run.slots, JSON.stringify(run.versions)],
  })
  return {
    run: { id: runId, policy: policySchema.parse(run.policy), includeManual: run.include_manual },
    cursor: run.cursor,
    next: next.at(-1)?.id ?? null,
    attempts: next.length,
    items: rows.map((row) => ({
      id: row.id,
      attemptId: row.attempt_id,
      type: row.type,
      params: jsonObjectSchema.parse(row.params),
      settings: z.json().parse(row.settings),
      points: row.points,
      revision: row.revision,
      response: row.response === null ? {} : responseSchema.parse(row.response),
      savedAt: row.received_at,
      audit: null,
      late: lateTermsSchema.nullable().parse(row.late),
      beforeGradeId: row.grade_id,
      beforePoints: row.grade_points,
      manual: row.grade_kind === 'manual',
      others: { awarded: row.others_awarded, points: row.others_points },
    })),
  }
}

/**
 * Writes the page and moves the cursor, if it still stands where the page was read. Results are kept only where they
 * differ from the grade before: equal ones are equal to the bit, since the database compares the numbers as written.
 */
export async function writeRegradePage(
  client: pg.ClientBase,
  { page, planned, now }: Parameters<RegradeStore['writePage']>[0],
): Promise<void> {
  const { rowCount } = await client.query({
    name: 'regrade-advance',
    text: `UPDATE regrade_runs SET cursor = COALESCE($3, cursor), done = done + $4, touched_at = $5,
        status = CASE WHEN $3::uuid IS NULL THEN 'planned' ELSE status END
      WHERE id = $1 AND status = 'planning' AND cursor IS NOT DISTINCT FROM $2::uuid`,
    values: [page.run.id, page.cursor, page.next, page.attempts, now],
  })
  if (rowCount !== 1 || planned.length === 0) return
  const column = <Value>(pick: (grade: (typeof planned)[number]) => Value) => planned.map(pick)
  await client.query({
    name: 'regrade-plan',
    text: `
      INSERT INTO regrade_items (run_id, item_id, before_grade_id, before_points, after_points, late_percent, revision,
        grader, result, changed, skipped)
      SELECT $1, p.item_id, p.before_id, p.before_points, p.points, p.late, p.revision, p.grader,
        CASE WHEN c.changed THEN p.result END, c.changed, p.skipped
      FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::int[], $6::int[], $7::int[], $8::text[], $9::jsonb[], $10::text[])
          AS p(item_id, before_id, before_points, points, late, revision, grader, result, skipped)
        LEFT JOIN grades g ON g.id = p.before_id
        CROSS JOIN LATERAL (SELECT p.points IS NOT NULL AND (g.id IS NULL OR g.points <> p.points
          OR g.late_percent <> p.late OR g.result <> p.result) AS changed) AS c
      ON CONFLICT DO NOTHING`,
    values: [
      page.run.id,
      column(({ itemId }) => itemId),
      column(({ beforeGradeId }) => beforeGradeId),
      column(({ beforePoints }) => beforePoints),
      column(({ points }) => points),
      column(({ latePercent }) => latePercent),
      column(({ revision }) => revision),
      column(({ grader }) => grader),
      column(({ result }) => (result === null ? null : JSON.stringify(result))),
      column(({ skipped }) => skipped),
    ],
  })
}
