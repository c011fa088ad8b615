import { answer, expectAccessible, expectFits, setLanguage, signIn, untilSaved } from './journey'
import { handInAsItIs, ownExam, personOf, startOwnExam } from './own-exam'
import { withDatabase } from './people'
import { expect, test } from './test'

/** Changes an answer as somebody with the database's own password could: past the trigger that forbids it. */
const tamper = (attemptId: string) =>
  withDatabase(async (client) => {
    await client.query('SET session_replication_role = replica')
    await client.query(
      `UPDATE revisions SET response = '{"total":"75"}'
      WHERE item_id IN (SELECT id FROM attempt_items WHERE attempt_id = $1)`,
      [attemptId],
    )
  })

test('a receipt vouches for what was handed in, and tells when it was altered', async ({ page, browser }) => {
  const { examId, student } = await ownExam({})
  await setLanguage(page, 'en')
  await signIn(page, student)
  const attemptId = await startOwnExam(page, examId)
  await answer(page, 'en', 1, { total: '74' })
  await untilSaved(page)
  await handInAsItIs(page)
  const receipt = page.getByRole('region', { name: 'Receipt' })
  await expect(receipt.getByText(/^\d+ times?$/)).toBeVisible()
  await expect(receipt.getByRole('button', { name: 'Copy the code' })).toBeVisible()
  const code = (await page.getByTestId('receipt').textContent()) ?? ''
  expect(code).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/)
  await expectAccessible(page)
  await expectFits(page)

  await receipt.getByRole('link', { name: 'Check this receipt' }).click()
  const verdict = page.getByTestId('verdict')
  await expect(verdict).toHaveAttribute('data-kind', 'valid')
  await expect(verdict).toContainText(student.name)
  await expectAccessible(page)
  await expectFits(page)

  const check = async (typed: string, kind: string) => {
    await page.getByRole('textbox', { name: 'Code of the receipt' }).fill(typed)
    await page.getByRole('button', { name: 'Check' }).click()
    await expect(verdict).toHaveAttribute('data-kind', kind)
  }
  await check('nonsense', 'unreadable')
  await check(code.startsWith('2') ? `3${code.slice(1)}` : `2${code.slice(1)}`, 'unknown')
  await check(code.toLowerCase().replaceAll('-', ' '), 'valid')

  const classmate = await browser.newPage()
  await setLanguage(classmate, 'en')
  await signIn(classmate, await personOf(examId, 'student'))
  await classmate.goto(`/receipts?code=${code}`)
  await expect(classmate.getByText('There is no such receipt')).toBeVisible()
  await classmate.close()

  await tamper(attemptId)
  const staff = await browser.newPage()
  await setLanguage(staff, 'ko')
  await signIn(staff, await personOf(examId, 'instructor'))
  await staff.goto('/teach')
  await staff.getByRole('link', { name: '제출 확인증 검사' }).click()
  await staff.getByRole('textbox', { name: '확인증 코드' }).fill(code)
  await staff.getByRole('button', { name: '확인', exact: true }).click()
  await expect(staff.getByText('제출한 뒤에 기록이 바뀌었습니다')).toBeVisible()
  await staff.getByRole('link', { name: '이 응시 보기' }).click()
  await staff.waitForURL(`**/teach/attempts/${attemptId}`)
  await staff.close()
})
