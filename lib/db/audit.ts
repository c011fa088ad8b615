import type pg from 'pg'

/** Something that staff did; written in the transaction that does it. */
export interface AuditInput {
  readonly courseId: string
  readonly examId?: string
  readonly byId: string
  /** Kebab-case; app/messages has words for each. */
  readonly action: string
  readonly data: unknown
  readonly at: Date
}

export async function writeAudit(client: pg.ClientBase, entry: AuditInput): Promise<void> {
  await client.query(
    `INSERT INTO audit_entries (id, course_id, exam_id, by_id, action, data, at)
    VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
    [entry.courseId, entry.examId ?? null, entry.byId, entry.action, JSON.stringify(entry.data), entry.at],
  )
}
