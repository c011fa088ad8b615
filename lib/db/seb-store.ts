import { isId } from '@/lib/core/ids'
import { sebSettingsSchema } from '@/lib/exam/seb/settings'
import type { SafeExamBrowserStore } from '@/lib/use-cases/deps'
import type { Database } from './client'
import { taughtBy } from './exam-store'

/** Whether an attempt `a` is taken in Safe Exam Browser, in SQL. Staff who look at an exam need none. */
export const needsSafeExamBrowser = `(NOT a.is_preview
  AND EXISTS (SELECT 1 FROM exams e WHERE e.id = a.exam_id AND e.safe_exam_browser IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM exam_exceptions x
    WHERE x.exam_id = a.exam_id AND x.user_id = a.user_id AND x.without_safe_exam_browser))`

const attemptStatement = {
  name: 'find-seb-of-attempt',
  text: `
    SELECT a.exam_id, a.started_at, (SELECT e.safe_exam_browser FROM exams e WHERE e.id = a.exam_id) AS settings
    FROM attempts a
    WHERE a.id = $1 AND a.user_id = $2 AND a.closed_at IS NULL AND COALESCE(a.closes_at > $3, true)
      AND ${needsSafeExamBrowser}`,
}

const settingsOf = (value: unknown) => sebSettingsSchema.nullable().parse(value ?? null)

export function createSafeExamBrowserStore({ prisma, pool }: Database): SafeExamBrowserStore {
  return {
    async findSettings(examId) {
      const row = await prisma.exam.findUnique({ where: { id: examId }, select: { safeExamBrowser: true } })
      return settingsOf(row?.safeExamBrowser)
    },

    async findForFile({ examId, viewer }) {
      if (!isId(examId)) return null
      const taken = { enrolments: { some: { userId: viewer.id, role: 'student', leftAt: null } } } as const
      const row = await prisma.exam.findFirst({
        where: {
          id: examId,
          OR: [{ course: taughtBy(viewer) }, { publishedAt: { not: null }, course: taken }],
        },
        select: { safeExamBrowser: true },
      })
      return settingsOf(row?.safeExamBrowser)
    },

    async findForAttempt({ attemptId, userId, now }) {
      if (!isId(attemptId)) return null
      const { rows } = await pool.query<{ exam_id: string; started_at: Date; settings: unknown }>({
        ...attemptStatement,
        values: [attemptId, userId, now],
      })
      const [row] = rows
      const settings = row && settingsOf(row.settings)
      return row && settings ? { examId: row.exam_id, startedAt: row.started_at, settings } : null
    },
  }
}
