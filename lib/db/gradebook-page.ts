import { isId } from '@/lib/core/ids'
import { localizedSchema } from '@/lib/core/localized'
import { GRADEBOOK_PAGE, type GradebookState } from '@/lib/exam/gradebook-query'
import { examRulesSchema } from '@/lib/exam/rules'
import type { ExportStore, GradebookPage } from '@/lib/use-cases/export-store'
import type { Database } from './client'
import { managedBy, taughtBy } from './exam-store'
import { toCourse } from './rows'

interface Cell {
  user_id: string
  exam_id: string
  id: string
  state: GradebookState
  total: string | null
  possible: string
  closed: boolean
}

/** Holds for exams whose rules do not say. */
const COUNTS = examRulesSchema.parse({}).counts

/**
 * The attempt that counts of each student in each exam $1, as lib/exam/gradebook.ts chooses it, or the one at work; of
 * the students that `who` leaves.
 */
const shownAttempts = (who: string): string => `
  sums AS (
    SELECT a.id, a.exam_id, a.user_id, a.number, a.closed_at, COALESCE(e.rules->>'counts', '${COUNTS}') AS counts,
      CASE WHEN bool_and(i.awarded IS NOT NULL) IS NOT FALSE THEN COALESCE(sum(i.awarded), 0) END AS total,
      COALESCE(sum(i.points), 0) AS possible,
      COALESCE(bool_or(i.grade_status = 'needs-review'), false) AS review
    FROM attempts a JOIN exams e ON e.id = a.exam_id LEFT JOIN attempt_items i ON i.attempt_id = a.id
    WHERE a.exam_id = ANY($1::uuid[]) AND NOT a.is_preview AND ${who} GROUP BY a.id, e.id
  ), shown AS (
    SELECT DISTINCT ON (user_id, exam_id) *, closed_at IS NOT NULL AS closed,
      CASE WHEN closed_at IS NULL THEN 'working' WHEN review THEN 'needs-review'
        WHEN total IS NULL THEN 'ungraded' ELSE 'graded' END AS state
    FROM sums ORDER BY user_id, exam_id, (closed_at IS NULL),
      CASE WHEN closed_at IS NULL OR counts = 'last' THEN -number WHEN counts = 'first' THEN number END,
      CASE WHEN counts = 'best' THEN COALESCE(total, -1) END DESC, number
  )`

/** Students of the course $2, and whoever left but sat an exam, whose name or address holds $3. */
const people = `
  people AS (
    SELECT u.id, COALESCE(u.name, u.email, '') AS name, u.email FROM users u
    WHERE (u.id IN (SELECT user_id FROM enrolments WHERE course_id = $2 AND role = 'student' AND left_at IS NULL)
        OR u.id IN (SELECT user_id FROM attempts WHERE exam_id = ANY($1::uuid[]) AND NOT is_preview))
      AND ($3 = '' OR position(lower($3) IN lower(COALESCE(u.name, '') || ' ' || COALESCE(u.email, ''))) > 0)
  )`

interface Person {
  id: string
  name: string
  email: string | null
  found: string
}

type Query = Parameters<ExportStore['gradebookPage']>[0]['query']

/** One page of students in the order of their names: what they did is not looked at. */
const byName = (dir: Query['dir']): string => `
  WITH ${people}
  SELECT id, name, email, count(*) OVER () AS found FROM people
  ORDER BY name ${dir === 'desc' ? 'DESC' : 'ASC'}, id LIMIT $4 OFFSET $5`

/** The same by points ($4: total or an exam's id), and of those alone who stand so ($7) in an exam ($6) or in any. */
const byPoints = (dir: Query['dir']): string => `
  WITH ${people}, ${shownAttempts('true')}, facts AS (
    SELECT user_id, sum(total) FILTER (WHERE closed AND ($4 IN ('name', 'total') OR exam_id::text = $4)) AS points,
      count(*) FILTER (WHERE $6 IN ('', exam_id::text)) AS begun,
      count(*) FILTER (WHERE $6 IN ('', exam_id::text) AND state = $7) AS hits
    FROM shown GROUP BY user_id
  )
  SELECT p.id, p.name, p.email, count(*) OVER () AS found FROM people p LEFT JOIN facts f ON f.user_id = p.id
  WHERE $7 = '' OR f.hits > 0 OR ($7 = 'not-started'
    AND COALESCE(f.begun, 0) < (SELECT count(*) FROM unnest($1::uuid[]) AS exam WHERE $6 IN ('', exam::text)))
  ORDER BY ${dir === 'desc' ? "CASE WHEN $4 <> 'name' THEN f.points END DESC NULLS LAST, CASE WHEN $4 = 'name' THEN p.name END DESC" : "CASE WHEN $4 <> 'name' THEN f.points END ASC NULLS LAST"},
    p.name, p.id LIMIT $8 OFFSET $5`

/**
 * One page of students with the attempt that counts in each exam; sorted and filtered in the database, since a course
 * may have thousands. What they did is read of the page alone, unless the order or the filter asks for it.
 */
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
  const examIds = exams.map(({ id }) => id)
  const ask = async (page: number) => {
    const before = (page - 1) * GRADEBOOK_PAGE
    const { rows } =
      query.sort === 'name' && query.state === ''
        ? await pool.query<Person>(byName(query.dir), [examIds, courseId, query.q, GRADEBOOK_PAGE, before])
        : await pool.query<Person>(byPoints(query.dir), [
            examIds,
            courseId,
            query.q,
            query.sort,
            before,
            query.exam,
            query.state,
            GRADEBOOK_PAGE,
          ])
    return rows
  }
  const [asked, managed] = await Promise.all([
    ask(query.page),
    prisma.course.count({ where: { AND: [{ id: courseId }, managedBy(viewer)] } }),
  ])
  // A page beyond the last: what was found shows the first instead of nothing.
  const beyond = asked.length === 0 && query.page > 1
  const rows = beyond ? await ask(1) : asked
  const { rows: cells } = await pool.query<Cell>(
    `WITH ${shownAttempts('a.user_id = ANY($2::uuid[])')}
    SELECT user_id, exam_id, id, state, total, possible, closed FROM shown`,
    [examIds, rows.map(({ id }) => id)],
  )
  return {
    course: toCourse(course),
    mayManage: managed === 1,
    exams,
    found: Number(rows[0]?.found ?? 0),
    page: asked.length === 0 ? 1 : query.page,
    rows: rows.map(({ id, name, email }) => {
      const own = new Map(
        cells.flatMap((cell) => (cell.user_id === id ? [[cell.exam_id, toCell(cell)] as const] : [])),
      )
      const points = [...own.values()].flatMap(({ total }) => total ?? [])
      return {
        student: { id, name, email },
        total: points.length === 0 ? null : points.reduce((sum, each) => sum + each, 0),
        cells: exams.map((exam) => own.get(exam.id) ?? null),
      }
    }),
  }
}

const toCell = ({ id, state, total, possible, closed }: Cell) => ({
  attemptId: id,
  state,
  total: total === null || !closed ? null : Number(total),
  possible: Number(possible),
})
