import { expectAccessible, expectFits, setLanguage, signIn } from './journey'
import { othersTryFirst } from './others-try'
import { ownExam, personOf, startOwnExam } from './own-exam'
import { withDatabase } from './people'
import { expect, test } from './test'

const deadline = (attemptId: string): Promise<number> =>
  withDatabase(async (client) => {
    const { rows } = await client.query('SELECT deadline_at FROM attempts WHERE id = $1', [attemptId])
    return (rows[0].deadline_at as Date).getTime()
  })
const MINUTE = 60_000

test('an instructor gives time to all and to one student, and takes it back', async ({ page, browser }) => {
  const { examId, student } = await ownExam({})
  const other = await personOf(examId, 'student')
  const attempts: string[] = []
  for (const each of [student, other]) {
    const room = await browser.newPage()
    await setLanguage(room, 'en')
    await signIn(room, each)
    attempts.push(await startOwnExam(room, examId))
    await room.close()
  }
  const [first = '', second = ''] = attempts
  const before = [await deadline(first), await deadline(second)] as const

  await setLanguage(page, 'en')
  const instructor = await personOf(examId, 'instructor')
  await signIn(page, instructor)
  const tried = await othersTryFirst(page, { examId, instructorId: instructor.id })
  await page.goto(`/teach/exams/${examId}`)
  await page.getByRole('button', { name: 'Give 5 more minutes' }).click()
  await expect(page.getByText('5 more minutes were given. 2 running attempts got new times.')).toBeVisible()
  expect(await deadline(first)).toBe(before[0] + 5 * MINUTE)
  expect(await deadline(second)).toBe(before[1] + 5 * MINUTE)
  await expect(page.getByText('Given so far: 5 minutes')).toBeVisible()

  // What cannot be a number of minutes changes nothing and stays to be mended.
  const field = page.getByRole('textbox', { name: 'Minutes' })
  await field.fill('ten')
  await field.press('Enter')
  await expect(page.getByText('Enter a whole number from 1 to 720.')).toBeVisible()
  await expect(field).toHaveValue('ten')
  await expect(field).toBeFocused()
  await field.fill('6')
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByText('You can’t take back more than was given.')).toBeVisible()
  await field.fill('5')
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByText('5 minutes were taken back. 2 running attempts got new times.')).toBeVisible()
  expect(await deadline(first)).toBe(before[0])

  const opener = page.getByRole('button', { name: `More time for ${student.name}` })
  await opener.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Give 10 more minutes' }).click()
  await expect(dialog.getByText('One running attempt got new times.')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(opener).toBeFocused()
  await expect(page.getByRole('row').filter({ hasText: student.name })).toContainText('+10 min')
  expect(await deadline(first)).toBe(before[0] + 10 * MINUTE)
  expect(await deadline(second)).toBe(before[1])
  expect(tried()).toBe(1)
  await expectAccessible(page)
  await expectFits(page)
})

test('a grader sees the start code, but no controls, and the action refuses who is no instructor any more', async ({
  page,
}) => {
  const { examId } = await ownExam({}, { startCode: 'PINE-42' })
  const person = await personOf(examId, 'instructor')
  await setLanguage(page, 'en')
  await signIn(page, person)
  await page.goto(`/teach/exams/${examId}`)
  await expect(page.getByTestId('start-code')).toHaveText('PINE-42')
  await withDatabase((client) =>
    client.query("UPDATE enrolments SET role = 'grader' WHERE user_id = $1", [person.id]),
  )
  await page.getByRole('button', { name: 'Give 10 more minutes' }).click()
  await expect(page.getByText('There is no such exam, or you may not change it.')).toBeVisible()
  const { rows } = await withDatabase((client) =>
    client.query('SELECT extra_minutes FROM exams WHERE id = $1', [examId]),
  )
  expect(rows).toEqual([{ extra_minutes: 0 }])

  await page.reload()
  await expect(page.getByTestId('start-code')).toHaveText('PINE-42')
  await expect(page.getByRole('button', { name: 'Give 10 more minutes' })).toHaveCount(0)
  for (const place of ['rules', 'people'])
    expect((await page.goto(`/teach/exams/${examId}/${place}`))?.status()).toBe(404)
})
