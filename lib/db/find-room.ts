import { isId } from '@/lib/core/ids'
import { localizedSchema } from '@/lib/core/localized'
import { lateTermsSchema } from '@/lib/exam/late'
import { responseSchema } from '@/lib/question/field'
import type { RoomRecord } from '@/lib/use-cases/records'
import type { Database } from './client'
import { jsonObjectSchema, jsonSchema } from './rows'

interface Row {
  exam_id: string
  title: unknown
  started_at: Date
  deadline_at: Date | null
  closes_at: Date | null
  closed_at: Date | null
  late: unknown
  one_way: boolean
  reached: number
  is_preview: boolean
}

interface ItemRow {
  item_id: string
  position: number
  type: string
  params: unknown
  settings: unknown
  points: number
  flagged: boolean
  revision: number
  response: unknown
  received_at: Date | null
  mutation_id: string | null
  section_title: unknown
  section_text: unknown
}

/** An exam may have no problem yet. */
type AnyRow = Row & (ItemRow | { item_id: null })
const hasItem = (row: AnyRow): row is Row & ItemRow => row.item_id !== null

/** All that the page at work shows, in one query: a room that starts together asks for it at the same moment. */
const statement = {
  name: 'find-room',
  text: `
    SELECT a.exam_id, e.title, a.started_at, a.deadline_at, a.closes_at, a.closed_at, a.late, a.one_way, a.reached,
      a.is_preview,
      i.id AS item_id, i.position, i.type, i.params, v.settings, i.points, i.flagged, i.revision, r.response,
      r.received_at, r.mutation_id, s.title AS section_title, s.text AS section_text
    FROM attempts a
      JOIN exams e ON e.id = a.exam_id
      LEFT JOIN attempt_items i ON i.attempt_id = a.id
      LEFT JOIN question_versions v ON v.id = i.question_version_id
      LEFT JOIN revisions r ON r.item_id = i.id AND r.number = i.revision
      LEFT JOIN exam_items p ON p.exam_id = a.exam_id AND p.position = i.slot
      LEFT JOIN exam_sections s ON s.id = p.section_id
    WHERE a.id = $1 AND a.user_id = $2 ORDER BY i.position`,
}

export async function findRoom(
  { pool }: Database,
  { attemptId, userId }: { attemptId: string; userId: string },
): Promise<RoomRecord | null> {
  if (!isId(attemptId)) return null
  const { rows } = await pool.query<AnyRow>({ ...statement, values: [attemptId, userId] })
  const [first] = rows
  if (!first) return null
  return {
    id: attemptId,
    exam: { id: first.exam_id, title: localizedSchema.parse(first.title) },
    startedAt: first.started_at,
    deadlineAt: first.deadline_at,
    closesAt: first.closes_at,
    closedAt: first.closed_at,
    late: lateTermsSchema.nullable().parse(first.late),
    oneWay: first.one_way,
    reached: first.reached,
    isPreview: first.is_preview,
    items: rows.filter(hasItem).map((row) => ({
      id: row.item_id,
      position: row.position,
      type: row.type,
      params: jsonObjectSchema.parse(row.params),
      settings: jsonSchema.parse(row.settings),
      points: row.points,
      flagged: row.flagged,
      revision: row.revision,
      response: row.response === null ? {} : responseSchema.parse(row.response),
      savedAt: row.received_at,
      mutationId: row.mutation_id,
      section:
        row.section_title === null
          ? null
          : {
              title: localizedSchema.parse(row.section_title),
              text: localizedSchema.parse(row.section_text),
            },
    })),
  }
}
