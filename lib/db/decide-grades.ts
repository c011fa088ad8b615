import type pg from 'pg'
import { isId } from '@/lib/core/ids'
import { textOf } from '@/lib/exam/review/group'
import { responseSchema } from '@/lib/question/field'
import { type GradeResult, gradeResultSchema } from '@/lib/question/grade-result'
import type { Decision, DecisionOutcome } from '@/lib/use-cases/review-store'
import type { Database } from './client'
import { markScores } from './mark-scores'
import { MAY_GRADE } from './may-grade'
import { transaction } from './transaction'

interface LockedRow {
  id: string
  attempt_id: string
  exam_id: string
  course_id: string
  type: string
  params: unknown
  points: number
  revision: number
}

interface LatestRow {
  id: string
  item_id: string
  result: unknown
  points: number
  late_percent: number
  revision: number
  response: unknown
}

/** The items in one order for everybody, so that two decisions wait for each other instead of locking each other out. */
async function lockItems(
  client: pg.ClientBase,
  ids: readonly string[],
  viewer: { id: string; isAdmin: boolean },
): Promise<LockedRow[]> {
  const { rows } = await client.query<LockedRow>(
    `SELECT i.id, i.attempt_id, e.id AS exam_id, e.course_id, i.type, i.params, i.points, i.revision
    FROM attempt_items i JOIN attempts a ON a.id = i.attempt_id JOIN exams e ON e.id = a.exam_id
    WHERE i.id = ANY($1::uuid[]) AND a.closed_at IS NOT NULL AND NOT a.is_preview AND ${MAY_GRADE}
    ORDER BY i.id FOR UPDATE OF i`,
    [ids, viewer.id, viewer.isAdmin],
  )
  return rows
}

/** Read after the locks are held: whatever another has just decided is seen. */
async function readLatest(client: pg.ClientBase, ids: readonly string[]): Promise<Map<string, LatestRow>> {
  const { rows } = await client.query<LatestRow>(
    `SELECT DISTINCT ON (g.item_id) g.id, g.item_id, g.result, g.points, g.late_percent, g.revision, r.response
    FROM grades g LEFT JOIN revisions r ON r.item_id = g.item_id AND r.number = g.revision
    WHERE g.item_id = ANY($1::uuid[]) ORDER BY g.item_id, g.at DESC, g.id DESC`,
    [ids],
  )
  return new Map(rows.map((row) => [row.item_id, row]))
}

interface WrittenGrade {
  readonly itemId: string
  readonly revision: number
  readonly result: GradeResult
  readonly points: number
  readonly latePercent: number
  readonly status: string
}

interface EventFacts {
  readonly byId: string
  readonly now: Date
  readonly reason: string | null
  readonly decisionId: string | null
  readonly undoesId: string | null
}

/** A grade never carries an earlier time than the one before it, whatever the clocks say: the latest counts. */
async function writeGrades(
  client: pg.ClientBase,
  grades: readonly WrittenGrade[],
  { byId, now, reason, decisionId, undoesId }: EventFacts,
): Promise<void> {
  await client.query(
    `WITH given AS (
      SELECT * FROM jsonb_to_recordset($1) AS g(
        "itemId" uuid, revision int, result jsonb, points int, "latePercent" int, status text)
    ), written AS (
      INSERT INTO grades (id, item_id, kind, grader, revision, result, points, late_percent, at, by_id, reason,
        decision_id, undoes_id)
      SELECT gen_random_uuid(), "itemId", 'manual', 'person', revision, result, points, "latePercent",
        GREATEST($2::timestamptz, (SELECT max(at) + interval '1 millisecond' FROM grades b WHERE b.item_id = "itemId")),
        $3, $4, $5, $6 FROM given
    )
    UPDATE attempt_items i SET awarded = given.points, grade_status = given.status FROM given WHERE i.id = given."itemId"`,
    [JSON.stringify(grades), now, byId, reason, decisionId, undoesId],
  )
}

/**
 * Writes a person's decision on each answer that still is as that person saw it. The locks put two reviewers in order:
 * the second finds another latest grade than the one it was shown, and writes nothing there.
 */
