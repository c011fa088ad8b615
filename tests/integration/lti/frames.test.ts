import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../helpers/app-server'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'
import { CLAIM, CLIENT, IN_FRAME, ltiDesk, MEMBER } from '../../helpers/lti-launches'
import { type LtiPlatform, startLtiPlatform } from '../../helpers/lti-platform'

let world: ExamWorld
let app: RunningApp
let platform: LtiPlatform
let desk: ReturnType<typeof ltiDesk>
beforeAll(async () => {
  world = await createExamWorld()
  ;[app, platform] = await Promise.all([
    startApp({ databaseUrl: world.databaseUrl, pages: false, env: { LTI_ALLOW_INSIDE: '1' } }),
    startLtiPlatform(),
  ])
  desk = ltiDesk(app, platform)
  const admin = { id: await world.addPerson('none'), isAdmin: true }
  await world.deps.platforms.add({
    viewer: admin,
    platform: {
      name: 'Test LMS',
      issuer: platform.issuer,
      clientId: CLIENT,
      authUrl: `${platform.issuer}/auth`,
      tokenUrl: `${platform.issuer}/token`,
      tokenAudience: null,
      jwksUrl: `${platform.issuer}/jwks`,
      frameOrigins: ['https://*.lms.example'],
    },
    deploymentId: 'd1',
    now: new Date(),
  })
  // The link opens the exam of the world's own course.
  const platformId = (await world.deps.platforms.list(admin))![0]!.id
  const { prisma } = world.database
  await prisma.ltiContext.create({ data: { platformId, contextId: 'course-1', courseId: world.courseId } })
  await prisma.ltiLink.create({
    data: {
      platformId,
      resourceLinkId: 'link-1',
      title: 'Quiz',
      courseId: world.courseId,
      examId: world.examId,
    },
  })
})
afterAll(async () => {
  await Promise.all([app?.stop(), platform?.stop()])
  await world.close()
})

const student = { [`${CLAIM}roles`]: [`${MEMBER}#Learner`], sub: 'student-1' }
const own = (over: Record<string, string> = {}) => ({
  origin: app.url,
  'sec-fetch-site': 'same-origin',
  ...over,
})

const post = (where: string, body: URLSearchParams | string, headers: Record<string, string>) =>
  fetch(`${app.url}${where}`, { method: 'POST', redirect: 'manual', headers, body })

/** A student's login in a frame, as the cookie header that the frame sends. */
async function framed(over: Record<string, unknown> = {}) {
  const done = await desk.launch({ ...student, ...over }, IN_FRAME)
  return { ...done, cookie: done.frameCookie?.split(';')[0] ?? '' }
}

async function issue(cookie: string, headers = own()) {
  const response = await post('/lti/code', JSON.stringify({ path: `/exams/${world.examId}` }), {
    'content-type': 'application/json',
    cookie,
    ...headers,
  })
  return { status: response.status, code: ((await response.json()) as { code?: string }).code ?? '' }
}
const redeem = async (code: string, headers: Record<string, string> = own()) =>
  desk.outcome(await post('/lti/open', new URLSearchParams({ code }), headers))

/** Who a login is, as an address tells it that only its owner may read. */
const personOf = async (sub: string) =>
  (await world.database.prisma.account.findFirstOrThrow({ where: { providerAccountId: sub } })).userId

