import { localizedSchema } from '@/lib/core/localized'
import type { AttemptStore, StoredReceipt } from '@/lib/use-cases/deps'
import type { Database } from './client'
import { taughtBy } from './exam-store'

interface RevisionRow {
  item_id: string
  number: number
  mutation_id: string
  received_at: Date
  response: string
  hash: string
}

/** What a receipt stands for: the viewer's own attempt, or one of a course that they teach. */
export async function findReceipt(
  { prisma, pool }: Database,
  { code, viewer }: Parameters<AttemptStore['findReceipt']>[0],
): Promise<StoredReceipt | null> {
  const attempt = await prisma.attempt.findFirst({
    where: { receipt: code, OR: [{ userId: viewer.id }, { exam: { course: taughtBy(viewer) } }] },
    include: { exam: true, user: true, items: { select: { id: true } } },
  })
  if (!attempt?.closedAt) return null
  const { rows } = await pool.query<RevisionRow>(
    `SELECT r.item_id, r.number, r.mutation_id, r.received_at, r.response::text AS response, encode(r.hash, 'hex') AS hash
    FROM revisions r JOIN attempt_items i ON i.id = r.item_id WHERE i.attempt_id = $1 ORDER BY r.number`,
    [attempt.id],
  )
  return {
    attemptId: attempt.id,
    number: attempt.number,
    examTitle: localizedSchema.parse(attempt.exam.title),
    student: { id: attempt.userId, name: attempt.user.name ?? attempt.user.email ?? '' },
    closedAt: attempt.closedAt,
    items: attempt.items.map(({ id }) => ({
      itemId: id,
      revisions: rows
        .filter((row) => row.item_id === id)
        .map((row) => ({
          number: row.number,
          mutationId: row.mutation_id,
          receivedAt: row.received_at,
          response: row.response,
          hash: row.hash,
        })),
    })),
  }
}
