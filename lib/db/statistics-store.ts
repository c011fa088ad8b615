import { z } from 'zod'
import { isId } from '@/lib/core/ids'
import { type Localized, localizedSchema } from '@/lib/core/localized'
import type { MeasuredAttempt, MeasuredItem } from '@/lib/exam/statistics/exam-statistics'
import type { Occurrence, StatisticsStore } from '@/lib/use-cases/statistics-store'
import type { Database } from './client'
import { taughtBy } from './exam-store'
import { examInclude, jsonObjectSchema, toExam } from './rows'

interface ItemRow {
  attempt_id: string
  user_id: string
  number: number
  closed_at: Date
  slot: number
  type: string
  question_version_id: string
  params: unknown
  points: number
  awarded: number | null
  grade_status: string | null
  seconds: number | null
  parts: PartRow[] | null
}

interface PartRow {
  id: string
  code: string
  criteria: { id: string; decision: string }[] | null
}

/** Closed attempts that are no previews. */
const counted = 'a.exam_id = $1 AND a.closed_at IS NOT NULL AND NOT a.is_preview'

const latest = `LEFT JOIN LATERAL (
  SELECT result FROM grades WHERE item_id = i.id ORDER BY at DESC, id DESC LIMIT 1) AS g ON true`

/** Only what is counted leaves the database: results are mostly feedback. */
const itemsStatement = `
  WITH saves AS (
    SELECT r.item_id, extract(epoch FROM r.received_at - COALESCE(
      lag(r.received_at) OVER (PARTITION BY a.id ORDER BY r.received_at, r.item_id, r.number), a.started_at)) AS seconds
    FROM attempts a JOIN attempt_items i ON i.attempt_id = a.id JOIN revisions r ON r.item_id = i.id WHERE ${counted}
  ), spent AS (SELECT item_id, sum(seconds)::float8 AS seconds FROM saves GROUP BY item_id)
  SELECT a.id AS attempt_id, a.user_id, a.number, a.closed_at, i.slot, i.type, i.question_version_id, i.params, i.points,
    i.awarded, i.grade_status, spent.seconds,
    (SELECT jsonb_agg(jsonb_build_object('id', p->'id', 'code', p->'code', 'criteria',
        (SELECT jsonb_agg(jsonb_build_object('id', c->'id', 'decision', c->'decision'))
          FROM jsonb_array_elements(p->'criteria') AS c)))
      FROM jsonb_array_elements(g.result->'parts') AS p) AS parts
  FROM attempts a JOIN attempt_items i ON i.attempt_id = a.id LEFT JOIN spent ON spent.item_id = i.id ${latest}
  WHERE ${counted} ORDER BY a.id, i.position`

/** Titles of parts and criteria: from one grade each. */
const titlesStatement = `
  SELECT DISTINCT ON (i.slot, p->>'id') i.slot, p->>'id' AS id, p->'title' AS title,
    (SELECT jsonb_agg(jsonb_build_object('id', c->'id', 'title', c->'title'))
      FROM jsonb_array_elements(p->'criteria') AS c) AS criteria
  FROM attempts a JOIN attempt_items i ON i.attempt_id = a.id ${latest}
    CROSS JOIN LATERAL jsonb_array_elements(g.result->'parts') AS p
  WHERE ${counted} ORDER BY i.slot, p->>'id', jsonb_array_length(COALESCE(p->'criteria', '[]')) DESC`

export function createStatisticsStore({ prisma, pool }: Database): StatisticsStore {
  return {
    async version({ examId, viewer }) {
      if (!isId(examId)) return null
      const exam = await prisma.exam.findFirst({
        where: { id: examId, course: taughtBy(viewer) },
        select: { id: true, rules: true },
      })
      if (!exam) return null
      const { rows } = await pool.query<{ version: string }>(
        `SELECT concat_ws('/', count(DISTINCT a.id), count(g.id), max(g.at), sum(i.awarded), count(i.broken_at)) AS version
        FROM attempts a JOIN attempt_items i ON i.attempt_id = a.id LEFT JOIN grades g ON g.item_id = i.id
        WHERE ${counted}`,
        [examId],
      )
      return `${rows[0]?.version ?? ''}/${JSON.stringify(exam.rules)}`
    },

    async measure(examId) {
      const [exam, items, titles] = await Promise.all([
        prisma.exam.findUnique({ where: { id: examId }, include: examInclude }),
        pool.query<ItemRow>(itemsStatement, [examId]),
        pool.query<{
          slot: number
          id: string
          title: unknown
          criteria: { id: string; title: unknown }[] | null
        }>(titlesStatement, [examId]),
      ])
      if (!exam) return null
      const versionIds = [...new Set(items.rows.map((row) => row.question_version_id))]
      const versions = await prisma.questionVersion.findMany({
        where: { id: { in: versionIds } },
        include: { question: true },
      })
      const settings = new Map(versions.map((version) => [version.id, z.json().parse(version.settings)]))
      const titleOf = new Map<number, Localized>()
      for (const row of items.rows) {
        const version = versions.find(({ id }) => id === row.question_version_id)
        if (version && !titleOf.has(row.slot))
          titleOf.set(row.slot, localizedSchema.parse(version.title ?? version.question.title))
      }
      return {
        exam: toExam(exam),
        attempts: toAttempts(items.rows),
        titles: [...titleOf].map(([slot, title]) => ({ slot, title })),
        partTitles: titles.rows.map(({ slot, id, title }) => ({
          slot,
          id,
          title: localizedSchema.parse(title),
        })),
        criterionTitles: titles.rows.flatMap(({ slot, criteria }) =>
          (criteria ?? []).map(({ id, title }) => ({ slot, id, title: localizedSchema.parse(title) })),
        ),
        occurrences: occurrencesOf(items.rows, settings),
      }
    },
  }
}

function toAttempts(rows: readonly ItemRow[]): MeasuredAttempt[] {
  const byId = new Map<string, MeasuredAttempt & { items: MeasuredItem[] }>()
  for (const row of rows) {
    const attempt = byId.get(row.attempt_id) ?? {
      attemptId: row.attempt_id,
      userId: row.user_id,
      number: row.number,
      closedAt: row.closed_at,
      items: [],
    }
    byId.set(row.attempt_id, attempt)
    attempt.items.push({
      slot: row.slot,
      params: jsonObjectSchema.parse(row.params),
      points: row.points,
      awarded: row.awarded,
      needsReview: row.grade_status === 'needs-review',
      seconds: row.seconds,
      parts: (row.parts ?? []).map(({ id, code, criteria }) => ({ id, code, criteria: criteria ?? [] })),
    })
  }
  return [...byId.values()]
}

/** The first answer with each code of each part. */
function occurrencesOf(
  rows: readonly ItemRow[],
  settings: ReadonlyMap<string, Occurrence['settings']>,
): Occurrence[] {
  const found = new Map<string, Occurrence>()
  for (const row of rows)
    for (const { id, code } of row.parts ?? []) {
      const key = `${row.slot}/${id}/${code}`
      if (found.has(key)) continue
      found.set(key, {
        slot: row.slot,
        part: id,
        code,
        type: row.type,
        params: jsonObjectSchema.parse(row.params),
        settings: settings.get(row.question_version_id) ?? null,
      })
    }
  return [...found.values()]
}
