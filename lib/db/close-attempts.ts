import type pg from 'pg'
import { z } from 'zod'
import { isId } from '@/lib/core/ids'
import { lateTermsSchema } from '@/lib/exam/late'
import { examRulesSchema } from '@/lib/exam/rules'
import { responseSchema } from '@/lib/question/field'
import type { AttemptStore, CloseRequest, GradableItem, NewGrade } from '@/lib/use-cases/deps'
import type { CloseReason } from '@/lib/use-cases/records'
import { announce } from './attempt-news'
import type { Database } from './client'
import { markScores } from './mark-scores'
import { jsonObjectSchema } from './rows'
import { enqueueSecondReads } from './suggestion-store'
import { transaction } from './transaction'

type CloseInput = Parameters<AttemptStore['closeAndGrade']>[0]

/**
 * Closes, grades and signs in one transaction of a handful of statements, however many attempts there are. Marking
 * them closed takes their locks: saves under way are waited for and read, later ones find the attempt closed.
 */
export async function closeAttempts(
  database: Database,
  secondReader: boolean,
  { which, now, grade, sign }: CloseInput,
): Promise<readonly string[]> {
  const { attemptId, examId, userId }: { attemptId?: string; examId?: string; userId?: string } = which
  if (![attemptId, examId, userId].every((id) => id === undefined || isId(id))) return []
  return transaction(database, async (client) => {
    const ids = await markClosed(client, which, now)
    if (ids.length === 0) return ids
    const items = await readItems(client, ids)
    const grades = grade(items)
    await writeGrades(client, grades, items, now)
    await writeReceipts(
      client,
      ids.map((attemptId) => ({
        attemptId,
        receipt: sign({
          attemptId,
          closedAt: now,
          items: items.filter((item) => item.attemptId === attemptId),
        }),
      })),
    )
    if (secondReader)
      await enqueueSecondReads(
        client,
        grades.filter(needsReview).map(({ itemId }) => itemId),
      )
    await markScores(client, { attemptIds: ids })
    await announce(client, ids)
    return ids
  })
}

const needsReview = ({ outcome }: NewGrade): boolean =>
  outcome.kind === 'graded' && outcome.result.status === 'needs-review'

async function markClosed(client: pg.ClientBase, which: CloseRequest, now: Date): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(closeStatement(which, now))
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) {
    await client.query({
      name: 'close-events',
      text: `
        INSERT INTO attempt_events (id, attempt_id, kind, data, at)
        SELECT gen_random_uuid(), id, 'closed', $2, $3 FROM unnest($1::uuid[]) AS id`,
      values: [ids, { reason: reasons[which.kind] }, now],
    })
    if (which.kind === 'staff')
      await client.query(
        `INSERT INTO audit_entries (id, course_id, exam_id, by_id, action, data, at)
        SELECT gen_random_uuid(), e.course_id, e.id, $2, 'attempt-closed',
          jsonb_build_object('attemptId', a.id, 'userId', a.user_id), $3
        FROM attempts a JOIN exams e ON e.id = a.exam_id WHERE a.id = ANY($1)`,
        [ids, which.viewer.id, now],
      )
  }
  return ids
}

const reasons: Record<CloseRequest['kind'], CloseReason> = {
  submit: 'submitted',
  staff: 'instructor',
  expired: 'time',
}

function closeStatement(which: CloseRequest, now: Date) {
  switch (which.kind) {
    case 'submit':
      return {
        name: 'close-own',
        text: `
          UPDATE attempts SET closed_at = $3, graded_at = $3, close_reason = 'submitted'
          WHERE id = $1 AND user_id = $2 AND closed_at IS NULL RETURNING id`,
        values: [which.attemptId, which.userId, now],
      }
    case 'expired':
      return closeExpiredStatement(which, now)
    case 'staff':
      return {
        name: 'close-by-staff',
        text: `
          WITH open AS (
            SELECT a.id FROM attempts a JOIN exams e ON e.id = a.exam_id
            WHERE a.exam_id = $1 AND a.closed_at IS NULL AND NOT a.is_preview AND ($5::uuid IS NULL OR a.id = $5)
              AND ($3::boolean OR EXISTS (
                SELECT 1 FROM enrolments n WHERE n.course_id = e.course_id AND n.user_id = $2::uuid
                  AND n.role = 'instructor' AND n.left_at IS NULL))
            ORDER BY a.id LIMIT $6 FOR UPDATE OF a
          )
          UPDATE attempts SET closed_at = $4, graded_at = $4, close_reason = 'instructor'
          FROM open WHERE attempts.id = open.id RETURNING attempts.id`,
        values: [
          which.examId,
          which.viewer.id,
          which.viewer.isAdmin,
          now,
          which.attemptId ?? null,
          which.limit,
        ],
      }
  }
}

/**
 * Several workers sweep at once: each takes what no other holds. Where one attempt or one student is meant, the lock
 * is waited for instead, so that the caller finds it closed afterwards.
 */
