import { randomUUID } from 'node:crypto'
import { demoLogin, setLanguage, signIn, startExam } from './journey'
import { newStudent, withDatabase } from './people'
import { expect, test } from './test'

const staffPages = ['/teach', '/variants', '/variants/dnn-parameters', '/admin']

test('nobody sees anything before signing in', async ({ page }) => {
  for (const path of ['/', '/exams', '/teach', '/admin', `/attempts/${randomUUID()}`]) {
    await page.goto(path)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
  }
})

test("a student reaches no instructor's page", async ({ page }) => {
  await setLanguage(page, 'en')
  await signIn(page, await newStudent())
  for (const path of staffPages) {
    const response = await page.goto(path)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  }
  await expect(page.getByRole('link', { name: 'Teaching' })).toHaveCount(0)
})

test("an instructor reaches no administrator's page", async ({ page }) => {
  await signIn(page, demoLogin('instructor'))
  expect((await page.goto('/admin'))?.status()).toBe(404)
  expect((await page.goto('/teach'))?.status()).toBe(200)
})

test("a student can neither read nor write another's attempt", async ({ page, browser }) => {
  await setLanguage(page, 'en')
  await signIn(page, await newStudent())
  const attemptId = await startExam(page, 'en', 'fixed')
  const itemId = await withDatabase(async (client) => {
    const { rows } = await client.query(
      'SELECT id FROM attempt_items WHERE attempt_id = $1 AND position = 1',
      [attemptId],
    )
    return rows[0].id as string
  })

  const stranger = await browser.newPage()
  await signIn(stranger, await newStudent())
  expect((await stranger.goto(`/attempts/${attemptId}`))?.status()).toBe(404)
  expect((await stranger.goto(`/attempts/${attemptId}/result`))?.status()).toBe(404)
  const body = { itemId, seat: 1, mutationId: randomUUID(), base: 0, response: { total: 'mine now' } }
  const statuses = await stranger.evaluate(
    async ({ attempt, save }) => {
      const post = async (road: string, json: object) => {
        const response = await fetch(`/api/attempts/${attempt}/${road}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(json),
        })
        return response.status
      }
      return [
        await post('save', save),
        await post('flag', { itemId: save.itemId, flagged: true }),
        await post('submit', {}),
        (await fetch(`/api/attempts/${attempt}/pulse`)).status,
      ]
    },
    { attempt: attemptId, save: body },
  )
  expect(statuses).toEqual([404, 404, 404, 404])
  await stranger.close()
  const state = await withDatabase((client) =>
    client.query(
      'SELECT a.closed_at, i.revision, i.flagged FROM attempts a JOIN attempt_items i ON i.attempt_id = a.id WHERE i.id = $1',
      [itemId],
    ),
  )
  expect(state.rows).toEqual([{ closed_at: null, revision: 0, flagged: false }])
})

test('signing out ends the login for good, also for a copied cookie', async ({ page, browser }) => {
  await setLanguage(page, 'en')
  await signIn(page, await newStudent())
  const cookies = await page.context().cookies()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  const thief = await browser.newContext()
  await thief.addCookies(cookies)
  const other = await thief.newPage()
  await other.goto('/exams')
  expect(new URL(other.url()).pathname).toBe('/sign-in')
  await thief.close()
})

test('a wrong password is refused without telling whether the account exists, and what was typed stays', async ({
  page,
}) => {
  const student = await newStudent()
  await setLanguage(page, 'en')
  for (const email of [student.email, 'nobody@example.test']) {
    await page.goto('/sign-in')
    await page.locator('input[type=email]').fill(email)
    await page.locator('input[type=password]').fill('not the password')
    await page.locator('main form button[type=submit]').click()
    await expect(page.getByText('E-mail and password do not match. Please try again.')).toBeVisible()
    await expect(page.locator('input[type=email]')).toHaveValue(email)
  }
})

test('the sign-in page sends nobody to another site', async ({ page, baseURL }) => {
  const student = await newStudent()
  for (const next of ['https://example.test/', '//example.test', '/\\example.test']) {
    await page.context().clearCookies()
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await page.locator('input[type=email]').fill(student.email)
    await page.locator('input[type=password]').fill(student.password)
    await page.locator('main form button[type=submit]').click()
    await page.waitForURL('**/exams')
    expect(new URL(page.url()).origin).toBe(new URL(baseURL ?? '').origin)
  }
})
