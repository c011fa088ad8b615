import { isId } from '@/lib/core/ids'
import { localizedSchema } from '@/lib/core/localized'
import { GRADEBOOK_PAGE, type GradebookState } from '@/lib/exam/gradebook-query'
import { examRulesSchema } from '@/lib/exam/rules'
import type { ExportStore, GradebookPage } from '@/lib/use-cases/export-store'
import type { Database } from './client'
import { managedBy, taughtBy } from './exam-store'
import { toCourse } from './rows'

interface Row {
  id: string
  name: string
  email: string | null
  total: string | null
  cells: Record<
    string,
    { attemptId: string; state: GradebookState; total: number | null; possible: number }
  > | null
  found: string
}

/** Holds for exams whose rules do not say. */
const COUNTS = examRulesSchema.parse({}).counts

/**
 * One page of students with the attempt that counts in each exam, as lib/exam/gradebook.ts chooses it; sorted and
 * filtered in the database, since a course may have thousands. $1 exams, $2 course, $3 search, $4 exam of the state,
 * $5 state, $6 sort, $7 whether descending, $8 rows, $9 rows before.
 */
const statement = `
  WITH sums AS (
    SELECT a.id, a.exam_id, a.user_id, a.number, a.closed_at, COALESCE(e.rules->>'counts', '${COUNTS}') AS counts,
      CASE WHEN bool_and(i.awarded IS NOT NULL) IS NOT FALSE THEN COALESCE(sum(i.awarded), 0) END AS total,
      COALESCE(sum(i.points), 0) AS possible,
      COALESCE(bool_or(i.grade_status = 'needs-review'), false) AS review
    FROM attempts a JOIN exams e ON e.id = a.exam_id LEFT JOIN attempt_items i ON i.attempt_id = a.id
    WHERE a.exam_id = ANY($1::uuid[]) AND NOT a.is_preview GROUP BY a.id, e.id
  ), shown AS (
    SELECT DISTINCT ON (user_id, exam_id) *,
      CASE WHEN closed_at IS NULL THEN 'working' WHEN review THEN 'needs-review'
        WHEN total IS NULL THEN 'ungraded' ELSE 'graded' END AS state
    FROM sums ORDER BY user_id, exam_id, (closed_at IS NULL),
      CASE WHEN closed_at IS NULL OR counts = 'last' THEN -number WHEN counts = 'first' THEN number END,
      CASE WHEN counts = 'best' THEN COALESCE(total, -1) END DESC, number
  ), people AS (
    SELECT u.id, COALESCE(u.name, u.email, '') AS name, u.email FROM users u
    WHERE u.id IN (SELECT user_id FROM enrolments WHERE course_id = $2 AND role = 'student' AND left_at IS NULL)
      OR u.id IN (SELECT user_id FROM sums)
  ), rows AS (
    SELECT p.*, (SELECT sum(s.total) FROM shown s WHERE s.user_id = p.id AND s.closed_at IS NOT NULL) AS total,
      (SELECT s.total FROM shown s WHERE s.user_id = p.id AND s.closed_at IS NOT NULL AND s.exam_id::text = $6) AS sorted
    FROM people p
    WHERE ($3 = '' OR position(lower($3) IN lower(p.name || ' ' || COALESCE(p.email, ''))) > 0)
      AND ($5 = '' OR EXISTS (
        SELECT 1 FROM unnest($1::uuid[]) AS exam LEFT JOIN shown s ON s.exam_id = exam AND s.user_id = p.id
        WHERE ($4 = '' OR exam::text = $4) AND COALESCE(s.state, 'not-started') = $5))
  )
  SELECT r.id, r.name, r.email, r.total, count(*) OVER () AS found,
    (SELECT jsonb_object_agg(s.exam_id, jsonb_build_object('attemptId', s.id, 'state', s.state,
        'total', CASE WHEN s.closed_at IS NOT NULL THEN s.total END, 'possible', s.possible))
      FROM shown s WHERE s.user_id = r.id) AS cells
  FROM rows r
  ORDER BY
    CASE WHEN NOT $7 THEN CASE $6 WHEN 'name' THEN NULL WHEN 'total' THEN r.total ELSE r.sorted END END ASC NULLS LAST,
    CASE WHEN $7 THEN CASE $6 WHEN 'name' THEN NULL WHEN 'total' THEN r.total ELSE r.sorted END END DESC NULLS LAST,
    CASE WHEN $7 AND $6 = 'name' THEN r.name END DESC, r.name, r.id
  LIMIT $8 OFFSET $9`

export async function readGradebookPage(
  { pool, prisma }: Database,
  { courseId, viewer, query }: Parameters<ExportStore['gradebookPage']>[0],
): Promise<GradebookPage | null> {
  if (!isId(courseId)) return null
  const course = await prisma.course.findFirst({
    where: { AND: [{ id: courseId }, taughtBy(viewer)] },
    include: {
      exams: {
        where: { publishedAt: { not: null } },
        orderBy: [{ opensAt: 'asc' }, { createdAt: 'asc' }],
        select: { id: true, title: true },
      },
    },
  })
  if (!course) return null
  const exams = course.exams.map(({ id, title }) => ({ id, title: localizedSchema.parse(title) }))
  const ask = async (page: number) =>
    pool.query<Row>(statement, [
      exams.map(({ id }) => id),
      courseId,
      query.q,
      query.exam,
      query.state,
      query.sort,
      query.dir === 'desc',
      GRADEBOOK_PAGE,
      (page - 1) * GRADEBOOK_PAGE,
    ])
  const [asked, managed] = await Promise.all([
    ask(query.page),
    prisma.course.count({ where: { AND: [{ id: courseId }, managedBy(viewer)] } }),
  ])
  // A page beyond the last: what was found shows the first instead of nothing.
  const page = asked.rows.length === 0 ? 1 : query.page
  const { rows } = asked.rows.length === 0 && query.page > 1 ? await ask(1) : asked
  return {
    course: toCourse(course),
    mayManage: managed === 1,
    exams,
    found: Number(rows[0]?.found ?? 0),
    page,
    rows: rows.map(({ id, name, email, total, cells }) => ({
      student: { id, name, email },
      total: total === null ? null : Number(total),
      cells: exams.map((exam) => cells?.[exam.id] ?? null),
    })),
  }
}
