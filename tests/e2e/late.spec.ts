import { examRulesSchema } from '@/lib/exam/rules'
import { answer, expectAccessible, expectFits, setLanguage, signIn, untilSaved } from './journey'
import { handInAsItIs, ownExam, personOf, startOwnExam } from './own-exam'
import { withDatabase } from './people'
import { expect, test } from './test'

const { review } = examRulesSchema.parse({})

test('late work loses points and says so; what came too late is kept and marked', async ({ page }) => {
  const { examId, student } = await ownExam(
    { late: { minutes: 120, stepMinutes: 15, lossPercent: 10 }, review: { ...review, feedback: 'never' } },
    { closesInSeconds: -12 * 60 },
  )
  await setLanguage(page, 'en')
  await signIn(page, student)
  const attemptId = await startOwnExam(page, examId)
  await answer(page, 'en', 1, { total: '74' })
  await untilSaved(page)
  await handInAsItIs(page)
  await withDatabase((client) =>
    client.query(
      `INSERT INTO late_work (item_id, mutation_id, response, typed_at, received_at)
      SELECT id, gen_random_uuid(), '{"total":"kept for the instructor"}', now(), now()
      FROM attempt_items WHERE attempt_id = $1 AND position = 1`,
      [attemptId],
    ),
  )
  await page.reload()
  await expect(page.getByTestId('late-1')).toHaveText(/^Saved 1\d minutes after closing: −10 %$/)
  await expect(page.getByTestId('points-1')).toHaveText('1.8 / 2')
  const problem = page.getByRole('region', { name: 'Number of parameters of a network' })
  // Parts are released, feedback is not: titles with points, and no verdict.
  await expect(problem.getByText('2 / 2', { exact: true })).toBeVisible()
  await expect(problem.getByText('Correct')).toHaveCount(0)
  const kept = page.getByTestId('late-work-1')
  await expect(kept).toContainText('Late, not graded')
  await expect(kept).not.toContainText('kept for the instructor')
  await expectAccessible(page)
  await expectFits(page)

  await page.context().clearCookies()
  await setLanguage(page, 'en')
  await signIn(page, await personOf(examId, 'grader'))
  await page.goto(`/teach/attempts/${attemptId}`)
  await expect(page.getByTestId('late-work-1')).toContainText('kept for the instructor')
  await expect(page.getByTestId('late-work-1')).toContainText('received')
  await expectAccessible(page)
})
