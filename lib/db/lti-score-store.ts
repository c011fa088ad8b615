import type pg from 'pg'
import { z } from 'zod'
import { localizedSchema } from '@/lib/core/localized'
import type { PassbackAttempt, PassbackExam } from '@/lib/exam/passback'
import { slowestMoment } from '@/lib/exam/release'
import { examRulesSchema } from '@/lib/exam/rules'
import type { ServicePlatform } from '@/lib/lti/access-tokens'
import type { GradeLink, SentScore, Theirs } from '@/lib/lti/grade-services'
import type { ScoreOutbox, ScoreRow } from '@/lib/lti/score-delivery'
import type { Database } from './client'
import { compareJob, sendJob } from './mark-scores'
import { toAccommodation, toException } from './rows'
import { transaction } from './transaction'

const sentSchema: z.ZodType<SentScore> = z.object({
  given: z.number().nullable(),
  max: z.number(),
  activity: z.enum(['InProgress', 'Completed']),
  grading: z.enum(['FullyGraded', 'PendingManual', 'NotReady']),
  attempt: z.number(),
  stamp: z.string(),
})
const theirsSchema: z.ZodType<Theirs> = z.object({ score: z.number().nullable(), max: z.number() })
const postedSchema = z.array(z.object({ given: z.number(), max: z.number() }))
/** What was delivered is read back so much later, for all of a link at once. */
const COMPARE_AFTER = "interval '30 seconds'"
/** So many posted scores are remembered. */
const REMEMBERED = 10

/** Columns of the outbox that the sender and the pages read. */
export const scoreColumns = `s.link_id AS "linkId", s.subject, s.user_id AS "userId", s.version, s.state, s.resend, s.overwrite,
  s.tries, s.next_at AS "nextAt", s.problem, s.pending, s.last_stamp AS "lastStamp", s.delivered,
  s.delivered_at AS "deliveredAt", s.sent, s.theirs, s.read_at AS "readAt"`

export interface ScoreColumns {
  linkId: string
  subject: string
  userId: string
  version: number
  state: string
  resend: boolean
  overwrite: boolean
  tries: number
  nextAt: Date | null
  problem: string | null
  pending: unknown
  lastStamp: Date | null
  delivered: unknown
  deliveredAt: Date | null
  sent: unknown
  theirs: unknown
  readAt: Date | null
}

export interface StoredScore extends ScoreRow {
  readonly userId: string
  readonly state: string
  readonly nextAt: Date | null
  readonly problem: string | null
  readonly deliveredAt: Date | null
  readonly theirs: Theirs | null
  readonly readAt: Date | null
}

export const toScore = (row: ScoreColumns): StoredScore => ({
  ...row,
  pending: sentSchema.nullable().parse(row.pending),
  delivered: sentSchema.nullable().parse(row.delivered),
  sent: postedSchema.parse(row.sent),
  theirs: theirsSchema.nullable().parse(row.theirs),
})

export interface LinkColumns {
  linkId: string
  resourceLinkId: string
  lineItemUrl: string | null
  lineItemsUrl: string | null
  scopes: string[]
  examId: string
  examTitle: unknown
  platformId: string
  platformName: string
  clientId: string
  tokenUrl: string
  tokenAudience: string | null
}

/** SQL: a link with its platform and its exam, for `FROM lti_links l JOIN lti_platforms p … JOIN exams e …`. */
export const linkColumns = `l.id AS "linkId", l.resource_link_id AS "resourceLinkId", l.line_item_url AS "lineItemUrl",
  l.line_items_url AS "lineItemsUrl", l.scopes, e.id AS "examId", e.title AS "examTitle", p.id AS "platformId",
  p.name AS "platformName", p.client_id AS "clientId", p.token_url AS "tokenUrl", p.token_audience AS "tokenAudience"`

export function toGradeLink(row: LinkColumns): { link: GradeLink; platform: ServicePlatform } {
  const { ko, en } = localizedSchema.parse(row.examTitle)
  return {
    link: {
      id: row.linkId,
      resourceLinkId: row.resourceLinkId,
      lineItemUrl: row.lineItemUrl,
      lineItemsUrl: row.lineItemsUrl,
      scopes: row.scopes,
      examId: row.examId,
      title: ko === en ? ko : `${ko} · ${en}`,
    },
    platform: {
      id: row.platformId,
      clientId: row.clientId,
      tokenUrl: row.tokenUrl,
      tokenAudience: row.tokenAudience,
    },
  }
}

