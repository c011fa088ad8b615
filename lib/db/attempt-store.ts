import { isId } from '@/lib/core/ids'
import { lateTermsSchema } from '@/lib/exam/late'
import type { AttemptNews, AttemptStore } from '@/lib/use-cases/deps'
import type { AttemptRecord } from '@/lib/use-cases/records'
import type { Prisma } from '@/prisma/generated/client'
import { announce } from './attempt-news'
import type { Database } from './client'
import { closeAttempts } from './close-attempts'
import { taughtBy } from './exam-store'
import { findRoom } from './find-room'
import { insertAttempt } from './insert-attempt'
import { termsInclude, toPersonalTerms } from './personal-terms'
import { findReceipt } from './receipts'
import { examInclude, itemInclude, toExam, toItem, toTimes } from './rows'
import { saveRevision } from './save-revision'

const attemptInclude = (userId: string) =>
  ({
    user: true,
    exam: { include: { ...examInclude, ...termsInclude(userId) } },
    items: { orderBy: { position: 'asc' }, include: itemInclude },
  }) satisfies Prisma.AttemptInclude
type AttemptRow = Prisma.AttemptGetPayload<{ include: ReturnType<typeof attemptInclude> }>

function toAttempt(row: AttemptRow): AttemptRecord {
  const exam = toExam(row.exam)
  return {
    id: row.id,
    number: row.number,
    startedAt: row.startedAt,
    ...toTimes(row),
    closedAt: row.closedAt,
    closeReason: row.closeReason,
    student: { id: row.userId, name: row.user.name ?? row.user.email ?? '' },
    exam,
    ...toPersonalTerms(row.exam, exam, row.userId),
    oneWay: row.oneWay,
    reached: row.reached,
    receipt: row.receipt,
    isPreview: row.isPreview,
    items: row.items.map(toItem),
  }
}

/** Windows of an attempt whose opening is noted: more tell nobody anything, and fill the disk. */
const TOLD = 200

/** `secondReader`: whether one is there to be asked about what a grade leaves unsure. */
export function createAttemptStore(
  database: Database,
  { secondReader }: { readonly secondReader: boolean } = { secondReader: false },
): AttemptStore {
  const { prisma } = database
  return {
    insert: (attempt) => insertAttempt(database, attempt),

    async findOwned({ attemptId, userId }) {
      if (!isId(attemptId)) return null
      const row = await prisma.attempt.findFirst({
        where: { id: attemptId, userId },
        include: attemptInclude(userId),
      })
      return row && toAttempt(row)
    },

    findRoom: (input) => findRoom(database, input),

    async findNews({ attemptId, userId }) {
      if (!isId(attemptId)) return null
      return (await readNews(database, [attemptId], userId)).get(attemptId) ?? null
    },

    async findTaught({ attemptId, viewer }) {
      if (!isId(attemptId)) return null
      const where = { id: attemptId, exam: { course: taughtBy(viewer) } }
      const owner = await prisma.attempt.findFirst({ where, select: { userId: true } })
      if (!owner) return null
      const row = await prisma.attempt.findFirst({ where, include: attemptInclude(owner.userId) })
      return row && toAttempt(row)
    },

    save: (input) => saveRevision(database, input),

    async setFlag({ attemptId, itemId, userId, flagged, now }) {
      if (!isId(attemptId) || !isId(itemId)) return false
      const { count } = await prisma.attemptItem.updateMany({
        where: {
          id: itemId,
          attempt: {
            id: attemptId,
            userId,
            closedAt: null,
            OR: [{ closesAt: null }, { closesAt: { gt: now } }],
          },
        },
        data: { flagged },
      })
      return count === 1
    },

    async takeSeat({ attemptId, userId, now }) {
      if (!isId(attemptId)) return null
      const { rows } = await database.pool.query<{ seat: number }>(
        `WITH taken AS (
          UPDATE attempts SET seat = seat + 1 WHERE id = $1 AND user_id = $2 AND closed_at IS NULL RETURNING id, seat
        ), event AS (
          INSERT INTO attempt_events (id, attempt_id, kind, data, at)
          SELECT gen_random_uuid(), id, 'opened', jsonb_build_object('seat', seat), $3 FROM taken WHERE seat <= ${TOLD}
        )
        SELECT seat FROM taken`,
        [attemptId, userId, now],
      )
      const [row] = rows
      if (row && row.seat > 1) await announce(database.pool, [attemptId])
      return row?.seat ?? null
    },

    async advance({ attemptId, userId, from, now }) {
      if (!isId(attemptId)) return null
      await database.pool.query(
        `UPDATE attempts a SET reached = a.reached + 1
        WHERE a.id = $1 AND a.user_id = $2 AND a.one_way AND a.reached = $3 AND a.closed_at IS NULL
          AND (a.deadline_at IS NULL OR a.deadline_at > $4)
          AND a.reached < (SELECT max(position) FROM attempt_items i WHERE i.attempt_id = a.id)`,
        [attemptId, userId, from, now],
      )
      const row = await prisma.attempt.findFirst({
        where: { id: attemptId, userId, oneWay: true, closedAt: null },
        select: { reached: true },
      })
      return row?.reached ?? null
    },

    closeAndGrade: (input) => closeAttempts(database, secondReader, input),

    async listOverdue({ before, limit }) {
      const { rows } = await database.pool.query<{ id: string }>(
        'SELECT id FROM attempts WHERE closed_at IS NULL AND closes_at <= $1 ORDER BY random() LIMIT $2',
        [before, limit],
      )
      return rows.map(({ id }) => id)
    },

    findReceipt: (input) => findReceipt(database, input),
  }
}

/** Notices that one page is told of: more are an announcement board. */
const NOTICES = 10

/** News of attempts, by id: of one student's own, or of several for pages that have shown before that they are theirs. */
export async function readNews(
  { pool }: Database,
  ids: readonly string[],
  userId: string | null = null,
): Promise<Map<string, AttemptNews>> {
  const { rows } = await pool.query<{
    id: string
    deadline_at: Date | null
    closes_at: Date | null
    late: unknown
    closed_at: Date | null
    seat: number
    notices: { id: string; words: string; at: string }[] | null
  }>({
    name: 'read-news',
    text: `
      SELECT a.id, a.deadline_at, a.closes_at, a.late, a.closed_at, a.seat, told.notices
      FROM attempts a LEFT JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('id', x.id, 'words', x.words, 'at', x.at) ORDER BY x.at DESC, x.id DESC)
          AS notices
        FROM (
          SELECT * FROM exam_notices x
          WHERE x.exam_id = a.exam_id AND x.withdrawn_at IS NULL AND (x.user_id IS NULL OR x.user_id = a.user_id)
          ORDER BY x.at DESC, x.id DESC LIMIT ${NOTICES}
        ) x
      ) told ON true
      WHERE a.id = ANY($1::uuid[]) AND ($2::uuid IS NULL OR a.user_id = $2)`,
    values: [ids, userId],
  })
  return new Map(
    rows.map((row) => [
      row.id,
      {
        deadlineAt: row.deadline_at,
        closesAt: row.closes_at,
        late: lateTermsSchema.nullable().parse(row.late),
        closedAt: row.closed_at,
        seat: row.seat,
        notices: (row.notices ?? []).map((notice) => ({ ...notice, at: new Date(notice.at) })),
      },
    ]),
  )
}
