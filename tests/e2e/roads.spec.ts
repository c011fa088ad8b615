import { randomUUID } from 'node:crypto'
import { setLanguage, signIn, startExam } from './journey'
import { newStudent, untilSeated, withDatabase } from './people'
import { type APIRequestContext, expect, type Page, test } from './test'

/** The endpoints before Next, called as a browser of the signed-in student would, and as nobody should. */

async function atWork(page: Page): Promise<{ attemptId: string; itemId: string; path: string }> {
  await setLanguage(page, 'en')
  await signIn(page, await newStudent())
  const attemptId = await startExam(page, 'en', 'fixed')
  await untilSeated(attemptId)
  const itemId = await withDatabase(async (client) => {
    const { rows } = await client.query(
      'SELECT id FROM attempt_items WHERE attempt_id = $1 ORDER BY position',
      [attemptId],
    )
    return rows[0].id as string
  })
  return { attemptId, itemId, path: `/api/attempts/${attemptId}/save` }
}

const mutation = (itemId: string, over: object = {}) => ({
  itemId,
  seat: 1,
  mutationId: randomUUID(),
  base: 0,
  response: { total: '74' },
  ...over,
})

const revisions = (itemId: string) =>
  withDatabase(async (client) => {
    const { rows } = await client.query('SELECT count(*)::int AS count FROM revisions WHERE item_id = $1', [
      itemId,
    ])
    return rows[0].count as number
  })

const post = (
  request: APIRequestContext,
  path: string,
  data: unknown,
  headers: Record<string, string> = {},
) => request.post(path, { data, headers: { 'content-type': 'application/json', ...headers } })

test('the server says whether it lives and is ready', async ({ request }) => {
  expect(await (await request.get('/api/health/live')).json()).toEqual({ live: true })
  expect(await (await request.get('/api/health/ready')).json()).toMatchObject({ live: true, ready: true })
  expect(await (await request.get('/api/health')).json()).toMatchObject({ live: true, ready: true })
})

test('a save needs a living login and comes from our own pages', async ({ page, playwright, baseURL }) => {
  const { itemId, path } = await atWork(page)
  const nobody = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  expect((await post(nobody, path, mutation(itemId))).status()).toBe(401)
  const forged = await playwright.request.newContext({
    baseURL: baseURL ?? '',
    extraHTTPHeaders: { cookie: 'next-auth.session-token=eyJhbGciOiJub25lIn0.e30.' },
  })
  expect((await post(forged, path, mutation(itemId))).status()).toBe(401)
  const foreign = { origin: 'https://elsewhere.example' }
  expect((await post(page.request, path, mutation(itemId), foreign)).status()).toBe(403)
  expect(
    (await post(page.request, path, mutation(itemId), { 'sec-fetch-site': 'cross-site' })).status(),
  ).toBe(403)
  expect(await revisions(itemId)).toBe(0)
  expect((await post(page.request, path, mutation(itemId))).status()).toBe(200)
  // An ended login is refused at once, cookie or not.
  await withDatabase((client) =>
    client.query(
      'DELETE FROM sessions WHERE user_id = (SELECT user_id FROM attempts a JOIN attempt_items i ON i.attempt_id = a.id WHERE i.id = $1)',
      [itemId],
    ),
  )
  expect((await post(page.request, path, mutation(itemId, { base: 1 }))).status()).toBe(401)
  await nobody.dispose()
  await forged.dispose()
})

test('two hundred copies of one save have one effect and one reply', async ({ page }) => {
  const { itemId, path } = await atWork(page)
  const body = mutation(itemId)
  const replies = await Promise.all(Array.from({ length: 200 }, () => post(page.request, path, body)))
  const seen = new Set<string>()
  for (const reply of replies) {
    const { revision, savedAt } = await reply.json()
    seen.add(`${reply.status()} ${revision} ${savedAt}`)
  }
  expect([...seen]).toHaveLength(1)
  expect(await revisions(itemId)).toBe(1)
})

test('what can not be read is refused with the field that is wrong, and changes nothing', async ({
  page,
}) => {
  const { itemId, path } = await atWork(page)
  const refused: [unknown, number, RegExp][] = [
    [Buffer.from('{'), 400, /not JSON/],
    [[], 400, /body/],
    [mutation(itemId, { base: -1 }), 400, /base/],
    [mutation('nonsense'), 400, /itemId/],
    [mutation(itemId, { response: { total: { $gt: '' } } }), 400, /response/],
    [mutation(itemId, { response: { total: 'x'.repeat(20_001) } }), 400, /20000 characters/],
    [mutation(itemId, { response: { total: 'x'.repeat(200_000) } }), 413, /larger than/],
    [mutation(randomUUID()), 404, /no such attempt/],
  ]
  for (const [data, status, message] of refused) {
    const reply = await post(page.request, path, data)
    expect(reply.status(), JSON.stringify(data).slice(0, 80)).toBe(status)
    expect((await reply.json()).message).toMatch(message)
  }
  const form = await page.request.post(path, { form: { itemId } })
  expect(form.status()).toBe(415)
  expect((await page.request.get(path)).status()).toBe(405)
  expect(await revisions(itemId)).toBe(0)
})

test('characters that the database can not hold are kept readable instead of losing the save', async ({
  page,
}) => {
  const { itemId, path } = await atWork(page)
  const reply = await post(
    page.request,
    path,
    Buffer.from(JSON.stringify(mutation(itemId)).replace('"74"', '"7\\u0000\\ud8004"')),
  )
  expect(reply.status()).toBe(200)
  await page.reload()
  await expect(page.locator('#answer-1-total')).toHaveValue('7\ufffd\ufffd4')
})

test('every page runs only our own scripts', async ({ page, request }) => {
  const policy = (await request.get('/sign-in')).headers()['content-security-policy'] ?? ''
  const scripts = policy.split(';').find((part) => part.trim().startsWith('script-src')) ?? ''
  expect(scripts).toMatch(/'nonce-[^']+'/)
  expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
  const refusals: string[] = []
  page.on(
    'console',
    (message) => void (/Content Security Policy/.test(message.text()) && refusals.push(message.text())),
  )
  await page.goto('/sign-in')
  await expect(page.getByRole('button').last()).toBeVisible()
  expect(refusals).toEqual([])
})

test('student text is shown as text, never as markup', async ({ page }) => {
  const { itemId, path } = await atWork(page)
  await post(
    page.request,
    path,
    mutation(itemId, { response: { total: '<img src=x onerror="document.title=1">' } }),
  )
  await page.reload()
  await page.getByRole('navigation', { name: 'Problems' }).getByRole('button', { name: 'Submit' }).click()
  await page.getByRole('button', { name: 'Submit as it is' }).click()
  await page.waitForURL('**/result')
  await expect(page.getByText('<img src=x').first()).toBeVisible()
  expect(await page.locator('img').count()).toBe(0)
})
