import { expectAccessible, expectFits, handIn, setLanguage, signIn, untilSaved } from './journey'
import { ownExam } from './own-exam'
import { untilSeated, withDatabase } from './people'
import { expect, type Page, test } from './test'

/** Starts the exam from its page; gives the attempt's id. */
async function start(page: Page, examId: string): Promise<string> {
  await page.goto(`/exams/${examId}`)
  await page.getByRole('button', { name: 'Start the exam' }).click()
  await page.waitForURL(/\/attempts\/[0-9a-f-]{36}/)
  const attemptId = new URL(page.url()).pathname.split('/')[2] ?? ''
  await untilSeated(attemptId)
  return attemptId
}

test('a start code opens the exam, however it is written, and nothing else does', async ({ page }) => {
  const { examId, student } = await ownExam({}, { startCode: 'Blue 42' })
  await setLanguage(page, 'en')
  await signIn(page, student)
  await page.goto(`/exams/${examId}`)
  expect(await page.content()).not.toContain('Blue 42')
  await page.getByLabel('Start code').fill('red 1')
  await page.getByRole('button', { name: 'Start the exam' }).click()
  await expect(page.getByText('This is not the start code.')).toBeVisible()
  await expect(page.getByLabel('Start code')).toHaveValue('red 1')
  await expectAccessible(page)
  await page.getByLabel('Start code').fill('blue-42')
  await page.getByRole('button', { name: 'Start the exam' }).click()
  await page.waitForURL(/\/attempts\//)
})

test('one way: the next problem comes only after this one is left for good', async ({ page }) => {
  const { examId, student } = await ownExam({ navigation: 'one-way' })
  await setLanguage(page, 'en')
  await signIn(page, student)
  const attemptId = await start(page, examId)
  await expect(page.getByText('Problem 1 of 3')).toBeVisible()
  expect(await page.content()).not.toContain('64 \\times 64')
  await page.locator('#answer-1-total').fill('74')
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByText('Leave problem 1 for good?')).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)
  await page.getByRole('button', { name: 'Stay here' }).click()
  await page.locator('#answer-1-total').fill('73')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('Problem 2 of 3')).toBeVisible()
  await expect(page.locator('#answer-1-total')).toHaveCount(0)
  await page.goto(`/attempts/${attemptId}?at=1`)
  await expect(page.getByText('Problem 2 of 3')).toBeVisible()
  await page.locator('#answer-2-padding').fill('2')
  await untilSaved(page)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('Problem 3 of 3')).toBeVisible()
  await handIn(page, 'en')
  await expect(page.getByTestId('points-1')).toBeVisible()
  const stored = await withDatabase(async (client) => {
    const { rows } = await client.query(
      `SELECT r.response FROM revisions r JOIN attempt_items i ON i.id = r.item_id
      WHERE i.attempt_id = $1 AND i.revision = r.number ORDER BY i.position`,
      [attemptId],
    )
    return rows.map((row) => row.response)
  })
  expect(stored).toEqual([{ total: '73' }, { padding: '2' }])
})

test("an accommodation is spelled out, and the exam runs by the server's clock", async ({ page }) => {
  const { examId, student } = await ownExam({ timeLimitMinutes: 40 })
  await withDatabase((client) =>
    client.query(
      'UPDATE enrolments SET time_percent = 150 WHERE user_id = $1 AND course_id = (SELECT course_id FROM exams WHERE id = $2)',
      [student.id, examId],
    ),
  )
  // The device's clock is an hour ahead.
  await page.clock.setSystemTime(Date.now() + 3_600_000)
  await setLanguage(page, 'en')
  await signIn(page, student)
  await page.goto(`/exams/${examId}`)
  await expect(page.getByText('60 minutes: 40 + 50 %')).toBeVisible()
  await start(page, examId)
  await expect(page.getByRole('timer')).toContainText(/59:\d\d|1:00:00/)
  const shown = await page.getByTestId('server-time').innerText()
  const seconds = (date: Date) =>
    new Intl.DateTimeFormat('en', { timeStyle: 'medium', timeZone: 'Asia/Seoul' }).format(date)
  const near = [-2, -1, 0, 1].map((second) => seconds(new Date(Date.now() + second * 1_000)))
  expect(near.some((time) => shown.replace(/\s/g, ' ').includes(time.replace(/\s/g, ' ')))).toBe(true)
})

test('after the window the page says what each change costs, and the points say it too', async ({ page }) => {
  const { examId, student } = await ownExam(
    { late: { minutes: 60, stepMinutes: 30, lossPercent: 20 } },
    { closesInSeconds: -60 },
  )
  await setLanguage(page, 'en')
  await signIn(page, student)
  await page.goto(`/exams/${examId}`)
  await expect(page.getByText('every 30 minutes begun cost 20 %')).toBeVisible()
  await start(page, examId)
  await expect(page.getByText('what you save now loses 20 %')).toBeVisible()
  await page.locator('#answer-1-total').fill('74')
  await untilSaved(page)
  await page.getByRole('navigation', { name: 'Problems' }).getByRole('button', { name: 'Submit' }).click()
  await page.getByRole('button', { name: 'Submit as it is' }).click()
  await page.waitForURL('**/result')
  await expect(page.getByTestId('points-1')).toHaveText('1.6 / 2')
})

test('work that reaches the server too late is kept, and the student is told', async ({ page, context }) => {
  const { examId, student } = await ownExam({})
  await setLanguage(page, 'en')
  await signIn(page, student)
  const attemptId = await start(page, examId)
  await context.setOffline(true)
  await page.locator('#answer-1-total').fill('never arrived in time')
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'failed')
  await page.close()
  await context.setOffline(false)
  await withDatabase((client) =>
    client.query(
      "UPDATE attempts SET deadline_at = now() - interval '2 minutes', closes_at = now() - interval '1 minute' WHERE id = $1",
      [attemptId],
    ),
  )
  const again = await context.newPage()
  await again.goto(`/attempts/${attemptId}`)
  await again.waitForURL('**/result')
  await expect(again.getByText('Work on this device had not reached the server in time.')).toBeVisible()
  const kept = await withDatabase(async (client) => {
    const { rows } = await client.query(
      'SELECT w.response FROM late_work w JOIN attempt_items i ON i.id = w.item_id WHERE i.attempt_id = $1',
      [attemptId],
    )
    return rows.map((row) => row.response)
  })
  expect(kept).toEqual([{ total: 'never arrived in time' }])
})
