import { expectAccessible, expectFits, setLanguage, signIn } from './journey'
import { othersTryFirst } from './others-try'
import { handInAsItIs, ownExam, personOf, startOwnExam } from './own-exam'
import { withDatabase } from './people'
import { expect, test } from './test'

test('dry run, apply, what the student sees, roll back; statistics, files and the sheet on paper', async ({
  page,
  browser,
}) => {
  const { examId, student } = await ownExam({})
  const room = await browser.newPage()
  await setLanguage(room, 'en')
  await signIn(room, student)
  const attemptId = await startOwnExam(room, examId)
  await handInAsItIs(room)
  await expect(room.getByTestId('total')).toHaveText('0 / 6')

  await setLanguage(page, 'en')
  const instructor = await personOf(examId, 'instructor')
  await signIn(page, instructor)
  const tried = await othersTryFirst(page, { examId, instructorId: instructor.id })
  await page.goto(`/teach/exams/${examId}/regrade`)
  await page.getByRole('button', { name: 'Start the dry run' }).click()
  await expect(page.getByText('Problems: choose at least one.')).toBeVisible()
  await page.getByRole('checkbox', { name: /^1\./ }).check()
  await page.getByRole('radio', { name: /^Full credit/ }).check()
  await page.getByRole('textbox', { name: 'Reason' }).fill('The figure was missing.')
  await page.getByRole('textbox', { name: 'Pass mark' }).fill('30')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Start the dry run' }).click()

  await expect(page.getByTestId('regrade-status')).toHaveText('Dry run, not applied')
  const row = page.getByRole('row', { name: student.name })
  await expect(row).toContainText('+2')
  await expect(row).toContainText('now passes')
  await expectAccessible(page)
  await expectFits(page)
  await room.reload()
  await expect(room.getByTestId('total')).toHaveText('0 / 6')

  await page.getByRole('button', { name: 'Apply the regrade' }).click()
  await expect(page.getByText('Tick the box to confirm.')).toBeVisible()
  await page.getByRole('checkbox', { name: /I have read the report/ }).check()
  await page.getByRole('button', { name: 'Apply the regrade' }).click()
  await expect(page.getByTestId('regrade-status')).toHaveText('Applied')
  await room.reload()
  await expect(room.getByTestId('total')).toHaveText('2 / 6')
  await expect(room.getByTestId('regraded-1')).toHaveText('0 → 2 points. The figure was missing.')

  await page.goto(`/teach/exams/${examId}/statistics`)
  await expect(page.getByText('Only one student so far')).toBeVisible()
  await expect(page.getByText('Too few data').first()).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectFits(page)
  await page.setViewportSize({ width: 1280, height: 800 })

  await page.goto(`/teach/exams/${examId}/export`)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: /^Download.*Gradebook of this exam .CSV.$/ }).click()
  const file = await downloading
  expect(file.suggestedFilename()).toMatch(/^Exam – gradebook \d{4}-\d\d-\d\d\.csv$/)
  const pieces: Buffer[] = []
  for await (const piece of await file.createReadStream()) pieces.push(piece as Buffer)
  expect(Buffer.concat(pieces).toString('utf8')).toContain(`${student.name},${student.email},`)
  await expectAccessible(page)

  await page.goto(`/teach/attempts/${attemptId}/sheet`)
  await page.emulateMedia({ media: 'print' })
  // A4 without its margins, at 96 dots an inch.
  await page.setViewportSize({ width: 680, height: 1000 })
  const cut = await page.locator('.sheet').evaluate((sheet) => {
    const end = sheet.getBoundingClientRect().right + 1
    return [...sheet.querySelectorAll('*')]
      .filter((each) => {
        const box = each.getBoundingClientRect()
        // Text that only a screen reader hears is one pixel wide on purpose.
        if (box.width <= 1 || box.height <= 1 || each.closest('.katex-mathml')) return false
        return (
          box.right > end || ['hidden', 'auto', 'scroll', 'clip'].includes(getComputedStyle(each).overflowX)
        )
      })
      .map((each) => each.outerHTML.slice(0, 120))
  })
  expect(cut).toEqual([])
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  await page.emulateMedia({ media: 'screen' })

  await page.goto(`/teach/exams/${examId}/regrade`)
  await page.getByRole('link', { name: 'The figure was missing.' }).click()
  await page.getByRole('textbox', { name: 'Reason for rolling back' }).fill('It was there after all.')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Roll back the regrade' }).click()
  await expect(page.getByTestId('regrade-status')).toHaveText('Rolled back')
  await room.reload()
  await expect(room.getByTestId('total')).toHaveText('0 / 6')
  await expect(room.getByTestId('regraded-1')).toContainText('It was there after all.')
  expect(tried()).toBe(2)
  const kinds = await withDatabase((client) =>
    client.query(
      `SELECT g.kind FROM grades g JOIN attempt_items i ON i.id = g.item_id WHERE i.attempt_id = $1 AND i.slot = 1
      ORDER BY g.at`,
      [attemptId],
    ),
  )
  expect(kinds.rows.map(({ kind }) => kind)).toEqual(['automatic', 'regrade', 'regrade'])
  await room.close()
})