describe('a launch in a frame', () => {
  it('takes the place of another login in the window where the LMS is of the same site', async () => {
    const other = { ...student, sub: 'student-of-one-site' }
    const apart = await framed(other)
    expect([apart.frameCookie, apart.session]).toEqual([expect.any(String), null])
    const together = await desk.launch(other, { ...IN_FRAME, 'sec-fetch-site': 'same-site' })
    expect([together.frameCookie, together.session]).toEqual([expect.any(String), expect.any(String)])
  })

  it('gets a short login of its own, kept apart by site, and a page that leads on', async () => {
    const done = await framed()
    expect(done.location).toBe(`/lti/start?to=${encodeURIComponent(`/exams/${world.examId}`)}`)
    expect(done.session).toBeNull()
    for (const part of ['HttpOnly', 'Secure', 'SameSite=None', 'Partitioned', 'Path=/; Max-Age=21600'])
      expect(done.frameCookie).toContain(part)
    const row = await world.database.prisma.session.findFirstOrThrow({
      where: { userId: await personOf('student-1') },
      orderBy: { expires: 'desc' },
    })
    expect(row.expires.getTime() - row.createdAt.getTime()).toBe(6 * 60 * 60_000)
  })

  it('gets a page first, which finds out whether the browser keeps cookies, and names no other window', async () => {
    const { status, response } = await desk.begin({ lti_storage_target: '_parent' }, 'GET', IN_FRAME)
    expect(status).toBe(200)
    const page = await response.text()
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'nonce-[^']+'; /)
    expect(policy).toContain(`frame-ancestors ${platform.issuer} https://*.lms.example`)
    expect(response.headers.get('x-frame-options')).toBeNull()
    expect(page).not.toMatch(/<script(?! nonce=)|onclick=|postMessage\([^)]*'\*'/)
    expect(page).toContain('새 창에서 열기')
    const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    expect(page).toContain(cookie.split('=')[1])
    const bare = (await desk.begin({}, 'GET', IN_FRAME)).response
    expect(await bare.text()).not.toContain(bare.headers.get('set-cookie')?.split(/[=;]/)[1])
    const ask = async (headers: Record<string, string>) =>
      (await fetch(`${app.url}/lti/kept/${cookie.split('=')[0]}`, { headers })).json()
    expect(await ask({ cookie })).toEqual({ kept: true })
    expect(await ask({})).toEqual({ kept: false })
  })

  it('of a page that no platform may frame is refused by the browser, wherever it is no page of an exam', async () => {
    for (const where of ['/lti/ended', '/exams/x', '/attempts/x'])
      expect((await fetch(`${app.url}${where}`)).headers.get('content-security-policy')).toContain(
        `frame-ancestors ${platform.issuer} https://*.lms.example`,
      )
    for (const where of ['/teach', '/sign-in', '/account', '/examsx', '/admin/platforms']) {
      const { headers } = await fetch(`${app.url}${where}`)
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-frame-options')).toBe('DENY')
    }
  })

  it('changes something only at the word of our own pages', async () => {
    const { cookie } = await framed()
    for (const headers of [
      own({ origin: platform.issuer }),
      own({ 'sec-fetch-site': 'cross-site' }),
      own({ origin: 'null' }),
    ])
      expect((await issue(cookie, headers)).status).toBe(403)
    const { origin: _, ...unnamed } = own()
    expect((await issue(cookie, unnamed as never)).status).toBe(403)
    // Pages' own actions too.
    for (const origin of [platform.issuer, 'https://evil.example'])
      expect((await post('/exams/x', '', { cookie, origin })).status).toBe(403)
    expect((await issue(cookie)).status).toBe(200)
  })
})

