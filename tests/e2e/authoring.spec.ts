import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectFits, setLanguage, signIn, untilSaved } from './journey'
import { othersTryFirst } from './others-try'
import { ownExam, personOf } from './own-exam'
import { newStudent } from './people'

/** At the width of a phone, too. */
async function expectFitsEverywhere(page: Page): Promise<void> {
  await expectFits(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectFits(page)
  await page.setViewportSize({ width: 1280, height: 800 })
}

test('an instructor makes a course, its people, a question and an exam with a pool, and a student takes it', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  const instructor = await personOf((await ownExam({})).examId, 'instructor')
  const student = await newStudent()
  await setLanguage(page, 'en')
  await signIn(page, instructor)
  await page.goto('/teach')
  await page.getByText('New course', { exact: true }).first().click()
  await page.getByLabel('Title in Korean').fill('딥러닝')
  await page.getByLabel('Title in English').fill('Deep learning')
  await page.getByLabel('Code', { exact: true }).fill('has spaces')
  await page.getByLabel('Term', { exact: true }).fill('2027-1')
  await page.getByRole('button', { name: 'New course' }).click()
  await expect(page.getByText('Letters, digits, dots, hyphens and underscores only.')).toBeVisible()
  await page.getByLabel('Code', { exact: true }).fill(`dl-${student.id}`)
  await page.getByRole('button', { name: 'New course' }).click()
  await page.waitForURL(/\/teach\/courses\/[0-9a-f-]{36}$/)
  const courseId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const tried = await othersTryFirst(page, {
    courseId,
    instructorId: instructor.id,
    readersMay: /_seed"/,
  })

  await page.getByRole('link', { name: 'People', exact: true }).click()
  const lines = page.getByLabel('Or paste the lines here')
  await lines.fill(`이메일;이름;역할\n${student.email};${student.name};학생\nnobody;;\n`)
  await page.getByRole('button', { name: 'Look at the changes' }).click()
  await expect(page.getByText('Line 3: “nobody” is no e-mail address.')).toBeVisible()
  await lines.fill(`이메일;이름;역할\n${student.email};${student.name};학생\n`)
  await page.getByRole('button', { name: 'Look at the changes' }).click()
  await page.getByRole('button', { name: 'Make this change' }).click()
  await expect(page.getByText('The roster was applied.')).toBeVisible()
  await expectAccessible(page)
  await expectFitsEverywhere(page)

  await page.getByRole('link', { name: 'Questions', exact: true }).click()
  await page.getByLabel('Type', { exact: true }).selectOption('computed/receptive-field')
  await page.getByRole('button', { name: 'New question' }).click()
  await page.waitForURL(/\/teach\/questions\//)
  const state = page.getByTestId('draft-state')
  await expect(page.getByTestId('survey')).toContainText('Variants')
  // A known mistake that leads to the right answer breaks the certificate.
  const wrong = page.getByLabel('Formula of the wrong value').first()
  await wrong.fill('k1 + (k2 - 1)*s1')
  await expect(page.getByText(/“the right answer” and “stride-ignored” both give/)).toBeVisible()
  await expect(state).toHaveAttribute('data-state', 'saved')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('Not published: not every variant is sound.')).toBeVisible()
  await wrong.fill('k1 +')
  await expect(page.getByText('The formula is not finished.')).toBeVisible()
  await wrong.fill('k1 + k2 - 1')
  await expect(page.getByText('In no variant does a known wrong way lead')).toBeVisible()
  await page.locator('#try-field').fill('no number at all')
  await page.getByRole('button', { name: 'Grade it' }).click()
  await expect(page.getByText('0 % of the points')).toBeVisible()
  await expect(state).toHaveAttribute('data-state', 'saved')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('Published as version 1.')).toBeVisible()
  await expectAccessible(page)
  await expectFitsEverywhere(page)

  await page.getByRole('button', { name: 'Duplicate' }).click()
  await expect(page.getByRole('heading', { name: /\(copy\)/ })).toBeVisible()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('Published as version 1.')).toBeVisible()

  await page.goto(`/teach/courses/${courseId}/questions`)
  await page.getByLabel('Type', { exact: true }).selectOption('choice')
  await page.getByRole('button', { name: 'New question' }).click()
  await expect(page.getByTestId('survey')).toBeVisible()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('Published as version 1.')).toBeVisible()

  await page.goto(`/teach/courses/${courseId}`)
  await page.getByLabel('Title in Korean').fill('퀴즈')
  await page.getByLabel('Title in English').fill('Quiz')
  await page.getByRole('button', { name: 'New exam' }).click()
  await page.waitForURL('**/build')
  await page.getByRole('button', { name: 'Start a pool with it' }).click()
  await page.getByLabel('Question', { exact: true }).selectOption({ index: 1 })
  await page.getByRole('button', { name: /to this pool$/ }).click()
  await page.getByLabel('Question', { exact: true }).selectOption({ index: 2 })
  await page.getByRole('button', { name: 'Add for everybody' }).click()
  await expect(page.getByTestId('totals')).toHaveText('2 problems, 4 points for each student')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByTestId('check-pools')).toHaveAttribute('data-state', 'holds')
  await expectAccessible(page)
  await expectFitsEverywhere(page)

  await page.getByRole('button', { name: 'Preview as a student' }).click()
  await expect(page.getByText('A preview: nothing of it counts')).toBeVisible()
  await page.getByRole('link', { name: 'Back to the exam’s page' }).click()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('Students of the course see this exam.')).toBeVisible()
  // Roster, saving, publishing, trying, copying; the exam's saving, preview, publishing, and what makes both.
  expect(tried()).toBeGreaterThanOrEqual(8)

  const room = await (await browser.newContext()).newPage()
  await setLanguage(room, 'en')
  await signIn(room, student)
  await room.goto('/exams')
  await room.getByRole('link', { name: 'Details: Quiz', exact: true }).click()
  await expect(room.getByText('4 points · 2 problems')).toBeVisible()
  await room.getByRole('button', { name: 'Start the exam' }).click()
  await room.waitForURL(/\/attempts\//)
  const statement = await room
    .getByText(/kernel \d×\d with stride \d/)
    .first()
    .innerText()
  const [k1 = 0, , s1 = 0, k2 = 0] = (statement.match(/\d+/g) ?? []).map(Number)
  await room.locator('#answer-1-field').fill(`${k1} + (${k2} - 1)*${s1}`)
  await room.getByRole('button', { name: 'Next' }).filter({ visible: true }).click()
  await room.getByRole('radio', { name: /ReLU/ }).check()
  await expectAccessible(room)
  await untilSaved(room)
  await room.reload()
  await expect(room.getByRole('radio', { name: /ReLU/ })).toBeChecked()
  await room.getByRole('navigation', { name: 'Problems' }).getByRole('button').last().click()
  await room.getByTestId('hand-in').click()
  await room.waitForURL('**/result')
  await expect(room.getByTestId('total')).toHaveText('4 / 4')

  await page.goto(`/teach/courses/${courseId}/audit`)
  for (const words of ['Exam published', 'Question published', 'Roster applied'])
    await expect(page.getByText(words).first()).toBeVisible()
  await expectAccessible(page)
})
