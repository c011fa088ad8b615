import type pg from 'pg'
import { z } from 'zod'
import { isId } from '@/lib/core/ids'
import { localizedSchema } from '@/lib/core/localized'
import { policySchema } from '@/lib/exam/regrade'
import type { RegradedAttempt } from '@/lib/exam/regrade-report'
import type { StaffViewer } from '@/lib/use-cases/deps'
import type { RegradableExam, RegradeRun, RegradeStatus, RegradeStore } from '@/lib/use-cases/regrade-store'
import { isAtWork } from '@/lib/use-cases/regrade-store'
import type { RegradeRun as RunRow } from '@/prisma/generated/client'
import type { Database } from './client'
import { managedBy } from './exam-store'
import { readRegradePage, writeRegradePage } from './regrade-plan'
import { applyRegradePage, rollBackRegradePage } from './regrade-write'
import { examInclude, toExam } from './rows'
import { transaction } from './transaction'

const versionsSchema = z.record(z.string(), z.string())

const toRun = (row: RunRow, byName: string): RegradeRun => ({
  id: row.id,
  examId: row.examId,
  byName,
  reason: row.reason,
  policy: policySchema.parse(row.policy),
  slots: row.slots,
  versions: versionsSchema.parse(row.versions),
  includeManual: row.includeManual,
  passPercent: row.passPercent,
  status: row.status as RegradeStatus,
  done: row.done,
  total: row.total,
  createdAt: row.createdAt,
  appliedAt: row.appliedAt,
  rolledBackAt: row.rolledBackAt,
  rollBackReason: row.rollBackReason,
})

