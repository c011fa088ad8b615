import { isId } from '@/lib/core/ids'
import { responseSchema } from '@/lib/question/field'
import type { AttemptHistory, ItemHistory, ReviewStore } from '@/lib/use-cases/review-store'
import type { Prisma } from '@/prisma/generated/client'
import type { Database } from './client'
import { taughtBy } from './exam-store'
import { toGrade } from './rows'

const include = {
  revisions: { orderBy: { number: 'asc' } },
  grades: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
  requests: { orderBy: { askedAt: 'asc' } },
} satisfies Prisma.AttemptItemInclude
type ItemRow = Prisma.AttemptItemGetPayload<{ include: typeof include }>

const toHistory = (row: ItemRow, names: ReadonlyMap<string, string>): ItemHistory => ({
  itemId: row.id,
  revisions: row.revisions.map(({ number, response, receivedAt }) => ({
    number,
    response: responseSchema.parse(response),
    receivedAt,
  })),
  grades: row.grades.map((grade) => ({
    ...toGrade(grade),
    id: grade.id,
    by: grade.byId === null ? null : (names.get(grade.byId) ?? null),
    reason: grade.reason,
    decisionId: grade.decisionId,
    undoesId: grade.undoesId,
  })),
  requests: row.requests.map(({ part, criterion, words, askedAt, answeredAt, answer }) => ({
    part,
    criterion,
    words,
    askedAt,
    answeredAt,
    answer,
  })),
})

type Find = ReviewStore['findHistory']
type FindOwn = ReviewStore['findOwnHistory']

export async function findHistory(
  { prisma }: Database,
  { attemptId, viewer }: Parameters<Find>[0],
): Promise<AttemptHistory | null> {
  if (!isId(attemptId)) return null
  const row = await prisma.attempt.findFirst({
    where: { id: attemptId, exam: { course: taughtBy(viewer) } },
    select: {
      items: { orderBy: { position: 'asc' }, include },
      events: { orderBy: [{ at: 'asc' }, { id: 'asc' }], take: 1000 },
    },
  })
  if (!row) return null
  const ids = row.items.flatMap(({ grades }) => grades.flatMap(({ byId }) => byId ?? []))
  const people = await prisma.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, email: true },
  })
  const names = new Map(people.map(({ id, name, email }) => [id, name ?? email ?? '']))
  return {
    items: row.items.map((item) => toHistory(item, names)),
    events: row.events.map(({ kind, data, at }) => ({ kind, data, at })),
  }
}

export async function findOwnHistory(
  { prisma }: Database,
  { attemptId, userId }: Parameters<FindOwn>[0],
): Promise<readonly ItemHistory[]> {
  if (!isId(attemptId)) return []
  const rows = await prisma.attemptItem.findMany({
    where: { attemptId, attempt: { userId } },
    orderBy: { position: 'asc' },
    include,
  })
  return rows.map((row) => toHistory(row, new Map()))
}
