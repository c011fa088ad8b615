import { randomUUID } from 'node:crypto'
import { sourceFiles } from '../helpers/source-files'
import { addPerson, deadLogins, loginCookie } from './logins'
import { ownExam } from './own-exam'
import { withDatabase } from './people'
import { type APIRequestContext, expect, test } from './test'

/**
 * Every page as everybody. A page without an entry here fails the first test. Whoever has no living login is sent to
 * the sign-in page; of the others, those named get in, and for the rest the page does not exist.
 */
const people = ['owner', 'classmate', 'outsider', 'foreignInstructor', 'observer', 'instructor'] as const
type Who = (typeof people)[number]

const everybody = [...people]
const staff: Who[] = ['foreignInstructor', 'observer', 'instructor']
const ofTheCourse: Who[] = ['observer', 'instructor']

const table: Record<string, readonly Who[]> = {
  '/': everybody,
  '/account': everybody,
  '/receipts': everybody,
  '/exams': everybody,
  '/exams/[examId]': ['owner', 'classmate'],
  '/attempts/[attemptId]': ['owner'],
  // The attempt is open and has no result yet, for its owner either.
  '/attempts/[attemptId]/result': [],
  '/teach': staff,
  '/teach/courses/[courseId]': ofTheCourse,
  '/teach/courses/[courseId]/questions': ofTheCourse,
  '/teach/courses/[courseId]/questions/import': ['instructor'],
  '/teach/courses/[courseId]/gradebook': ofTheCourse,
  '/teach/courses/[courseId]/review': ['instructor'],
  '/teach/courses/[courseId]/people': ['instructor'],
  '/teach/courses/[courseId]/audit': ofTheCourse,
  '/teach/questions/[questionId]': ofTheCourse,
  '/teach/exams/[examId]/build': ['instructor'],
  '/teach/exams/[examId]': ofTheCourse,
  '/teach/exams/[examId]/live': ofTheCourse,
  '/teach/exams/[examId]/people': ['instructor'],
  '/teach/exams/[examId]/rules': ['instructor'],
  '/teach/exams/[examId]/statistics': ofTheCourse,
  '/teach/exams/[examId]/export': ofTheCourse,
  '/teach/exams/[examId]/lms': ['instructor'],
  '/teach/exams/[examId]/regrade': ['instructor'],
  '/teach/exams/[examId]/regrade/[runId]': ['instructor'],
  '/teach/courses/[courseId]/students/[userId]/data': ['instructor'],
  '/teach/attempts/[attemptId]/sheet': ofTheCourse,
  '/teach/exams/[examId]/review': ['instructor'],
  '/teach/attempts/[attemptId]': ofTheCourse,
  '/variants': staff,
  '/variants/[slug]': staff,
  '/admin': [],
  '/admin/platforms': [],
  '/admin/people': [],
  '/admin/people/[userId]': [],
  '/admin/log': [],
  // No launch leads there.
  '/lti/start': [],
  '/lti/deep-link/[deepLinkId]': [],
  // There is no such link.
  '/teach/courses/[courseId]/links/[linkId]': [],
}
/** Seen by whoever is not signed in. */
const open = [
  '/sign-in',
  '/join/[token]',
  '/welcome/[token]',
  '/forgot',
  '/sign-up',
  '/reset/[token]',
  '/confirm/[token]',
]

const pages = sourceFiles('app', /(^|\/)page\.tsx$/).map(
  (file) =>
    `/${file
      .split('/')
      .slice(0, -1)
      .filter((part) => !part.startsWith('('))
      .join('/')}`,
)

test('the table names every page', () => {
  expect(pages.length).toBeGreaterThan(10)
  expect(pages.filter((page) => !(page in table) && !open.includes(page))).toEqual([])
})

async function world() {
  const { examId, student } = await ownExam({})
  const other = await ownExam({})
  const [attemptId, runId] = [randomUUID(), randomUUID()]
  const [courseId, otherCourseId] = await withDatabase(async (client) => {
    await client.query(
      `INSERT INTO attempts (id, exam_id, user_id, number, seed, started_at) VALUES ($1, $2, $3, 1, 'seed', now())`,
      [attemptId, examId, student.id],
    )
    await client.query(
      `INSERT INTO regrade_runs (id, exam_id, by_id, reason, policy, slots, versions, include_manual, pass_percent, status,
        total, created_at, touched_at)
      VALUES ($1, $2, $3, 'Because', 'as-computed', '{1}', '{}', false, 60, 'planned', 0, now(), now())`,
      [runId, examId, student.id],
    )
    const { rows } = await client.query('SELECT id, course_id FROM exams WHERE id = ANY($1)', [
      [examId, other.examId],
    ])
    return [examId, other.examId].map((id) => rows.find((row) => row.id === id).course_id as string)
  })
  const questionId = await withDatabase(async (client) => {
    const { rows } = await client.query(
      `INSERT INTO questions (id, course_id, type, title, draft, created_at)
      VALUES (gen_random_uuid(), $1, 'dnn-parameters', '{"ko":"문제","en":"Question"}',
        '{"title":{"ko":"문제","en":"Question"},"settings":{},"fixedParams":null}', now()) RETURNING id`,
      [courseId],
    )
    return rows[0].id as string
  })
  const ids: Record<Who, string> = {
    owner: student.id,
    classmate: await addPerson('student', courseId ?? ''),
    outsider: other.student.id,
    foreignInstructor: await addPerson('instructor', otherCourseId ?? ''),
    observer: await addPerson('observer', courseId ?? ''),
    instructor: await addPerson('instructor', courseId ?? ''),
  }
  const address = (page: string) =>
    page
      .replace('[courseId]', courseId ?? '')
      .replace('[questionId]', questionId)
      .replace('[examId]', examId)
      .replace('[attemptId]', attemptId)
      .replace('[slug]', 'dnn-parameters')
      .replace('[runId]', runId)
      .replace('[linkId]', questionId)
      .replace('[deepLinkId]', questionId)
      .replace('[userId]', student.id)
  return { ids, address }
}

/** Where a page leads: in, to the sign-in page, or nowhere. */
async function outcome(request: APIRequestContext, address: string, login: string | null): Promise<string> {
  const response = await request.get(address, { maxRedirects: 0, headers: login ? { cookie: login } : {} })
  const location = response.headers().location ?? ''
  if (/\/sign-in/.test(location)) return 'sign-in'
  if (response.status() === 404) return 'missing'
  return response.status() < 400 ? 'in' : `${response.status()}`
}

test('every page, as everybody', async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  const { ids, address } = await world()
  const logins = await Promise.all(people.map(async (who) => [who, await loginCookie(ids[who])] as const))
  const dead = await deadLogins(ids.instructor)
  const got: Record<string, Record<string, string>> = {}
  const wanted: Record<string, Record<string, string>> = {}
  for (const page of pages.filter((each) => each in table)) {
    const found: Record<string, string> = {}
    for (const [who, login] of [...Object.entries(dead), ...logins])
      found[who] = await outcome(request, address(page), login)
    got[page] = found
    wanted[page] = Object.fromEntries([
      ...Object.keys(dead).map((who) => [who, 'sign-in']),
      ...people.map((who) => [who, table[page]?.includes(who) ? 'in' : 'missing']),
    ])
  }
  expect(got).toEqual(wanted)
  await request.dispose()
})
