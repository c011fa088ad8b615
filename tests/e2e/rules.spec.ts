import { expectAccessible, expectFits, setLanguage, signIn } from './journey'
import { othersTryFirst } from './others-try'
import { ownExam, personOf, startOwnExam } from './own-exam'
import { withDatabase } from './people'
import { expect, test } from './test'

test.use({ timezoneId: 'America/New_York' })

test('an instructor sets the rules; what is wrong is named, and nothing typed is lost', async ({ page }) => {
  const { examId } = await ownExam({})
  await setLanguage(page, 'en')
  await signIn(page, await personOf(examId, 'instructor'))
  await page.goto(`/teach/exams/${examId}`)
  await page.getByRole('link', { name: 'Rules', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Late work' })).toBeVisible()
  await expect(page.getByText('America/New_York (GMT-5)').first()).toBeVisible()
  const field = (name: string) => page.locator(`[name=${name}]`)

  await field('opensAt').fill('2036-12-01T10:00')
  await field('closesAt').fill('2036-12-01T09:00')
  await field('timeLimitMinutes').fill('an hour')
  await field('startCode').fill('PINE 42')
  await page.getByRole('checkbox', { name: 'Take work after closing' }).check()
  await field('lateLossPercent').fill('150')
  await page.getByRole('button', { name: 'Save the rules' }).click()
  await expect(
    page.getByText('Time limit: enter a whole number from 1 to 10080, or leave it empty.'),
  ).toBeVisible()
  await expect(page.getByText('Loss: enter a whole number from 0 to 100.')).toBeVisible()
  await expect(field('timeLimitMinutes')).toBeFocused()
  await expectAccessible(page)

  await field('timeLimitMinutes').fill('45')
  await field('lateLossPercent').fill('20')
  await page.getByRole('button', { name: 'Save the rules' }).click()
  await expect(page.getByText('Closes: has to be later than the opening.')).toBeVisible()
  await expect(field('startCode')).toHaveValue('PINE 42')
  await expect(field('opensAt')).toHaveValue('2036-12-01T10:00')

  await field('closesAt').fill('2036-12-01T18:00')
  await field('attemptsAllowed').fill('')
  await field('counts').selectOption('first')
  await field('navigation').selectOption('one-way')
  await field('order').selectOption('shuffled')
  await field('solution').selectOption('after-closing')
  await page.getByRole('button', { name: 'Save the rules' }).click()
  await expect(page.getByText('The rules were saved.')).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)

  const { rows } = await withDatabase((client) =>
    client.query('SELECT rules, opens_at, closes_at, start_code FROM exams WHERE id = $1', [examId]),
  )
  expect(rows[0]).toEqual({
    rules: {
      timeLimitMinutes: 45,
      graceSeconds: 15,
      late: { minutes: 1440, stepMinutes: 60, lossPercent: 20 },
      attemptsAllowed: null,
      counts: 'first',
      navigation: 'one-way',
      order: 'shuffled',
      auditPercent: 5,
      reviewRequestDays: null,
      review: {
        score: 'after-submission',
        parts: 'after-submission',
        feedback: 'after-submission',
        solution: 'after-closing',
      },
    },
    opens_at: new Date('2036-12-01T15:00:00Z'),
    closes_at: new Date('2036-12-01T23:00:00Z'),
    start_code: 'PINE 42',
  })
  await page.reload()
  await expect(field('closesAt')).toHaveValue('2036-12-01T18:00')
  await expect(page.getByRole('checkbox', { name: 'Take work after closing' })).toBeChecked()
})

test('says that attempts are running, and that they got new times', async ({ page, browser }) => {
  const { examId, student } = await ownExam({})
  const room = await browser.newPage()
  await setLanguage(room, 'en')
  await signIn(room, student)
  await startOwnExam(room, examId)
  await room.close()
  await setLanguage(page, 'en')
  const instructor = await personOf(examId, 'instructor')
  await signIn(page, instructor)
  const tried = await othersTryFirst(page, { examId, instructorId: instructor.id })
  await page.goto(`/teach/exams/${examId}/rules`)
  await expect(page.getByText('One attempt is running now')).toBeVisible()
  await page.locator('[name=timeLimitMinutes]').fill('75')
  await page.getByRole('button', { name: 'Save the rules' }).click()
  await expect(page.getByText('The rules were saved. One running attempt got new times.')).toBeVisible()
  expect(tried()).toBe(1)
})

test('accommodations and exceptions, with what comes of them spelled out', async ({ page }) => {
  const { examId, student } = await ownExam({ attemptsAllowed: 3 })
  await setLanguage(page, 'en')
  const instructor = await personOf(examId, 'instructor')
  await signIn(page, instructor)
  const tried = await othersTryFirst(page, { examId, instructorId: instructor.id })
  await page.goto(`/teach/exams/${examId}/people`)
  const entry = page.getByRole('listitem').filter({ hasText: student.name })
  await expect(entry).toContainText('60 minutes')
  await entry.getByRole('button', { name: `Change the time of ${student.name}` }).click()
  const standing = page.getByRole('form', { name: `Accommodation of ${student.name}` })
  await standing.getByRole('textbox', { name: 'Time (%)' }).fill('50')
  await standing.getByRole('button').click()
  await expect(standing.getByText('Time: enter a whole number from 100 to 1000.')).toBeVisible()
  await standing.getByRole('textbox', { name: 'Time (%)' }).fill('150')
  await standing.getByRole('button').click()
  await expect(standing.getByText('Saved. No running attempt got new times.')).toBeVisible()
  await expect(entry).toContainText('90 minutes: 60 + 50 %')

  const exception = page.getByRole('form', { name: `Exception at this exam for ${student.name}` })
  await exception.getByLabel('Closes').fill('2036-12-01T18:00')
  await exception.getByLabel('Opens').fill('2036-12-02T18:00')
  await exception.getByRole('button').click()
  await expect(
    exception.getByText('Closes: has to be later than the opening for this student.'),
  ).toBeVisible()
  await exception.getByLabel('Opens').fill('')
  await exception.getByRole('textbox', { name: 'Attempts on top' }).fill('2')
  await exception.getByRole('textbox', { name: 'Minutes on top' }).fill('10')
  await exception.getByRole('button').click()
  await expect(entry).toContainText('100 minutes: 60 + 50 % + 10')
  await expect(entry).toContainText('ends Dec 1, 6:10 PM EST')
  await expect(entry).toContainText('5 attempts')
  await expect(exception.getByRole('status')).toBeVisible()
  expect(tried()).toBe(2)
  await expectAccessible(page)
  await expectFits(page)
})