export function decideGrades(database: Database, decision: Decision): Promise<DecisionOutcome> {
  const { viewer, now, reason, decisionId, override } = decision
  const targets = new Map(
    decision.targets.filter(({ itemId }) => isId(itemId)).map((each) => [each.itemId, each]),
  )
  return transaction(database, async (client) => {
    const locked = await lockItems(client, [...targets.keys()], viewer)
    const ids = locked.map(({ id }) => id)
    const latest = await readLatest(client, ids)
    const claimed = await claimedByOthers(client, ids, viewer.id, now)
    const overtaken: string[] = []
    const refused = decision.targets.flatMap(({ itemId }) => (ids.includes(itemId) ? [] : [itemId]))
    const grades: (WrittenGrade & { readonly row: LockedRow; readonly before: LatestRow | undefined })[] = []
    for (const row of locked) {
      const before = latest.get(row.id)
      if ((before?.id ?? null) !== targets.get(row.id)?.gradeId || claimed.has(row.id)) {
        overtaken.push(row.id)
        continue
      }
      const latePercent = before?.late_percent ?? 0
      const grade = decision.grade({
        itemId: row.id,
        type: row.type,
        result: before ? gradeResultSchema.parse(before.result) : null,
        points: row.points,
        latePercent,
      })
      if (!grade) refused.push(row.id)
      else
        grades.push({
          itemId: row.id,
          revision: before?.revision ?? row.revision,
          ...grade,
          latePercent,
          status: grade.result.status,
          row,
          before,
        })
    }
    if (grades.length > 0) {
      const settled = grades.map(({ itemId }) => itemId)
      await writeGrades(
        client,
        grades.map(({ row: _row, before: _before, ...grade }) => grade),
        { byId: viewer.id, now, reason, decisionId, undoesId: null },
      )
      await markScores(client, { attemptIds: grades.map(({ row }) => row.attempt_id) })
      await settle(client, settled, decision)
      await writeExamples(client, grades, decision)
      await audit(client, grades[0]?.row, viewer.id, now, 'grades-decided', {
        decisionId,
        kind: override.kind,
        reason,
        items: settled,
      })
    }
    return { settled: grades.map(({ itemId }) => itemId), overtaken, refused }
  })
}

async function claimedByOthers(
  client: pg.ClientBase,
  ids: readonly string[],
  viewerId: string,
  now: Date,
): Promise<Set<string>> {
  const { rows } = await client.query<{ item_id: string }>(
    'SELECT item_id FROM review_claims WHERE item_id = ANY($1::uuid[]) AND by_id <> $2 AND until > $3',
    [ids, viewerId, now],
  )
  return new Set(rows.map((row) => row.item_id))
}

/** Audits and requests that the decision answers; and nobody needs the claims any more. */
async function settle(client: pg.ClientBase, ids: readonly string[], { decisionId, now, reason }: Decision) {
  await client.query(
    `UPDATE review_audits u SET settled_by_decision = $2, settled_points = i.awarded
    FROM attempt_items i WHERE i.id = u.item_id AND u.item_id = ANY($1::uuid[]) AND u.settled_points IS NULL`,
    [ids, decisionId],
  )
  await client.query(
    `UPDATE review_requests SET answered_at = $3, answer = $4, decision_id = $2
    WHERE item_id = ANY($1::uuid[]) AND answered_at IS NULL`,
    [ids, decisionId, now, reason],
  )
  await client.query('DELETE FROM review_claims WHERE item_id = ANY($1::uuid[])', [ids])
}

