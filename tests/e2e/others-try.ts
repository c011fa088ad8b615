import { expect, type Page, request } from '@playwright/test'
import { addPerson, deadLogins, loginCookie } from './logins'
import { ownExam } from './own-exam'
import { withDatabase } from './people'

/** Who asks for answers to review, and gets none. */
const EMPTY_HANDED = /"status":"done","done":\{"taken":\[\]\}/

const courseOf = (examId: string): Promise<string> =>
  withDatabase(async (client) => {
    const { rows } = await client.query('SELECT course_id FROM exams WHERE id = $1', [examId])
    return rows[0].course_id
  })

/**
 * From now on every server action is tried, before the page sends it for the first time, word for word, by everybody who may not:
 * without a living login, as students, graders and observers of the course, as students and instructors of another,
 * and with a living login of the right person from a page of another site. Each has to be refused, or the action is
 * not sent.
 * @param of.instructorId whose page it is
 * @param of.readersMay what is in the body of actions that change nothing: the course's other staff may send them
 * @param of.without one of them who may do what the page does
 * @returns how many actions were tried so far
 */
export async function othersTryFirst(
  page: Page,
  of: { instructorId: string; readersMay?: RegExp; without?: string } & (
    | { examId: string }
    | { courseId: string }
  ),
): Promise<() => number> {
  const { instructorId } = of
  const courseId = 'courseId' in of ? of.courseId : await courseOf(of.examId)
  const foreignId = await courseOf((await ownExam({})).examId)
  const others: [string, string | null][] = [
    ...Object.entries(await deadLogins(instructorId)),
    ...(await Promise.all(
      (
        [
          ['classmate', 'student', courseId],
          ['grader', 'grader', courseId],
          ['observer', 'observer', courseId],
          ['outsider', 'student', foreignId],
          ['foreign instructor', 'instructor', foreignId],
        ] as const
      )
        .filter(([who]) => who !== of.without)
        .map(
          async ([who, role, course]): Promise<[string, string]> => [
            who,
            await loginCookie(await addPerson(role, course)),
          ],
        ),
    )),
  ]
  const own = await loginCookie(instructorId)
  const context = await request.newContext()
  const tried = new Set<string>()
  await page.route('**/*', async (route) => {
    const sent = route.request()
    const headers = sent.headers()
    const action = headers['next-action']
    if (sent.method() !== 'POST' || action === undefined || tried.has(action)) return route.fallback()
    tried.add(action)
    const attempt = async (over: Record<string, string>) => {
      const { cookie: _cookie, ...kept } = headers
      const reply = await context.fetch(sent.url(), {
        method: 'POST',
        headers: { ...kept, ...over },
        data: sent.postDataBuffer() ?? Buffer.alloc(0),
        maxRedirects: 0,
      })
      return reply.text()
    }
    const got: Record<string, string> = {}
    for (const [who, cookie] of others) {
      const text = await attempt(cookie === null ? {} : { cookie })
      const status = /"status":"(\w+(?:-\w+)?)"/.exec(text)?.[1] ?? 'nothing'
      got[who] = EMPTY_HANDED.test(text) ? 'refused' : status
    }
    const elsewhere = await attempt({ cookie: own, origin: 'http://elsewhere.example' })
    got['another site'] = /"status":"done"/.test(elsewhere) ? 'done' : 'nothing'
    // What is typed wrong may be told before who asks is looked at; nobody else may get anything done.
    const allowed = ['signed-out', 'refused', 'invalid', 'nothing']
    const onlyReads = of.readersMay?.test(sent.postData() ?? '') ?? false
    const done = Object.entries(got).filter(
      ([who, outcome]) =>
        !allowed.includes(outcome) && !(onlyReads && (who === 'grader' || who === 'observer')),
    )
    expect(done, `${sent.url()} does what it should refuse`).toEqual([])
    // What was typed wrong is refused to everybody: to be tried again with what is right.
    if (Object.values(got).includes('invalid')) tried.delete(action)
    for (const who of ['nobody', 'forged', 'expired', 'replayed'])
      expect([who, got[who]]).toEqual([who, 'signed-out'])
    return route.fallback()
  })
  return () => tried.size
}