/** What decides which score of an exam is released. */
export async function readPassbackExam(
  { prisma, pool }: Database,
  examId: string,
): Promise<PassbackExam | null> {
  const { rows: exams } = await pool.query<{ rules: unknown }>({
    name: 'score-rules',
    text: 'SELECT rules FROM exams WHERE id = $1',
    values: [examId],
  })
  if (!exams[0]) return null
  const rules = examRulesSchema.parse(exams[0].rules)
  // Only then it matters when the slowest student is done.
  if (rules.review.score !== 'after-closing') return { rules, slowestMoment: null }
  const row = await prisma.exam.findUnique({
    where: { id: examId },
    include: {
      exceptions: true,
      course: {
        select: {
          enrolments: { where: { OR: [{ timePercent: { not: 100 } }, { extraMinutes: { not: 0 } }] } },
        },
      },
    },
  })
  if (!row) return null
  const { enrolments } = row.course
  const special = new Set([...enrolments, ...row.exceptions].map(({ userId }) => userId))
  const terms = [...special].map((id) => ({
    accommodation: toAccommodation(enrolments.find(({ userId }) => userId === id)),
    exception: toException(row.exceptions.find(({ userId }) => userId === id)),
  }))
  return { rules, slowestMoment: slowestMoment(rules, row, terms) }
}

/** Attempts of an exam, of one student or of all, by student. */
export async function readPassbackAttempts(
  { pool }: Database,
  examId: string,
  userId: string | null,
): Promise<ReadonlyMap<string, readonly PassbackAttempt[]>> {
  const { rows } = await pool.query<PassbackAttempt & { userId: string }>({
    name: 'score-attempts',
    text: `SELECT a.user_id AS "userId", a.number, a.closed_at AS "closedAt",
      CASE WHEN bool_and(i.awarded IS NOT NULL) THEN sum(i.awarded)::int END AS awarded, sum(i.points)::int AS possible,
      bool_or(i.grade_status = 'needs-review') IS TRUE AS "needsReview"
    FROM attempts a JOIN attempt_items i ON i.attempt_id = a.id
    WHERE a.exam_id = $1 AND NOT a.is_preview AND ($2::uuid IS NULL OR a.user_id = $2)
    GROUP BY a.id ORDER BY a.number`,
    values: [examId, userId],
  })
  const found = new Map<string, PassbackAttempt[]>()
  for (const { userId: owner, ...attempt } of rows) found.set(owner, [...(found.get(owner) ?? []), attempt])
  return found
}

export function createScoreOutbox(database: Database): ScoreOutbox {
  const { pool } = database
  return {
    async claim({ linkId, subject, now, until }) {
      const { rows } = await pool.query<ScoreColumns & LinkColumns>({
        name: 'score-claim',
        text: `WITH taken AS (
          UPDATE lti_scores SET busy_until = $4
          WHERE link_id = $1 AND subject = $2 AND state = 'due' AND (busy_until IS NULL OR busy_until < $3)
          RETURNING *
        )
        SELECT ${scoreColumns}, ${linkColumns}
        FROM taken s JOIN lti_links l ON l.id = s.link_id JOIN lti_platforms p ON p.id = l.platform_id AND p.active
          JOIN exams e ON e.id = l.exam_id`,
        values: [linkId, subject, now, until],
      })
      const [row] = rows
      if (!row) return null
      const [exam, attempts] = await Promise.all([
        readPassbackExam(database, row.examId),
        readPassbackAttempts(database, row.examId, row.userId),
      ])
      if (!exam) return null
      return { row: toScore(row), ...toGradeLink(row), exam, attempts: attempts.get(row.userId) ?? [] }
    },

    async keepPending({ linkId, subject, pending }) {
      const posted = pending?.given == null ? null : { given: pending.given, max: pending.max }
      await pool.query({
        name: 'score-pending',
        text: `UPDATE lti_scores SET pending = $3, last_stamp = COALESCE($4, last_stamp),
          sent = CASE WHEN $5::jsonb IS NULL THEN sent ELSE (
            SELECT jsonb_agg(value ORDER BY place) FROM (
              SELECT value, ordinality AS place FROM jsonb_array_elements(sent || $5::jsonb) WITH ORDINALITY
              ORDER BY ordinality DESC LIMIT ${REMEMBERED}) AS kept) END
        WHERE link_id = $1 AND subject = $2`,
        values: [linkId, subject, pending, pending?.stamp ?? null, posted && JSON.stringify(posted)],
      })
    },

    async settle({ linkId, subject, version, state, problem, delivered, theirs }) {
      await pool.query({
        name: 'score-settle',
        text: `WITH settled AS (
          UPDATE lti_scores SET busy_until = NULL, tries = 0, next_at = NULL,
            state = CASE WHEN version = $3 THEN $4 ELSE 'due' END,
            problem = CASE WHEN version = $3 THEN $5 END,
            resend = resend AND version <> $3, overwrite = overwrite AND version <> $3,
            pending = CASE WHEN $6::jsonb IS NULL THEN pending END,
            delivered = COALESCE($6, delivered), delivered_at = COALESCE($7, delivered_at),
            theirs = COALESCE($8, theirs), read_at = COALESCE($9, read_at)
          WHERE link_id = $1 AND subject = $2 RETURNING link_id, subject, state
        )
        SELECT CASE state WHEN 'due' THEN ${sendJob('link_id', 'subject')}
          WHEN 'delivered' THEN ${compareJob('link_id', COMPARE_AFTER)} END FROM settled`,
        values: [
          linkId,
          subject,
          version,
          state,
          problem,
          delivered?.score ?? null,
          delivered?.at ?? null,
          theirs?.value ?? null,
          theirs?.at ?? null,
        ],
      })
    },

    async postpone({ linkId, subject, problem, at }) {
      await pool.query({
        name: 'score-postpone',
        text: `WITH postponed AS (
          UPDATE lti_scores SET busy_until = NULL, tries = tries + CASE WHEN $3::text IS NULL THEN 0 ELSE 1 END,
            next_at = $4, problem = COALESCE($3, problem)
          WHERE link_id = $1 AND subject = $2 RETURNING link_id, subject
        )
        SELECT ${sendJob('link_id', 'subject', '$4')} FROM postponed`,
        values: [linkId, subject, problem, at],
      })
    },

    async keepLineItem(linkId, url) {
      await pool.query('UPDATE lti_links SET line_item_url = $2 WHERE id = $1', [linkId, url])
    },

    aloneForLink: (linkId, work) =>
      transaction(database, async (client) => {
        const { rows } = await client.query<{ mine: boolean }>(
          'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 1)) AS mine',
          [`lti line item ${linkId}`],
        )
        if (!rows[0]?.mine) return null
        const known = await client.query<{ url: string | null }>(
          'SELECT line_item_url AS url FROM lti_links WHERE id = $1',
          [linkId],
        )
        return { value: await work(known.rows[0]?.url ?? null) }
      }),
  }
}

