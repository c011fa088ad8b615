import type pg from 'pg'
import { isId } from '@/lib/core/ids'
import { lateTermsSchema } from '@/lib/exam/late'
import { examRulesSchema } from '@/lib/exam/rules'
import { sebSettingsSchema } from '@/lib/exam/seb/settings'
import type { TermsChange, TermsStore } from '@/lib/use-cases/deps'
import { announce } from './attempt-news'
import type { Database } from './client'
import { managedBy } from './exam-store'
import { markScores } from './mark-scores'
import { examInclude, toAccommodation, toExam, toException } from './rows'
import { transaction } from './transaction'

type ChangeInput = Parameters<TermsStore['change']>[0]

export function createTermsStore(database: Database): TermsStore {
  const { prisma } = database
  return {
    async findManaged({ examId, viewer }) {
      if (!isId(examId)) return null
      const row = await prisma.exam.findFirst({
        where: { id: examId, course: managedBy(viewer) },
        include: {
          ...examInclude,
          exceptions: true,
          course: {
            include: {
              enrolments: {
                where: { role: 'student', leftAt: null },
                include: { user: true },
                orderBy: { user: { name: 'asc' } },
              },
            },
          },
        },
      })
      if (!row) return null
      return {
        exam: toExam(row),
        startCode: row.startCode,
        safeExamBrowser: sebSettingsSchema.nullable().parse(row.safeExamBrowser),
        people: row.course.enrolments.map((enrolment) => ({
          userId: enrolment.userId,
          name: enrolment.user.name ?? enrolment.user.email ?? '',
          email: enrolment.user.email,
          accommodation: toAccommodation(enrolment),
          exception: toException(row.exceptions.find(({ userId }) => userId === enrolment.userId)),
        })),
      }
    },

    change: (input) =>
      transaction(database, async (client) => {
        await lockTerms(client, input)
        await write(client, input.examId, input.change)
        await audit(client, input)
        const changed = await reschedule(client, input)
        // Which attempt counts and when its score is released may be another now.
        if (input.change.kind === 'rules') await markScores(client, { examId: input.examId })
        await announce(client, changed)
        return changed.length
      }),
  }
}

/** A standing accommodation holds in every exam of the course. */
const wholeCourse = (change: TermsChange): boolean => change.kind === 'accommodation'

/** Changes of one exam come one after the other, and starts wait for them and see that the terms are new. */
async function lockTerms(client: pg.ClientBase, { examId, change }: ChangeInput): Promise<void> {
  await client.query(
    `UPDATE exams SET terms_version = terms_version + 1 FROM (
      SELECT id FROM exams
      WHERE CASE WHEN $2 THEN course_id = (SELECT course_id FROM exams WHERE id = $1) ELSE id = $1 END
      ORDER BY id FOR NO KEY UPDATE
    ) AS held WHERE exams.id = held.id`,
    [examId, wholeCourse(change)],
  )
}

async function write(client: pg.ClientBase, examId: string, change: TermsChange): Promise<void> {
  switch (change.kind) {
    case 'extra-time':
      await client.query('UPDATE exams SET extra_minutes = GREATEST(0, extra_minutes + $2) WHERE id = $1', [
        examId,
        change.minutes,
      ])
      return
    case 'student-extra-time':
      await client.query(
        `INSERT INTO exam_exceptions (exam_id, user_id, extra_minutes) VALUES ($1, $2, $3)
        ON CONFLICT (exam_id, user_id) DO UPDATE SET extra_minutes = GREATEST(0, exam_exceptions.extra_minutes + $3)`,
        [examId, change.userId, change.minutes],
      )
      return
    case 'exception': {
      const { opensAt, closesAt, timeLimitMinutes, extraMinutes, extraAttempts, withoutSafeExamBrowser } =
        change.exception
      await client.query(
        `INSERT INTO exam_exceptions (exam_id, user_id, opens_at, closes_at, time_limit_minutes, extra_minutes,
          extra_attempts, without_safe_exam_browser)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (exam_id, user_id) DO UPDATE SET opens_at = $3, closes_at = $4, time_limit_minutes = $5,
          extra_minutes = $6, extra_attempts = $7, without_safe_exam_browser = $8`,
        [
          examId,
          change.userId,
          opensAt,
          closesAt,
          timeLimitMinutes,
          extraMinutes,
          extraAttempts,
          withoutSafeExamBrowser,
        ],
      )
      return
    }
    case 'accommodation':
      await client.query(
        `UPDATE enrolments SET time_percent = $3, extra_minutes = $4
        WHERE user_id = $2 AND course_id = (SELECT course_id FROM exams WHERE id = $1)`,
        [examId, change.userId, change.accommodation.timePercent, change.accommodation.extraMinutes],
      )
      return
    case 'rules':
      await client.query(
        'UPDATE exams SET rules = $2, opens_at = $3, closes_at = $4, start_code = $5 WHERE id = $1',
        [examId, change.rules, change.opensAt, change.closesAt, change.startCode],
      )
      return
    case 'safe-exam-browser':
      await client.query('UPDATE exams SET safe_exam_browser = $2 WHERE id = $1', [examId, change.settings])
  }
}

