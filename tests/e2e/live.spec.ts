import { answer, expectAccessible, expectFits, setLanguage, signIn, untilSaved, words } from './journey'
import { othersTryFirst } from './others-try'
import { ownExam, personOf, startOwnExam } from './own-exam'
import { expect, test } from './test'

test('staff see a student at work, tell the room something, and end the attempt', async ({
  page,
  browser,
}) => {
  const { examId, student } = await ownExam({})
  const absent = await personOf(examId, 'student')
  await setLanguage(page, 'en')
  const instructor = await personOf(examId, 'instructor')
  await signIn(page, instructor)
  const tried = await othersTryFirst(page, { examId, instructorId: instructor.id })
  await page.goto(`/teach/exams/${examId}/live`)
  // Also behind an open dialog, where no role is.
  const row = (name: string) => page.locator('tr').filter({ hasText: name })
  await expect(row(student.name)).toContainText('Not started')
  await expect(row(absent.name)).toContainText('Not started')

  const room = await (await browser.newContext()).newPage()
  await setLanguage(room, 'en')
  await signIn(room, student)
  await startOwnExam(room, examId)
  await answer(room, 'en', 1, { total: '74' })
  await untilSaved(room)
  await room.getByRole('button', { name: words.en.next }).click()
  await expect(row(student.name)).toContainText('At work')
  await expect(row(student.name)).toContainText('Problem 2')
  await expect(row(student.name)).toContainText('1 of 3 answered')
  await expect(page.getByRole('button', { name: 'At work 1' })).toBeVisible()

  // Nobody is told nothing; what is told comes up in the room, and stays below after it was put aside.
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Write something, at most 1000 characters.')).toBeVisible()
  await page.getByRole('textbox', { name: /Tell everybody/ }).fill('Problem 2: <b>same</b> padding.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Sent. Open pages')).toBeVisible()
  await expect(page.getByRole('textbox', { name: /Tell everybody/ })).toHaveValue('')
  const told = room.getByText('Problem 2: <b>same</b> padding.')
  await expect(told).toHaveCount(2)
  await room.getByRole('button', { name: 'Dismiss' }).click()
  await expect(told).toHaveCount(1)
  await room.reload()
  await expect(told).toHaveCount(1)
  await expectAccessible(room)
  await page.getByRole('button', { name: /^Take back: Problem 2/ }).click()
  await expect(told).toHaveCount(0)

  await page.getByRole('button', { name: `Act for ${student.name}` }).click()
  const dialog = page.getByRole('dialog')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Give 5 more minutes' }).click()
  await expect(row(student.name)).toContainText('+5 min')
  await dialog.getByRole('button', { name: 'Close this attempt' }).click()
  await dialog.getByRole('button', { name: 'Close it now' }).click()
  await room.waitForURL('**/result')
  await expect(room.getByTestId('points-1')).toHaveText('2 / 2')
  await expect(row(student.name)).toContainText('Closed by instructor')
  await dialog.getByRole('textbox', { name: 'Minutes from now' }).fill('7')
  await dialog.getByRole('button', { name: 'Open again' }).click()
  // Open again, and the student is not there yet.
  await expect(dialog.getByText(/^(At work|Out of touch)$/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: `Act for ${student.name}` })).toBeFocused()
  await expectAccessible(page)
  await expectFits(page)
  expect(tried()).toBe(5)
  await room.context().close()
})