export function createRegradeStore(database: Database): RegradeStore {
  const { prisma, pool } = database
  const findManaged = (examId: string, viewer: StaffViewer) =>
    prisma.exam.findFirst({ where: { id: examId, course: managedBy(viewer) }, include: examInclude })
  const namesOf = async (rows: readonly RunRow[]) => {
    const ids = [...new Set(rows.map(({ byId }) => byId))]
    const users = await prisma.user.findMany({ where: { id: { in: ids } } })
    return new Map(users.map((user) => [user.id, user.name ?? user.email ?? '']))
  }

  return {
    async findExam({ examId, viewer }) {
      if (!isId(examId)) return null
      const row = await findManaged(examId, viewer)
      if (!row) return null
      const [runs, problems] = await Promise.all([
        prisma.regradeRun.findMany({ where: { examId }, orderBy: { createdAt: 'desc' }, take: 50 }),
        readProblems(pool, examId),
      ])
      const names = await namesOf(runs)
      return {
        exam: toExam(row),
        problems,
        runs: runs.map((run) => toRun(run, names.get(run.byId) ?? '')),
      }
    },

    async findRun({ runId, viewer }) {
      if (!isId(runId)) return null
      const row = await prisma.regradeRun.findUnique({ where: { id: runId } })
      const exam = row && (await findManaged(row.examId, viewer))
      if (!row || !exam) return null
      const [names, attempts, counts] = await Promise.all([
        namesOf([row]),
        readAttempts(pool, row),
        readCounts(pool, runId),
      ])
      return { run: toRun(row, names.get(row.byId) ?? ''), exam: toExam(exam), attempts, counts }
    },

    create: ({ examId, byId, now, request }) =>
      unlessBusy(null, () =>
        transaction(database, async (client) => {
          const { rows } = await client.query<{ id: string }>(
            `INSERT INTO regrade_runs (id, exam_id, by_id, reason, policy, slots, versions, include_manual,
              pass_percent, status, total, created_at, touched_at)
            SELECT gen_random_uuid(), $1::uuid, $2, $3, $4, $5, $6, $7, $8, 'planning', count(*), $9, $9
            FROM attempts WHERE exam_id = $1::uuid AND closed_at IS NOT NULL AND NOT is_preview
            RETURNING id`,
            [
              examId,
              byId,
              request.reason,
              request.policy,
              request.slots,
              request.versions,
              request.includeManual,
              request.passPercent,
              now,
            ],
          )
          const runId = rows[0]?.id ?? ''
          await audit(client, { runId, byId, action: 'regrade-planned', data: { ...request }, now })
          await enqueue(client, runId)
          return runId
        }),
      ),

    move: ({ runId, from, to, byId, now, reason }) =>
      unlessBusy(false, () =>
        transaction(database, async (client) => {
          const { rowCount } = await client.query(
            `UPDATE regrade_runs SET status = $3, cursor = NULL, done = 0, touched_at = $4,
              total = CASE $3
                WHEN 'applying' THEN (SELECT count(*) FROM regrade_items WHERE run_id = $1 AND changed)
                WHEN 'rolling-back' THEN
                  (SELECT count(*) FROM regrade_items WHERE run_id = $1 AND applied_grade_id IS NOT NULL)
                ELSE total END,
              applied_at = CASE WHEN $3 = 'applying' THEN $4 ELSE applied_at END,
              applied_by_id = CASE WHEN $3 = 'applying' THEN $5::uuid ELSE applied_by_id END,
              rolled_back_at = CASE WHEN $3 = 'rolling-back' THEN $4 ELSE rolled_back_at END,
              rolled_back_by_id = CASE WHEN $3 = 'rolling-back' THEN $5::uuid ELSE rolled_back_by_id END,
              roll_back_reason = CASE WHEN $3 = 'rolling-back' THEN $6 ELSE roll_back_reason END
            WHERE id = $1 AND status = $2`,
            [runId, from, to, now, byId, reason ?? null],
          )
          if (rowCount !== 1) return false
          await audit(client, { runId, byId, action: `regrade-${to}`, data: reason ? { reason } : {}, now })
          if (isAtWork(to)) await enqueue(client, runId)
          return true
        }),
      ),

    async statusOf(runId) {
      if (!isId(runId)) return null
      const row = await prisma.regradeRun.findUnique({ where: { id: runId }, select: { status: true } })
      return (row?.status as RegradeStatus | undefined) ?? null
    },

    readPage: (input) => readRegradePage(pool, input),
    writePage: (input) => transaction(database, (client) => writeRegradePage(client, input)),
    applyPage: (input) => transaction(database, (client) => applyRegradePage(client, input)),
    rollBackPage: (input) => transaction(database, (client) => rollBackRegradePage(client, input)),

    async listStalled(before) {
      const rows = await prisma.regradeRun.findMany({
        where: { status: { in: ['planning', 'applying', 'rolling-back'] }, touchedAt: { lt: before } },
        select: { id: true },
      })
      return rows.map(({ id }) => id)
    },
  }
}

/** The partial unique index lets one regrade of an exam work at a time. */
async function unlessBusy<Value>(busy: Value, run: () => Promise<Value>): Promise<Value> {
  try {
    return await run()
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'regrade_runs_one_at_work') return busy
    throw error
  }
}

const enqueue = (client: pg.ClientBase, runId: string) =>
  client.query(
    `SELECT graphile_worker.add_job('regrade', json_build_object('runId', $1::text),
      job_key => 'regrade:' || $1::text, max_attempts => 10)`,
    [runId],
  )

const audit = (
  client: pg.ClientBase,
  {
    runId,
    byId,
    action,
    data,
    now,
  }: { runId: string; byId: string; action: string; data: object; now: Date },
) =>
  client.query(
    `INSERT INTO audit_entries (id, course_id, exam_id, by_id, action, data, at)
    SELECT gen_random_uuid(), e.course_id, e.id, $2, $3, $4::jsonb || jsonb_build_object('runId', r.id), $5
    FROM regrade_runs r JOIN exams e ON e.id = r.exam_id WHERE r.id = $1`,
    [runId, byId, action, data, now],
  )