function closeExpiredStatement(which: CloseRequest & { kind: 'expired' }, now: Date) {
  const { attemptId = null, examId = null, userId = null } = which
  const one = attemptId !== null || userId !== null
  return {
    name: one ? 'close-expired-one' : 'close-expired',
    text: `
      WITH due AS (
        SELECT id FROM attempts
        WHERE closed_at IS NULL AND closes_at <= $1 AND ($3::uuid IS NULL OR id = $3)
          AND ($4::uuid IS NULL OR exam_id = $4) AND ($5::uuid IS NULL OR user_id = $5)
        ORDER BY closes_at LIMIT $2 FOR UPDATE ${one ? '' : 'SKIP LOCKED'}
      )
      UPDATE attempts SET closed_at = $1, graded_at = $1, close_reason = 'time'
      FROM due WHERE attempts.id = due.id RETURNING attempts.id`,
    values: [now, which.limit, attemptId, examId, userId],
  }
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
  hash: string | null
  late: unknown
  seed: string
  is_preview: boolean
  audit_percent: number
}

/** Holds for exams whose rules were written before there were audits. */
const AUDIT_PERCENT = examRulesSchema.parse({}).auditPercent

/** What is graded and what is signed. */
type ClosedItem = GradableItem & { readonly itemId: string; readonly hash: string }

async function readItems(client: pg.ClientBase, attemptIds: readonly string[]): Promise<ClosedItem[]> {
  const { rows } = await client.query<ItemRow>({
    name: 'items-to-grade',
    text: `
      SELECT i.id, i.attempt_id, i.type, i.params, v.settings, i.points, i.revision,
        r.response, r.received_at, encode(r.hash, 'hex') AS hash, a.late,
        a.seed, a.is_preview, COALESCE((e.rules->>'auditPercent')::int, ${AUDIT_PERCENT}) AS audit_percent
      FROM attempt_items i
        JOIN attempts a ON a.id = i.attempt_id
        JOIN exams e ON e.id = a.exam_id
        JOIN question_versions v ON v.id = i.question_version_id
        LEFT JOIN revisions r ON r.item_id = i.id AND r.number = i.revision
      WHERE i.attempt_id = ANY($1) ORDER BY i.attempt_id, i.position`,
    values: [attemptIds],
  })
  return rows.map((row) => ({
    id: row.id,
    itemId: row.id,
    attemptId: row.attempt_id,
    type: row.type,
    params: jsonObjectSchema.parse(row.params),
    settings: z.json().parse(row.settings),
    points: row.points,
    revision: row.revision,
    response: row.response === null ? {} : responseSchema.parse(row.response),
    savedAt: row.received_at,
    hash: row.hash ?? '',
    late: lateTermsSchema.nullable().parse(row.late),
    audit: row.is_preview ? null : { seed: row.seed, percent: row.audit_percent },
  }))
}

async function writeGrades(
  client: pg.ClientBase,
  grades: readonly NewGrade[],
  items: readonly ClosedItem[],
  now: Date,
): Promise<void> {
  const attemptOf = new Map(items.map((item) => [item.id, item.attemptId]))
  const graded = grades.flatMap(({ itemId, grader, revision, outcome }) =>
    outcome.kind === 'graded'
      ? [{ itemId, grader, revision, ...outcome, status: outcome.result.status }]
      : [],
  )
  const defects = grades.flatMap(({ itemId, grader, outcome }) =>
    outcome.kind === 'defect'
      ? [{ itemId, attemptId: attemptOf.get(itemId), data: { itemId, grader, message: outcome.message } }]
      : [],
  )
  await client.query({
    name: 'write-grades',
    text: `
      WITH given AS (
        SELECT * FROM jsonb_to_recordset($1) AS g(
          "itemId" uuid, grader text, revision int, result jsonb, points int, "latePercent" int, status text, audit boolean)
      ), audits AS (
        INSERT INTO review_audits (item_id, drawn_at, automatic_points)
        SELECT "itemId", $2, points FROM given WHERE audit ON CONFLICT (item_id) DO NOTHING
      ), written AS (
        INSERT INTO grades (id, item_id, kind, grader, revision, result, points, late_percent, at)
        SELECT gen_random_uuid(), "itemId", 'automatic', grader, revision, result, points, "latePercent", $2 FROM given
      )
      UPDATE attempt_items i SET awarded = given.points, grade_status = given.status
      FROM given WHERE i.id = given."itemId"`,
    values: [JSON.stringify(graded), now],
  })
  if (defects.length === 0) return
  await client.query(
    `WITH given AS (
        SELECT * FROM jsonb_to_recordset($1) AS d("itemId" uuid, "attemptId" uuid, data jsonb)
      ), broken AS (
        UPDATE attempt_items i SET broken_at = $2 FROM given WHERE i.id = given."itemId"
      )
      INSERT INTO attempt_events (id, attempt_id, kind, data, at)
      SELECT gen_random_uuid(), "attemptId", 'defect', data, $2 FROM given`,
    [JSON.stringify(defects), now],
  )
}

async function writeReceipts(
  client: pg.ClientBase,
  receipts: readonly { readonly attemptId: string; readonly receipt: string }[],
): Promise<void> {
  await client.query({
    name: 'write-receipts',
    text: `
      UPDATE attempts a SET receipt = given.receipt
      FROM unnest($1::uuid[], $2::text[]) AS given(id, receipt) WHERE a.id = given.id`,
    values: [receipts.map(({ attemptId }) => attemptId), receipts.map(({ receipt }) => receipt)],
  })
}
