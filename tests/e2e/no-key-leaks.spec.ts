import { registry } from '@/questions/registry'
import { answer, handIn, setLanguage, signIn, startExam, untilSaved, words } from './journey'
import { newStudent, untilSeated, withDatabase } from './people'
import { expect, test } from './test'

/** Sentences of a text long enough not to stand somewhere by chance, without the mark-up. */
const sentences = (markdown: string): string[] =>
  markdown
    .split(/[.\n|]|다\./)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= 18 && /\p{L}{3}/u.test(sentence))

test('nothing that a student receives before release holds the key', async ({ page }) => {
  const received: { url: string; text: string }[] = []
  const bodies: Promise<void>[] = []
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? ''
    // News never end while the page is open; what they say is scanned below.
    if (!/text|json|javascript/.test(type) || type.startsWith('text/event-stream')) return
    bodies.push(
      response
        .text()
        .then((text) => void received.push({ url: response.url(), text }))
        // Redirects and fonts have no text.
        .catch(() => undefined),
    )
  })
  await setLanguage(page, 'en')
  await signIn(page, await newStudent())
  const attemptId = await startExam(page, 'en', 'randomized')
  await answer(page, 'en', 1, { total: '1+1' })
  await page.getByRole('button', { name: words.en.next }).click()
  await answer(page, 'en', 2, { paddedSize: '1x1', outputSize: '1x1' })
  await page.getByRole('button', { name: words.en.next }).click()
  await answer(page, 'en', 3, { explanation: 'I do not know.' })
  await untilSaved(page)
  await page.getByRole('button', { name: '한국어' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  const firstNews = page.evaluate(
    (id) =>
      new Promise<string>((resolve) => {
        const stream = new EventSource(`/api/attempts/${id}/events`)
        stream.addEventListener('news', ({ data }) => resolve(data))
      }),
    attemptId,
  )
  received.push({ url: 'news', text: await firstNews })
  await page.reload()
  await untilSeated(attemptId, 2)
  await Promise.all(bodies)
  const before = [...received]

  const { seed, items } = await withDatabase(async (client) => {
    const attempt = await client.query('SELECT seed FROM attempts WHERE id = $1', [attemptId])
    const rows = await client.query('SELECT type, params FROM attempt_items WHERE attempt_id = $1', [
      attemptId,
    ])
    return { seed: attempt.rows[0].seed as string, items: rows.rows as { type: string; params: unknown }[] }
  })
  const secrets = items.flatMap(({ type, params }) => {
    const question = registry.find(type)
    if (!question) throw new Error(type)
    const { text } = question.solution(params)
    const reference = question.reference(params)
    const grade = question.grade(params, reference)
    // What the statement itself says may be sent.
    const given = JSON.stringify(question.publicView(params))
    return [
      ...sentences(text.ko),
      ...sentences(text.en),
      ...grade.steps.flatMap((step) => [...sentences(step.ko), ...sentences(step.en)]),
      ...question.mistakes(params).flatMap(({ feedback }) => sentences(feedback.en)),
      ...Object.values(reference).filter((value) => typeof value === 'string'),
    ].filter((secret) => secret.length >= 5 && !given.includes(secret))
  })
  expect(secrets.length).toBeGreaterThan(20)
  expect(before.length).toBeGreaterThan(10)
  // As it stands in a page and as it stands in JSON.
  const sentIn = (text: string) => (secret: string) =>
    text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1))
  const all = before.map(({ text }) => text).join('\n')
  expect([seed, ...secrets].filter(sentIn(all))).toEqual([])

  // The same scan finds the key once it is released: the scan can see.
  await page.getByRole('button', { name: 'English' }).click()
  received.length = 0
  await handIn(page, 'en')
  await page.reload()
  await Promise.all(bodies)
  const found = secrets.filter(sentIn(received.map(({ text }) => text).join('\n')))
  expect(found.length).toBeGreaterThan(3)
})