/** The versions that closed attempts have, by place, and all versions of the same questions. */
async function readProblems(pool: pg.Pool, examId: string): Promise<RegradableExam['problems']> {
  const { rows } = await pool.query<{
    slot: number
    title: unknown
    points: number
    version_id: string
    number: number
    answers: number
    choices: { versionId: string; number: number; note: string }[]
  }>(
    `WITH used AS (
      SELECT i.slot, i.question_version_id, max(i.points) AS points, count(*)::int AS answers
      FROM attempt_items i JOIN attempts a ON a.id = i.attempt_id
      WHERE a.exam_id = $1 AND a.closed_at IS NOT NULL AND NOT a.is_preview GROUP BY 1, 2
    )
    SELECT used.slot, used.points, used.answers, v.id AS version_id, v.number, COALESCE(v.title, q.title) AS title,
      (SELECT jsonb_agg(jsonb_build_object('versionId', o.id, 'number', o.number, 'note', o.note) ORDER BY o.number)
        FROM question_versions o WHERE o.question_id = q.id) AS choices
    FROM used JOIN question_versions v ON v.id = used.question_version_id JOIN questions q ON q.id = v.question_id
    ORDER BY used.slot, v.number`,
    [examId],
  )
  const bySlot = new Map<number, RegradableExam['problems'][number]>()
  for (const row of rows) {
    const before = bySlot.get(row.slot)
    const used = { versionId: row.version_id, number: row.number, answers: row.answers, choices: row.choices }
    bySlot.set(row.slot, {
      slot: row.slot,
      title: localizedSchema.parse(row.title),
      points: row.points,
      used: [...(before?.used ?? []), used],
    })
  }
  return [...bySlot.values()]
}

/** Every closed attempt with its totals before the run and after it; what the run has not touched is as it is. */
async function readAttempts(pool: pg.Pool, run: RunRow): Promise<RegradedAttempt[]> {
  const { rows } = await pool.query<{
    id: string
    number: number
    closed_at: Date
    user_id: string
    name: string
    email: string | null
    before: number | null
    after: number | null
    possible: number
  }>(
    `SELECT a.id, a.number, a.closed_at, a.user_id, COALESCE(u.name, u.email, '') AS name, u.email, t.*
    FROM attempts a JOIN users u ON u.id = a.user_id
      CROSS JOIN LATERAL (
        SELECT sum(i.points)::int AS possible,
          CASE WHEN bool_and(s.before IS NOT NULL) THEN sum(s.before)::int END AS before,
          CASE WHEN bool_and(s.after IS NOT NULL) THEN sum(s.after)::int END AS after
        FROM attempt_items i LEFT JOIN regrade_items r ON r.run_id = $1 AND r.item_id = i.id
          CROSS JOIN LATERAL (SELECT
            CASE WHEN r.item_id IS NULL THEN i.awarded ELSE r.before_points END AS before,
            CASE WHEN r.item_id IS NULL THEN i.awarded
              WHEN r.changed AND r.skipped IS NULL THEN r.after_points ELSE r.before_points END AS after) AS s
        WHERE i.attempt_id = a.id
      ) AS t
    WHERE a.exam_id = $2 AND a.closed_at IS NOT NULL AND NOT a.is_preview`,
    [run.id, run.examId],
  )
  return rows.map((row) => ({
    attemptId: row.id,
    number: row.number,
    closedAt: row.closed_at,
    student: { id: row.user_id, name: row.name, email: row.email },
    before: row.before,
    after: row.after,
    possible: row.possible ?? 0,
  }))
}

async function readCounts(pool: pg.Pool, runId: string) {
  const { rows } = await pool.query<Record<string, number>>(
    `SELECT count(*)::int AS answers,
      count(*) FILTER (WHERE changed)::int AS changed,
      count(*) FILTER (WHERE skipped = 'manual')::int AS manual,
      count(*) FILTER (WHERE skipped = 'defect')::int AS defect,
      count(*) FILTER (WHERE skipped = 'changed-since')::int AS since,
      count(applied_grade_id)::int AS applied, count(rolled_back_grade_id)::int AS back
    FROM regrade_items WHERE run_id = $1`,
    [runId],
  )
  const row = rows[0] ?? {}
  return {
    answers: row.answers ?? 0,
    changed: row.changed ?? 0,
    manual: row.manual ?? 0,
    defect: row.defect ?? 0,
    changedSince: row.since ?? 0,
    applied: row.applied ?? 0,
    rolledBack: row.back ?? 0,
  }
}