/** Criteria that were unsure, or that the person saw otherwise, are examples to learn from. */
async function writeExamples(
  client: pg.ClientBase,
  grades: readonly (WrittenGrade & { readonly row: LockedRow; readonly before: LatestRow | undefined })[],
  { override, decisionId, viewer, now }: Decision,
): Promise<void> {
  if (override.kind !== 'criteria' && override.kind !== 'confirm') return
  const examples = grades.flatMap(({ itemId, result, row, before }) => {
    if (!before) return []
    const earlier = gradeResultSchema.parse(before.result)
    const response = before.response === null ? {} : responseSchema.parse(before.response)
    return result.parts.flatMap((part) => {
      const text = textOf(part, response)
      const was = earlier.parts.find(({ id }) => id === part.id)?.criteria ?? []
      return (part.criteria ?? []).flatMap((criterion) => {
        const old = was.find(({ id }) => id === criterion.id)
        const learnt =
          old &&
          criterion.decision !== 'unsure' &&
          (old.decision === 'unsure' || old.score !== criterion.score)
        if (!learnt || text === '') return []
        const { type, params } = row
        return [
          {
            itemId,
            type,
            params,
            part: part.id,
            criterion: criterion.id,
            text,
            score: criterion.score,
            automatic: old.score,
          },
        ]
      })
    })
  })
  if (examples.length === 0) return
  await client.query(
    `INSERT INTO labelled_examples (id, item_id, decision_id, type, params, part, criterion, text, score, automatic_score,
      grader, by_id, at)
    SELECT gen_random_uuid(), x."itemId", $2, x.type, x.params, x.part, x.criterion, x.text, x.score, x.automatic,
      COALESCE((SELECT grader FROM grades g WHERE g.item_id = x."itemId" AND g.kind <> 'manual' ORDER BY at DESC LIMIT 1), 'person'),
      $3, $4
    FROM jsonb_to_recordset($1) AS x("itemId" uuid, type text, params jsonb, part text, criterion text, text text,
      score float8, automatic float8)`,
    [JSON.stringify(examples), decisionId, viewer.id, now],
  )
}

async function audit(
  client: pg.ClientBase,
  row: Pick<LockedRow, 'course_id' | 'exam_id'> | undefined,
  byId: string,
  now: Date,
  action: string,
  data: object,
): Promise<void> {
  if (!row) return
  await client.query(
    `INSERT INTO audit_entries (id, course_id, exam_id, by_id, action, data, at)
    VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
    [row.course_id, row.exam_id, byId, action, data, now],
  )
}

/**
 * Takes a decision back by a further event with the grade from before it, where nothing has come after it; what it
 * answered waits again.
 */
export function undoDecision(
  database: Database,
  { decisionId, viewer, now }: { decisionId: string; viewer: { id: string; isAdmin: boolean }; now: Date },
): Promise<{ readonly restored: number; readonly kept: number } | null> {
  if (!isId(decisionId)) return Promise.resolve(null)
  return transaction(database, async (client) => {
    const { rows: decided } = await client.query<{ id: string; item_id: string }>(
      'SELECT id, item_id FROM grades WHERE decision_id = $1',
      [decisionId],
    )
    const locked = await lockItems(
      client,
      decided.map((row) => row.item_id),
      viewer,
    )
    if (locked.length === 0) return null
    const ids = locked.map(({ id }) => id)
    const latest = await readLatest(client, ids)
    const untouched = decided
      .filter(({ id, item_id }) => latest.get(item_id)?.id === id)
      .map((row) => row.item_id)
    const { rows: before } = await client.query<LatestRow>(
      `SELECT DISTINCT ON (item_id) id, item_id, result, points, late_percent, revision, NULL AS response
      FROM grades WHERE item_id = ANY($1::uuid[]) AND decision_id IS DISTINCT FROM $2
      ORDER BY item_id, at DESC, id DESC`,
      [untouched, decisionId],
    )
    const grades = before.map((row) => {
      const result = gradeResultSchema.parse(row.result)
      return {
        itemId: row.item_id,
        revision: row.revision,
        result,
        points: row.points,
        latePercent: row.late_percent,
        status: result.status,
      }
    })
    const restored = grades.map(({ itemId }) => itemId)
    if (restored.length > 0) {
      await writeGrades(client, grades, {
        byId: viewer.id,
        now,
        reason: null,
        decisionId: null,
        undoesId: decisionId,
      })
      await markScores(client, { attemptIds: locked.map((row) => row.attempt_id) })
      await client.query(
        `UPDATE review_audits SET settled_by_decision = NULL, settled_points = NULL
        WHERE settled_by_decision = $2 AND item_id = ANY($1::uuid[])`,
        [restored, decisionId],
      )
      await client.query(
        `UPDATE review_requests SET answered_at = NULL, answer = NULL, decision_id = NULL
        WHERE decision_id = $2 AND item_id = ANY($1::uuid[])`,
        [restored, decisionId],
      )
      await client.query(
        'DELETE FROM labelled_examples WHERE decision_id = $2 AND item_id = ANY($1::uuid[])',
        [restored, decisionId],
      )
      await audit(client, locked[0], viewer.id, now, 'decision-undone', { decisionId, items: restored })
    }
    return { restored: restored.length, kept: decided.length - restored.length }
  })
}
