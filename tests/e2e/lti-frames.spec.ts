import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type LtiPlatform, startLtiPlatform } from '../helpers/lti-platform'
import { ownExam } from './own-exam'
import { withDatabase } from './people'
import { type BrowserContext, chromium, expect, type FrameLocator, type Page, test } from './test'

/** Launches in a frame of a platform on another site, in a browser that keeps cookies of other sites back. */

const MEMBER = 'http://purl.imsglobal.org/vocab/lis/v2/membership'
const base = process.env.E2E_BASE_URL ?? ''

let platform: LtiPlatform
let examId: string
const client = `client-${randomUUID()}`
const student = `student-${randomUUID()}`
const link = `link-${randomUUID()}`
const contextId = `course-${randomUUID()}`

test.beforeAll(async () => {
  platform = await startLtiPlatform('localhost')
  ;({ examId } = await ownExam({}))
  const { issuer } = platform
  await withDatabase(async (database) => {
    const { rows } = await database.query(
      `INSERT INTO lti_platforms (id, name, issuer, client_id, auth_url, token_url, jwks_url)
      VALUES (gen_random_uuid(), 'Campus', $1, $2, $3, $4, $5) RETURNING id`,
      [issuer, client, `${issuer}/auth`, `${issuer}/token`, `${issuer}/jwks`],
    )
    const platformId = rows[0].id
    await database.query(
      "INSERT INTO lti_deployments (platform_id, deployment_id, approved_at, created_at) VALUES ($1, 'd1', now(), now())",
      [platformId],
    )
    await database.query(
      'INSERT INTO lti_contexts (platform_id, context_id, course_id) SELECT $1, $2, course_id FROM exams WHERE id = $3',
      [platformId, contextId, examId],
    )
  })
  const jwksUrl = `${base}/lti/jwks`
  await platform.services('setup', {
    tools: { [client]: { jwksUrl } },
    members: [{ user_id: student, roles: ['Learner'], status: 'Active' }],
  })
  await platform.setUpPages({
    tools: {
      [client]: {
        loginUrl: `${base}/lti/login`,
        redirectUris: [`${base}/lti/launch`],
        targetUrl: `${base}/`,
        jwksUrl,
        deploymentId: 'd1',
      },
    },
    people: {
      [student]: { name: 'Kim Minji', roles: [`${MEMBER}#Learner`] },
      professor: { name: 'Lee Suji', roles: [`${MEMBER}#Instructor`] },
    },
    links: { [link]: { title: 'Quiz', contextId, custom: { exam_id: examId } } },
  })
  // The server looks every few seconds for who may show its pages.
  await expect
    .poll(async () => (await fetch(`${base}/lti/ended`)).headers.get('content-security-policy'), {
      timeout: 20_000,
    })
    .toContain(issuer)
})
test.afterAll(() => platform?.stop())

/** @param cookies 'partitioned': cookies of other sites stay in their frame; 'none': frames keep none at all */
async function browserWith(
  cookies: 'partitioned' | 'none',
  run: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const { launchOptions = {} } = test.info().project.use
  const folder = mkdtempSync(path.join(tmpdir(), 'quizgrad-e2e-'))
  mkdirSync(path.join(folder, 'Default'))
  const never = { [`*,${platform.issuer}`]: { setting: 2 } }
  writeFileSync(
    path.join(folder, 'Default/Preferences'),
    JSON.stringify({
      profile: {
        // Block third-party cookies.
        cookie_controls_mode: 1,
        content_settings: { exceptions: { cookies: cookies === 'none' ? never : {} } },
      },
    }),
  )
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions,
    locale: 'en-US',
    viewport: { width: 1280, height: 1000 },
  })
  try {
    await run(await context.newPage(), context)
  } finally {
    await context.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const course = (over: Record<string, string> = {}) =>
  `${platform.issuer}/course?${new URLSearchParams({ client, person: student, link, ...over })}`

/** What a cookie of the tool's frame becomes, that asks for no partition: the browser gives it back, or does not. */
async function keepsThirdPartyCookies(page: Page): Promise<boolean> {
  const frame = page.frame({ name: 'tool' })
  if (!frame) throw new Error('there is no frame')
  return frame.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the oldest way is what is tried
    document.cookie = 'probe=1; SameSite=None; Secure'
    return document.cookie.includes('probe=1')
  })
}

