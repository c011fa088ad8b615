import { expectAccessible, expectFits, setLanguage, signIn } from './journey'
import { othersTryFirst } from './others-try'
import { handInAsItIs, ownExam, personOf, startOwnExam } from './own-exam'
import { withDatabase } from './people'
import { expect, test } from './test'

test('a reasoning answer is reviewed by keyboard, then overridden, and the student sees why', async ({
  page,
  browser,
}) => {
  const { examId, student } = await ownExam({ auditPercent: 0, reviewRequestDays: 3 })
  const room = await (await browser.newContext()).newPage()
  await setLanguage(room, 'en')
  await signIn(room, student)
  const attemptId = await startOwnExam(room, examId)
  await handInAsItIs(room)
  // The grader is sure of an empty answer: its doubt about one criterion is planted.
  await withDatabase(async (client) => {
    const { rows } = await client.query(
      `SELECT g.item_id, g.result FROM grades g JOIN attempt_items i ON i.id = g.item_id
      WHERE i.attempt_id = $1 AND i.type = 'rnn-gradient'`,
      [attemptId],
    )
    const { item_id: itemId, result } = rows[0]
    const [first] = result.parts[0].criteria
    first.decision = 'unsure'
    await client.query(
      `INSERT INTO grades (id, item_id, kind, grader, revision, result, points, at)
      VALUES (gen_random_uuid(), $1, 'automatic', 'rnn-gradient@1', 0, $2, 0, now())`,
      [itemId, { ...result, status: 'needs-review', interval: [0, first.weight * result.parts[0].max] }],
    )
    await client.query("UPDATE attempt_items SET grade_status = 'needs-review' WHERE id = $1", [itemId])
  })

  await setLanguage(page, 'en')
  const instructor = await personOf(examId, 'instructor')
  await signIn(page, instructor)
  // A grader may review, and would take the answer away.
  const tried = await othersTryFirst(page, { examId, instructorId: instructor.id, without: 'grader' })
  await page.goto(`/teach/exams/${examId}/review`)
  await expect(page.getByText('1 of 1')).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)
  const first = page.getByRole('radio', { name: 'Met', exact: true }).first()
  await expect(first).not.toBeChecked()
  await page.keyboard.press('1')
  await expect(first).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByText('One answer was settled.')).toBeVisible()
  await expect(page.getByText('Nothing waits for you here.')).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.getByText('1 of 1')).toBeVisible()
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing waits for you here.')).toBeVisible()

  await page.goto(`/teach/attempts/${attemptId}`)
  await page.getByRole('textbox', { name: 'Percent of its points' }).fill('50')
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(page.getByText('Reason: enter why.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Reason' }).fill('The picture was missing')
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(page.getByText('The points were changed.')).toBeVisible()
  await expectAccessible(page)

  await room.reload()
  await expect(room.getByTestId('changes-1')).toContainText('The picture was missing')
  await room.getByRole('textbox', { name: 'What should be looked at?' }).fill('Please look again')
  await room.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(room.getByText('You asked: Please look again')).toBeVisible()
  await expectAccessible(room)
  await expectFits(room)

  // Opened again, the student is back at work.
  await page.getByRole('textbox', { name: 'Minutes from now' }).fill('7')
  await page.getByRole('button', { name: 'Open again' }).click()
  await expect(page.getByText('The attempt is open again.')).toBeVisible()
  // Taking an answer, settling it, undoing that, changing points, opening again.
  expect(tried()).toBe(5)
  await room.goto(`/attempts/${attemptId}`)
  await expect(room).toHaveURL(new RegExp(`/attempts/${attemptId}$`))
  await room.context().close()
})