/** What the log says of a change: nothing that opens anything. */
function told(change: TermsChange): object {
  if (change.kind === 'safe-exam-browser') {
    const { settings } = change
    return settings
      ? {
          required: true,
          allowQuit: settings.allowQuit,
          quitPassword: settings.quitPasswordHash !== null,
          allowedUrls: settings.allowedUrls,
          browserExamKeys: settings.browserExamKeys.length,
        }
      : { required: false }
  }
  const { kind, ...data } = change
  return data
}

async function audit(client: pg.ClientBase, { examId, byId, now, change }: ChangeInput): Promise<void> {
  await client.query(
    `INSERT INTO audit_entries (id, course_id, exam_id, by_id, action, data, at)
    SELECT gen_random_uuid(), course_id, id, $2, $3, $4, $5 FROM exams WHERE id = $1`,
    [examId, byId, change.kind, told(change), now],
  )
}

interface OpenRow {
  id: string
  started_at: Date
  deadline_at: Date | null
  closes_at: Date | null
  late: unknown
  time_percent: number | null
  standing_minutes: number | null
  e_opens_at: Date | null
  e_closes_at: Date | null
  e_time_limit: number | null
  e_extra_minutes: number | null
  e_extra_attempts: number | null
  rules: unknown
  published_at: Date | null
  opens_at: Date | null
  closes_at_exam: Date | null
  extra_minutes: number
}

/** Gives the open attempts that the change touches their new times, and their closing jobs too. */
async function reschedule(client: pg.ClientBase, { examId, change, times }: ChangeInput): Promise<string[]> {
  const userId = 'userId' in change ? change.userId : null
  const { rows } = await client.query<OpenRow>(
    `SELECT a.id, a.started_at, a.deadline_at, a.closes_at, a.late,
      n.time_percent, n.extra_minutes AS standing_minutes,
      x.opens_at AS e_opens_at, x.closes_at AS e_closes_at, x.time_limit_minutes AS e_time_limit,
      x.extra_minutes AS e_extra_minutes, x.extra_attempts AS e_extra_attempts,
      e.rules, e.published_at, e.opens_at, e.closes_at AS closes_at_exam, e.extra_minutes
    FROM attempts a JOIN exams e ON e.id = a.exam_id
      LEFT JOIN enrolments n ON n.course_id = e.course_id AND n.user_id = a.user_id
      LEFT JOIN exam_exceptions x ON x.exam_id = a.exam_id AND x.user_id = a.user_id
    WHERE a.closed_at IS NULL AND ($2::uuid IS NULL OR a.user_id = $2)
      AND CASE WHEN $3 THEN e.course_id = (SELECT course_id FROM exams WHERE id = $1) ELSE e.id = $1 END
    ORDER BY a.id FOR UPDATE OF a`,
    [examId, userId, wholeCourse(change)],
  )
  const changed = rows.flatMap((row) => {
    const before = {
      deadlineAt: row.deadline_at,
      closesAt: row.closes_at,
      late: lateTermsSchema.nullable().parse(row.late),
    }
    const terms = {
      rules: examRulesSchema.parse(row.rules),
      window: {
        publishedAt: row.published_at,
        opensAt: row.opens_at,
        closesAt: row.closes_at_exam,
        extraMinutes: row.extra_minutes,
      },
      accommodation: { timePercent: row.time_percent ?? 100, extraMinutes: row.standing_minutes ?? 0 },
      exception: {
        opensAt: row.e_opens_at,
        closesAt: row.e_closes_at,
        timeLimitMinutes: row.e_time_limit,
        extraMinutes: row.e_extra_minutes ?? 0,
        extraAttempts: row.e_extra_attempts ?? 0,
        // Says nothing about times.
        withoutSafeExamBrowser: false,
      },
    }
    const after = times(terms, row.started_at, before)
    return JSON.stringify(after) === JSON.stringify(before) ? [] : [{ id: row.id, ...after }]
  })
  if (changed.length === 0) return []
  await client.query(
    `WITH given AS (
      SELECT * FROM jsonb_to_recordset($1) AS t(id uuid, "deadlineAt" timestamptz, "closesAt" timestamptz, late jsonb)
    )
    UPDATE attempts a SET deadline_at = given."deadlineAt", closes_at = given."closesAt", late = NULLIF(given.late, 'null')
    FROM given WHERE a.id = given.id`,
    [JSON.stringify(changed)],
  )
  await client.query(
    `SELECT CASE WHEN "closesAt" IS NULL THEN graphile_worker.remove_job('close:' || id)::text
      ELSE graphile_worker.add_job('close-attempt', json_build_object('attemptId', id),
        run_at => "closesAt", job_key => 'close:' || id, max_attempts => 25)::text END
    FROM jsonb_to_recordset($1) AS t(id text, "closesAt" timestamptz)`,
    [JSON.stringify(changed)],
  )
  return changed.map(({ id }) => id)
}