/** A press may be lost: browsers drop input to frames of other sites that have only just appeared. */
async function windowFrom(context: BrowserContext, press: () => Promise<void>): Promise<Page> {
  const before = context.pages()
  const opened = () => context.pages().find((page) => !before.includes(page))
  await expect(async () => {
    if (!opened()) await press()
    await expect.poll(opened, { timeout: 3_000 }).toBeDefined()
  }).toPass({ timeout: 20_000 })
  return opened() as Page
}

async function takeExam(room: FrameLocator | Page): Promise<void> {
  await room.getByRole('button', { name: 'Start the exam' }).click()
  await room.locator('#answer-1-total').fill('74')
  await expect(room.getByTestId('save-state')).toHaveAttribute('data-state', 'saved')
  await room.getByRole('navigation').last().getByRole('button').last().click()
  await room.getByTestId('hand-in').click()
  await expect(room.getByTestId('points-1')).toHaveText('2 / 2')
}

test('an exam is taken in the frame, and may be seen in a window of its own; its score is in the gradebook', async () => {
  await browserWith('partitioned', async (page, context) => {
    await page.goto(course())
    const tool = page.frameLocator('iframe[name=tool]')
    await expect(tool.getByRole('heading', { name: 'Go on to the exam' })).toBeVisible()
    expect(await keepsThirdPartyCookies(page)).toBe(false)

    const own = await windowFrom(context, () =>
      tool.getByRole('button', { name: 'Open in a new window' }).click(),
    )
    await own.waitForURL(`${base}/exams/${examId}`)
    await expect(own.getByRole('button', { name: 'Start the exam' })).toBeVisible()
    await own.close()

    await tool.getByRole('link', { name: 'Go on here' }).click()
    await takeExam(tool)
    await expect
      .poll(
        async () =>
          (await platform.gradebook()).lineItems.map(({ scores }) => scores[student]?.result ?? null),
        { timeout: 30_000 },
      )
      .toEqual([2])
  })
})

test('where frames keep no cookie, the platform keeps the launch, or a new window is asked for', async () => {
  await browserWith('none', async (page, context) => {
    const tool = page.frameLocator('iframe[name=tool]')
    const asked = 'Your browser keeps cookies back inside of this frame. Go on in a new window.'

    await page.goto(course({ storage: '1' }))
    // Only what the platform gives back makes this button: it ends the launch.
    const end = tool.getByRole('button', { name: 'Open in a new window' })
    await expect(end).toBeVisible()
    await expect(tool.getByText(asked)).toBeVisible()
    const stored = await windowFrom(context, () => end.click())
    await stored.waitForURL(`${base}/exams/${examId}`)
    await expect(stored.getByRole('heading', { level: 1, name: 'Exam' })).toBeVisible()
    await context.clearCookies()
    await stored.close()

    await page.goto(course())
    await expect(tool.getByText(asked)).toBeVisible()
    await expect(
      tool.getByText('브라우저가 이 틀 안에서는 쿠키를 막습니다. 새 창에서 이어 가세요.'),
    ).toBeVisible()
    const anew = await windowFrom(context, () =>
      tool.getByRole('link', { name: 'Open in a new window' }).click(),
    )
    await anew.waitForURL(`${base}/exams/${examId}`)
    await expect(anew.getByRole('heading', { level: 1, name: 'Exam' })).toBeVisible()
  })
})

test('an instructor makes an exam in the platform’s dialog, which then has a link to it', async () => {
  await browserWith('partitioned', async (page) => {
    await page.goto(
      `${platform.issuer}/dialog?${new URLSearchParams({ client, person: 'professor', context: contextId })}`,
    )
    const tool = page.frameLocator('iframe[name=tool]')
    await expect(tool.getByRole('heading', { name: 'Choose an exam' })).toBeVisible()
    await tool.getByRole('button', { name: 'Add this exam' }).click()
    await expect(tool.locator('#returned')).toHaveText('The link was added.')
    const { chosen } = await platform.pages()
    expect(JSON.stringify(chosen)).toContain(examId)
  })
})
