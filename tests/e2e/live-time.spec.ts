import { setLanguage, signIn, startExam } from './journey'
import { newStudent, untilSeated, withDatabase } from './people'
import { expect, type Page, test } from './test'

/** Sets how much time is left and announces it, as a change of the exam's terms does. */
const leave = (attemptId: string, seconds: number) =>
  withDatabase(async (client) => {
    await client.query(
      `UPDATE attempts SET deadline_at = now() + make_interval(secs => $2), closes_at = now() + make_interval(secs => $2 + 15)
      WHERE id = $1`,
      [attemptId, seconds],
    )
    await client.query("SELECT pg_notify('quizgrad_attempts', $1)", [attemptId])
  })

const spoken = (page: Page, words: string) => page.locator('[aria-live=assertive]', { hasText: words })

test('changed time reaches the open page, and what is left is said aloud at ten, five and one minute', async ({
  page,
}) => {
  await setLanguage(page, 'en')
  await signIn(page, await newStudent())
  const attemptId = await startExam(page, 'en', 'fixed')
  await untilSeated(attemptId)
  // Nothing is asked of the server in the meantime: the news come by themselves.
  await page.route('**/pulse', (route) => route.abort())
  for (const [minutes, words] of [
    [10, '10 minutes left.'],
    [5, '5 minutes left.'],
    [1, 'One minute left.'],
  ] as const) {
    await leave(attemptId, minutes * 60 + 3)
    await expect(page.getByText(`The time limit has changed. Time left: ${minutes}:0`)).toBeVisible()
    await expect(spoken(page, words)).toBeAttached()
  }
})

test('where no news can be pushed, the page asks for them', async ({ page }) => {
  await page.route('**/events', (route) => route.abort())
  await setLanguage(page, 'en')
  await signIn(page, await newStudent())
  const attemptId = await startExam(page, 'en', 'fixed')
  await untilSeated(attemptId)
  await leave(attemptId, 1_000)
  await expect(page.getByText('The time limit has changed. Time left: 16:')).toBeVisible()
})