/** Rows that are due and that no job will come for: those of a crashed sender, and those whose time has come by the clock. */
export async function requeueScores(database: Database, now: Date): Promise<void> {
  await releaseByClock(database, now)
  await database.pool.query(
    `SELECT ${sendJob('s.link_id', 's.subject')}
    FROM lti_scores s JOIN lti_links l ON l.id = s.link_id JOIN lti_platforms p ON p.id = l.platform_id
    WHERE s.state = 'due' AND p.active AND l.exam_id IS NOT NULL AND (s.busy_until IS NULL OR s.busy_until < $1)
      AND (s.next_at IS NULL OR s.next_at < $2)
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'score:' || s.link_id || ':' || s.subject
        AND j.locked_at IS NULL AND j.attempts < j.max_attempts)`,
    [now, new Date(now.getTime() - 60_000)],
  )
}

/** Scores that waited for the exam's end, and it has come. */
async function releaseByClock(database: Database, now: Date): Promise<void> {
  const { rows } = await database.pool.query<{ examId: string }>(
    `SELECT DISTINCT l.exam_id AS "examId" FROM lti_scores s JOIN lti_links l ON l.id = s.link_id
      JOIN exams e ON e.id = l.exam_id
    WHERE s.state = 'waiting' AND e.rules->'review'->>'score' = 'after-closing'`,
  )
  for (const { examId } of rows) {
    const exam = await readPassbackExam(database, examId)
    if (!exam?.slowestMoment || exam.slowestMoment > now) continue
    await transaction(database, (client: pg.ClientBase) =>
      client.query(
        `WITH marked AS (
          UPDATE lti_scores s SET version = version + 1, state = 'due', tries = 0, next_at = NULL
          FROM lti_links l, attempts a
          WHERE s.link_id = l.id AND l.exam_id = $1 AND s.state = 'waiting'
            AND a.exam_id = $1 AND a.user_id = s.user_id AND a.closed_at IS NOT NULL AND NOT a.is_preview
          RETURNING s.link_id, s.subject
        )
        SELECT ${sendJob('link_id', 'subject')} FROM marked`,
        [examId],
      ),
    )
  }
}

/** Asks the queue to compare the scores of every link, and to read every roster. */
export async function askForNightlyWork({ pool }: Database): Promise<void> {
  await pool.query(
    `SELECT ${compareJob('l.id', "interval '0'")} FROM lti_links l JOIN lti_platforms p ON p.id = l.platform_id AND p.active
    WHERE l.exam_id IS NOT NULL AND l.line_item_url IS NOT NULL AND EXISTS (SELECT 1 FROM lti_scores s WHERE s.link_id = l.id)`,
  )
  await pool.query(
    `SELECT (graphile_worker.add_job('lti-roster',
      json_build_object('platformId', x.platform_id, 'contextId', x.context_id),
      job_key => 'roster:' || x.platform_id || ':' || x.context_id, max_attempts => 5)).id
    FROM lti_contexts x JOIN lti_platforms p ON p.id = x.platform_id AND p.active JOIN courses c ON c.id = x.course_id
    WHERE x.memberships_url IS NOT NULL AND c.archived_at IS NULL`,
  )
}