describe('the code that opens a window', () => {
  it('lets its person in at its page, once, and is never passed on', async () => {
    const { cookie } = await framed()
    const { code } = await issue(cookie)
    const done = await redeem(code)
    expect(done).toMatchObject({ status: 303, location: `/exams/${world.examId}` })
    expect(done.headers.get('referrer-policy')).toBe('no-referrer')
    expect(done.session).not.toBeNull()
    expect(done.frameCookie).toBeNull()
    expect(await redeem(code)).toMatchObject({ status: 403, session: null, location: null })
    // Kept as a digest.
    expect(await world.database.prisma.ltiHandOver.count({ where: { codeHash: code } })).toBe(0)
  })

  it('ends with the login that asked for it', async () => {
    const { cookie } = await framed({ sub: 'student-3' })
    const { code } = await issue(cookie)
    const userId = await personOf('student-3')
    // As when its owner, or an administrator, ends all logins.
    await world.database.prisma.session.deleteMany({ where: { userId } })
    expect(await redeem(code)).toMatchObject({ status: 403, session: null })
    expect(await world.database.prisma.session.count({ where: { userId } })).toBe(0)
  })

  it('of eight at once lets one in', async () => {
    const { code } = await issue((await framed()).cookie)
    const done = await Promise.all(Array.from({ length: 8 }, () => redeem(code)))
    expect(done.filter(({ status }) => status === 303)).toHaveLength(1)
  })

  it('is too old after a minute', async () => {
    const { code } = await issue((await framed()).cookie)
    await world.database.prisma.ltiHandOver.updateMany({
      where: { usedAt: null },
      data: { createdAt: new Date(Date.now() - 61_000) },
    })
    expect(await redeem(code)).toMatchObject({ status: 403, session: null })
  })

  it('opens nothing from another page, nor without a living login, nor elsewhere than at an exam or course', async () => {
    const { cookie } = await framed()
    const { code } = await issue(cookie)
    expect((await redeem(code, { origin: 'https://evil.example' })).session).toBeNull()
    expect((await redeem(code, {})).session).toBeNull()
    expect((await issue('')).status).toBe(401)
    for (const path of [
      '//evil.example',
      'https://evil.example',
      '/exams/../admin',
      '/account',
      '/exams//evil',
    ]) {
      const response = await post('/lti/code', JSON.stringify({ path }), {
        'content-type': 'application/json',
        cookie,
        ...own(),
      })
      expect([path, response.status]).toEqual([path, 400])
    }
    // Nobody has used it up.
    expect((await redeem(code)).status).toBe(303)
  })

  it('is its person’s, whoever else is signed in where it is used', async () => {
    const { code } = await issue((await framed()).cookie)
    const other = await redeem((await issue((await framed({ sub: 'student-2' })).cookie)).code)
    const done = await redeem(code, own({ cookie: other.session ?? '' }))
    const before = await world.database.prisma.session.count({
      where: { userId: await personOf('student-2') },
    })
    expect(done.session).not.toBe(other.session)
    const latest = await world.database.prisma.session.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
    expect(latest.userId).toBe(await personOf('student-1'))
    expect(before).toBe(2)
  })
})

describe('a launch whose secret the platform keeps', () => {
  const begin = () => desk.begun({ lti_storage_target: 'post_message_forwarding' })
  /** The secret, which the page of the first leg hands to the platform: here from the cookie beside it. */
  const secretOf = (cookie: string) => cookie.split('=')[1] ?? ''

  it('ends with what the platform gives back, from our own page', async () => {
    const first = await begin()
    const token = await platform.sign(desk.claims(first.nonce, student))
    const page = await desk.end(token, { state: first.state, cookie: '' }, IN_FRAME)
    expect(page).toMatchObject({ status: 200, session: null, frameCookie: null })
    expect(page.text).toContain(`&#34;origin&#34;:&#34;${platform.issuer}&#34;`)
    expect(page.text).toContain('post_message_forwarding')
    const body = (browser: string) => new URLSearchParams({ state: first.state, id_token: token, browser })
    const end = async (browser: string, headers: Record<string, string>) =>
      desk.outcome(await post('/lti/stored', body(browser), headers))
    // Whoever began a launch of their own knows its secret: no other site may bring it along.
    for (const headers of [{}, { origin: platform.issuer }, { origin: 'https://evil.example' }])
      expect(await end(secretOf(first.cookie), headers)).toMatchObject({ status: 403, session: null })
    expect(await end('another', own())).toMatchObject({ status: 400, session: null })
    expect(await end(secretOf(first.cookie), own())).toMatchObject({
      status: 303,
      location: `/exams/${world.examId}`,
      session: expect.stringContaining('next-auth'),
    })
    expect(await end(secretOf(first.cookie), own())).toMatchObject({ status: 400, session: null })
  })

  it('is refused without a cookie where the platform keeps nothing', async () => {
    const first = await desk.begun()
    const token = await platform.sign(desk.claims(first.nonce, student))
    expect(await desk.end(token, { state: first.state, cookie: '' }, IN_FRAME)).toMatchObject({
      status: 400,
      session: null,
    })
  })

  it('writes what was sent as text', async () => {
    const first = await begin()
    const page = await desk.end('"><script>alert(1)</script>', { state: first.state, cookie: '' })
    expect(page.text).not.toContain('<script>alert')
  })
})
