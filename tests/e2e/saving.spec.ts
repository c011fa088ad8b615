import { setLanguage, signIn, startExam, untilSaved } from './journey'
import { newStudent, withDatabase } from './people'
import { expect, test } from './test'

test('work typed without a connection is kept on the device and arrives when it returns', async ({
  page,
  context,
}) => {
  await setLanguage(page, 'en')
  await signIn(page, await newStudent())
  const attemptId = await startExam(page, 'en', 'fixed')
  await page.locator('#answer-1-total').fill('first')
  await untilSaved(page)
  // A button that moves between press and release is not pressed.
  const next = page.getByRole('button', { name: 'Next' }).filter({ visible: true })
  const place = await next.boundingBox()
  await context.setOffline(true)
  await page.locator('#answer-1-total').fill('typed in the dark')
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'failed')
  await expect(page.getByText('No connection. What you typed is kept on this device')).toBeVisible()
  expect(await next.boundingBox()).toEqual(place)
  await context.setOffline(false)
  await untilSaved(page)
  const stored = await withDatabase((client) =>
    client.query(
      'SELECT r.response FROM revisions r JOIN attempt_items i ON i.id = r.item_id WHERE i.attempt_id = $1 ORDER BY r.number DESC LIMIT 1',
      [attemptId],
    ),
  )
  expect(stored.rows).toEqual([{ response: { total: 'typed in the dark' } }])
})

test('work that never arrived survives a closed tab', async ({ page, context }) => {
  await setLanguage(page, 'en')
  await signIn(page, await newStudent())
  const attemptId = await startExam(page, 'en', 'fixed')
  await untilSaved(page)
  await page.route('**/save', (route) => route.abort())
  await page.locator('#answer-1-total').fill('6*5+5')
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'failed')
  await page.close()
  const again = await context.newPage()
  await again.goto(`/attempts/${attemptId}`)
  await expect(again.locator('#answer-1-total')).toHaveValue('6*5+5')
  await expect(
    again.getByText('An answer that had not been saved was restored from this device.'),
  ).toBeVisible()
  await untilSaved(again)
})

test('when time is up the page hands in what was saved', async ({ page }) => {
  await setLanguage(page, 'en')
  await signIn(page, await newStudent())
  const attemptId = await startExam(page, 'en', 'fixed')
  await page.locator('#answer-1-total').fill('74')
  await untilSaved(page)
  await withDatabase((client) =>
    client.query(
      "UPDATE attempts SET deadline_at = now() + interval '4 seconds', closes_at = now() + interval '10 seconds' WHERE id = $1",
      [attemptId],
    ),
  )
  await page.reload()
  await page.waitForURL('**/result')
  await expect(page.getByTestId('points-1')).toHaveText('2 / 2')
})
