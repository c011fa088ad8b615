import type pg from 'pg'
import { localizedSchema } from '@/lib/core/localized'
import type { ExamRow } from '@/lib/use-cases/exam-builder'
import type { ExamItemRecord } from '@/lib/use-cases/records'

interface StoredSection {
  readonly id: string
  readonly title: unknown
  readonly text: unknown
}

/** The rows that an author sees: problems without a heading first, then each heading with its own. */
export function toRows(items: readonly ExamItemRecord[], sections: readonly StoredSection[]): ExamRow[] {
  const under = (sectionId: string | null) =>
    problemRows(items.filter((item) => item.sectionId === sectionId))
  return [
    ...under(null),
    ...sections.flatMap(({ id, title, text }): ExamRow[] => [
      { kind: 'section', title: localizedSchema.parse(title), text: localizedSchema.parse(text) },
      ...under(id),
    ]),
  ]
}

function problemRows(items: readonly ExamItemRecord[]): ExamRow[] {
  const rows: ExamRow[] = []
  const places = new Map<string, number>()
  for (const { questionVersionId, points, pool } of items) {
    if (!pool) {
      rows.push({ kind: 'fixed', versionId: questionVersionId, points })
      continue
    }
    const place = places.get(pool.id)
    const known = place === undefined ? undefined : rows[place]
    if (place !== undefined && known?.kind === 'pool')
      rows[place] = { ...known, versionIds: [...known.versionIds, questionVersionId] }
    else {
      places.set(pool.id, rows.length)
      rows.push({ kind: 'pool', draw: pool.draw, points, versionIds: [questionVersionId] })
    }
  }
  return rows
}

/** Writes the rows of an exam that has none yet. */
export async function insertRows(
  client: pg.ClientBase,
  examId: string,
  rows: readonly ExamRow[],
): Promise<void> {
  let position = 0
  let sections = 0
  let sectionId: string | null = null
  const insert = (versionId: string, points: number, poolId: string | null) => {
    position += 1
    return client.query(
      `INSERT INTO exam_items (id, exam_id, position, question_version_id, points, pool_id, section_id)
      VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
      [examId, position, versionId, points, poolId, sectionId],
    )
  }
  for (const row of rows) {
    if (row.kind === 'section') {
      sections += 1
      const made: { rows: { id: string }[] } = await client.query(
        `INSERT INTO exam_sections (id, exam_id, position, title, text)
        VALUES (gen_random_uuid(), $1, $2, $3, $4) RETURNING id`,
        [examId, sections, row.title, row.text],
      )
      sectionId = made.rows[0]?.id ?? null
      continue
    }
    if (row.kind === 'fixed') {
      await insert(row.versionId, row.points, null)
      continue
    }
    const pool = await client.query<{ id: string }>(
      'INSERT INTO exam_pools (id, exam_id, draw) VALUES (gen_random_uuid(), $1, $2) RETURNING id',
      [examId, row.draw],
    )
    for (const versionId of row.versionIds) await insert(versionId, row.points, pool.rows[0]?.id ?? null)
  }
}

export const versionIdsOf = (rows: readonly ExamRow[]): string[] =>
  rows.flatMap((row) =>
    row.kind === 'section' ? [] : row.kind === 'fixed' ? [row.versionId] : row.versionIds,
  )
