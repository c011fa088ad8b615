import type pg from 'pg'
import { isId } from '@/lib/core/ids'
import { scoreToSend } from '@/lib/exam/passback'
import { SCORE_SCOPE } from '@/lib/lti/grade-services'
import type { StaffViewer } from '@/lib/use-cases/deps'
import { type LmsScoreStore, standingOf } from '@/lib/use-cases/lms-scores'
import { writeAudit } from './audit'
import type { Database } from './client'
import { managedBy } from './exam-store'
import {
  readPassbackAttempts,
  readPassbackExam,
  type ScoreColumns,
  scoreColumns,
  toScore,
} from './lti-score-store'
import { manages } from './manages'
import { sendJob } from './mark-scores'
import { examInclude, toExam } from './rows'
import { transaction } from './transaction'

export function createLmsScoreStore(database: Database): LmsScoreStore {
  const { prisma, pool } = database
  return {
    async find({ examId, viewer, now }) {
      if (!isId(examId)) return null
      const row = await prisma.exam.findFirst({
        where: { id: examId, course: managedBy(viewer) },
        include: {
          ...examInclude,
          ltiLinks: { orderBy: { title: 'asc' }, include: { platform: true } },
        },
      })
      if (!row) return null
      const exam = toExam(row)
      const [passback, attempts, students, scores, members] = await Promise.all([
        readPassbackExam(database, examId),
        readPassbackAttempts(database, examId, null),
        prisma.enrolment.findMany({
          where: { courseId: row.courseId, role: 'student' },
          include: { user: true },
          orderBy: { user: { name: 'asc' } },
        }),
        pool.query<ScoreColumns>(
          `SELECT ${scoreColumns} FROM lti_scores s JOIN lti_links l ON l.id = s.link_id WHERE l.exam_id = $1`,
          [examId],
        ),
        pool.query<{ linkId: string; subject: string; userId: string }>(
          `SELECT l.id AS "linkId", m.subject, c.user_id AS "userId"
          FROM lti_links l JOIN lti_platforms p ON p.id = l.platform_id
            JOIN lti_members m ON m.platform_id = l.platform_id AND m.context_id = l.context_id AND m.launched_at IS NOT NULL
            CROSS JOIN LATERAL (
              SELECT user_id FROM accounts WHERE provider = 'lti:' || p.issuer AND provider_account_id = m.subject OFFSET 0) AS c
          WHERE l.exam_id = $1`,
          [examId],
        ),
      ])
      const links = row.ltiLinks.map((link) => {
        const own = new Map(
          scores.rows.filter(({ linkId }) => linkId === link.id).map((each) => [each.userId, toScore(each)]),
        )
        const subjects = new Map(
          members.rows.filter(({ linkId }) => linkId === link.id).map((each) => [each.userId, each.subject]),
        )
        const shown = students.filter(
          ({ userId, leftAt }) => leftAt === null || own.has(userId) || attempts.has(userId),
        )
        return {
          id: link.id,
          title: link.title,
          platform: link.platform.name,
          lacks:
            link.lineItemUrl === null && link.lineItemsUrl === null
              ? ('launch' as const)
              : link.scopes.includes(SCORE_SCOPE)
                ? null
                : ('scope' as const),
          comparedAt: link.comparedAt,
          compareError: link.compareError,
          rows: shown.map(({ userId, user }) => {
            const score = own.get(userId) ?? null
            const mine = attempts.get(userId) ?? []
            return {
              userId,
              name: user.name ?? user.email ?? '',
              subject: score?.subject ?? subjects.get(userId) ?? null,
              ours: passback && scoreToSend(passback, mine, now),
              theirs: score?.theirs ?? null,
              sentAt: score?.deliveredAt ?? null,
              readAt: score?.readAt ?? null,
              nextAt: score?.nextAt ?? null,
              standing: standingOf(score, subjects.has(userId), mine),
              problem: score?.problem ?? null,
            }
          }),
        }
      })
      return { exam, links }
    },

    resend: ({ linkId, viewer, subject, overwrite, now }) =>
      transaction(database, async (client) => {
        const link = await findManagedLink(client, linkId, viewer)
        if (!link) return null
        const { rows } = await client.query(
          `WITH marked AS (
            UPDATE lti_scores SET version = version + 1, state = 'due', tries = 0, next_at = NULL, problem = NULL,
              resend = true, overwrite = overwrite OR $3
            WHERE link_id = $1 AND CASE WHEN $2::text IS NULL THEN state IN ('refused', 'due') ELSE subject = $2 END
            RETURNING link_id, subject
          )
          SELECT ${sendJob('link_id', 'subject')} FROM marked`,
          [linkId, subject, overwrite],
        )
        if (rows.length > 0)
          await writeAudit(client, {
            ...link,
            byId: viewer.id,
            action: overwrite ? 'lms-score-overwritten' : 'lms-scores-resent',
            data: { scores: rows.length, ...(subject !== null && { lmsUser: subject }) },
            at: now,
          })
        return rows.length
      }),

    noteComparison: ({ linkId, viewer, now }) =>
      transaction(database, async (client) => {
        const link = await findManagedLink(client, linkId, viewer)
        if (!link) return false
        await writeAudit(client, {
          ...link,
          byId: viewer.id,
          action: 'lms-scores-compared',
          data: {},
          at: now,
        })
        return true
      }),
  }
}

async function findManagedLink(
  client: pg.ClientBase,
  linkId: string,
  viewer: StaffViewer,
): Promise<{ courseId: string; examId: string } | null> {
  if (!isId(linkId)) return null
  const { rows } = await client.query<{ courseId: string; examId: string }>(
    'SELECT course_id AS "courseId", exam_id AS "examId" FROM lti_links WHERE id = $1 AND exam_id IS NOT NULL',
    [linkId],
  )
  const [link] = rows
  return link && (await manages(client, link.courseId, viewer)) ? link : null
}
