import { setLanguage, signIn, startExam, untilSaved } from './journey'
import { newStudent, untilSeated } from './people'
import { expect, type Page, test } from './test'

const readOnlyHere = (page: Page) =>
  page.getByText('You are working on this exam in another window or on another device')

test('the newer window takes over, the older can only be read, and nothing is overwritten', async ({
  page,
  context,
}) => {
  await setLanguage(page, 'en')
  await signIn(page, await newStudent())
  const attemptId = await startExam(page, 'en', 'fixed')
  await untilSeated(attemptId)
  await page.locator('#answer-1-total').fill('in the first')
  await untilSaved(page)

  const other = await context.newPage()
  await other.goto(`/attempts/${attemptId}`)
  await expect(other.locator('#answer-1-total')).toHaveValue('in the first')
  await expect(readOnlyHere(page)).toBeVisible()
  await expect(page.locator('#answer-1-total')).not.toBeEditable()
  await other.locator('#answer-1-total').fill('in the second')
  await untilSaved(other)
  await expect(readOnlyHere(other)).toHaveCount(0)

  await page.getByRole('button', { name: 'Work in this window instead' }).click()
  await expect(page.locator('#answer-1-total')).toHaveValue('in the second')
  await expect(readOnlyHere(other)).toBeVisible()
  await page.locator('#answer-1-total').fill('back in the first')
  await untilSaved(page)
  await page.reload()
  await expect(page.locator('#answer-1-total')).toHaveValue('back in the first')
})

test('what an older window had not saved is shown beside what the newer one saved', async ({
  page,
  browser,
}) => {
  const student = await newStudent()
  await setLanguage(page, 'en')
  await signIn(page, student)
  const attemptId = await startExam(page, 'en', 'fixed')
  await untilSeated(attemptId)
  await page.context().setOffline(true)
  await page.locator('#answer-1-total').fill('typed in the dark')
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'failed')

  const device = await browser.newContext()
  const other = await device.newPage()
  await setLanguage(other, 'en')
  await signIn(other, student)
  await other.goto(`/attempts/${attemptId}`)
  await untilSeated(attemptId, 2)
  await other.locator('#answer-1-total').fill('on the other device')
  await untilSaved(other)

  await page.context().setOffline(false)
  await expect(readOnlyHere(page)).toBeVisible()
  await expect(page.locator('#answer-1-total')).toHaveValue('typed in the dark')
  await page.getByRole('button', { name: 'Work in this window instead' }).click()
  await expect(page.getByText('This answer was changed in another window')).toBeVisible()
  await page.getByRole('button', { name: 'Use the answer in this window' }).click()
  await untilSaved(page)
  await page.reload()
  await expect(page.locator('#answer-1-total')).toHaveValue('typed in the dark')
  await device.close()
})
