import { randomUUID } from 'node:crypto'
import { expectAccessible, expectFits, setLanguage, signIn } from './journey'
import { othersTryFirst } from './others-try'
import { ownExam, personOf } from './own-exam'
import { withDatabase } from './people'
import { expect, test } from './test'

/** Scores of an exam in every state, on a platform that does not answer. */
async function linkedExam() {
  const { examId, student } = await ownExam({})
  const [platformId, linkId] = [randomUUID(), randomUUID()]
  const people = [student, ...(await Promise.all([1, 2].map(() => personOf(examId, 'student'))))]
  const ours = { given: 300, max: 600, activity: 'Completed', grading: 'FullyGraded', attempt: 1 }
  await withDatabase(async (client) => {
    await client.query(
      `INSERT INTO lti_platforms (id, name, issuer, client_id, auth_url, token_url, jwks_url)
      VALUES ($1, 'University LMS', $2, 'c', 'https://lms.example/a', 'http://127.0.0.1:9/token', 'https://lms.example/k')`,
      [platformId, `https://${platformId}.example`],
    )
    await client.query(
      `INSERT INTO lti_contexts (platform_id, context_id, course_id, memberships_url)
      SELECT $1, 'ctx', course_id, 'https://lms.example/memberships' FROM exams WHERE id = $2`,
      [platformId, examId],
    )
    await client.query(
      `INSERT INTO lti_links (id, platform_id, resource_link_id, title, course_id, exam_id, context_id, line_item_url,
        line_items_url, scopes)
      SELECT $1, $2, 'r', 'Week 3 quiz', course_id, id, 'ctx', 'https://lms.example/items/1', 'https://lms.example/items',
        '{https://purl.imsglobal.org/spec/lti-ags/scope/score,https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly}'
      FROM exams WHERE id = $3`,
      [linkId, platformId, examId],
    )
    const states = [
      ['confirmed', null, 3],
      ['differs', null, 5.5],
      ['refused', 'http-422', null],
    ] as const
    for (const [i, [state, problem, theirs]] of states.entries()) {
      const userId = people[i]?.id
      await client.query(
        `WITH sat AS (
          INSERT INTO attempts (id, exam_id, user_id, number, seed, started_at, closed_at, graded_at)
          VALUES (gen_random_uuid(), $1, $2, 1, 'seed', now(), now(), now()) RETURNING id)
        INSERT INTO attempt_items (id, attempt_id, position, slot, question_version_id, type, type_version, params, points,
          awarded, grade_status)
        SELECT gen_random_uuid(), sat.id, 1, 1, question_version_id, 'dnn-parameters', '1', '{}', 600, 300, 'graded'
        FROM sat, exam_items e WHERE e.exam_id = $1 AND e.position = 1`,
        [examId, userId],
      )
      await client.query(
        `INSERT INTO lti_scores (link_id, subject, user_id, state, problem, delivered, delivered_at, sent, theirs, read_at)
        VALUES ($1, $2, $3, $4, $5, $6, now(), $7, $8, now())`,
        [
          linkId,
          `lms-${i}`,
          userId,
          state,
          problem,
          { ...ours, stamp: new Date().toISOString() },
          JSON.stringify([{ given: 300, max: 600 }]),
          { score: theirs, max: 6 },
        ],
      )
    }
  })
  return { examId, people }
}

test('an instructor sees how every score stands in the LMS, sends again, and reads the roster', async ({
  page,
}) => {
  const { examId, people } = await linkedExam()
  const instructor = await personOf(examId, 'instructor')
  await setLanguage(page, 'en')
  await signIn(page, instructor)
  const tried = await othersTryFirst(page, { examId, instructorId: instructor.id })
  await page.goto(`/teach/exams/${examId}`)
  await page.getByRole('link', { name: 'LMS', exact: true }).click()
  const row = (i: number) => page.getByRole('listitem').filter({ hasText: people[i]?.name ?? '-' })
  await expect(row(0)).toContainText('Same in the LMS')
  await expect(row(1)).toContainText('Ours3 of 6')
  await expect(row(1)).toContainText('LMS5.5 of 6')
  await expect(row(1)).toContainText('Differs in the LMS')
  await expect(row(2)).toContainText('Refused by the LMS')
  await expect(row(2)).toContainText('HTTP 422')
  await expect(row(0).getByRole('button', { name: /Overwrite/ })).toHaveCount(0)
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectFits(page)
  await page.setViewportSize({ width: 1280, height: 800 })

  await page.getByRole('button', { name: /Read the LMS’s scores/ }).click()
  await expect(page.getByRole('status').filter({ hasText: 'token address did not answer' })).toBeVisible()
  await page.getByRole('button', { name: 'Send the one that has not arrived again' }).click()
  await expect(page.getByText('One score is on its way.')).toBeVisible()
  await row(1)
    .getByRole('button', { name: /Overwrite/ })
    .click()
  await expect(row(1)).toContainText(/On its way|Being tried again/)

  const courseId = await withDatabase(async (client) => {
    const { rows } = await client.query('SELECT course_id FROM exams WHERE id = $1', [examId])
    return rows[0].course_id as string
  })
  await page.goto(`/teach/courses/${courseId}/people`)
  await page.getByRole('button', { name: 'Read the roster now' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'token address did not answer' })).toBeVisible()
  await expectAccessible(page)
  expect(tried()).toBe(3)
})
