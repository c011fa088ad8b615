import { createHmac, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../helpers/app-server'
import { until } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'
import { CLAIM, CLIENT, ltiDesk, MEMBER } from '../../helpers/lti-launches'
import { type LtiPlatform, startLtiPlatform } from '../../helpers/lti-platform'

let world: ExamWorld
let app: RunningApp
let platform: LtiPlatform
let begin: ReturnType<typeof ltiDesk>['begin']
let begun: ReturnType<typeof ltiDesk>['begun']
let claims: ReturnType<typeof ltiDesk>['claims']
let end: ReturnType<typeof ltiDesk>['end']
let launch: ReturnType<typeof ltiDesk>['launch']
let admin: { id: string; isAdmin: true }
beforeAll(async () => {
  world = await createExamWorld()
  ;[app, platform] = await Promise.all([
    startApp({ databaseUrl: world.databaseUrl, pages: false, env: { LTI_ALLOW_INSIDE: '1' } }),
    startLtiPlatform(),
  ])
  ;({ begin, begun, claims, end, launch } = ltiDesk(app, platform))
  admin = { id: await world.addPerson('none'), isAdmin: true }
  await world.deps.platforms.add({
    viewer: admin,
    platform: {
      name: 'Test LMS',
      issuer: platform.issuer,
      clientId: CLIENT,
      authUrl: `${platform.issuer}/auth?fixed=1`,
      tokenUrl: `${platform.issuer}/token`,
      tokenAudience: null,
      jwksUrl: `${platform.issuer}/jwks`,
      frameOrigins: [],
    },
    deploymentId: 'd1',
    now: new Date(),
  })
})
afterAll(async () => {
  await Promise.all([app?.stop(), platform?.stop()])
  await world.close()
})

const student = { [`${CLAIM}roles`]: [`${MEMBER}#Learner`] }

describe('the first leg', () => {
  it.each(['GET', 'POST'] as const)(
    'sends the browser to the registered address alone (%s)',
    async (method) => {
      const { status, location, response } = await begin({}, method)
      expect(status).toBe(303)
      const to = new URL(location ?? '')
      expect(to.origin + to.pathname).toBe(`${platform.issuer}/auth`)
      const query = Object.fromEntries(to.searchParams)
      expect(query).toMatchObject({
        fixed: '1',
        scope: 'openid',
        response_type: 'id_token',
        response_mode: 'form_post',
        prompt: 'none',
        client_id: CLIENT,
        redirect_uri: `${app.url}/lti/launch`,
        login_hint: '{"user":"{7}"}',
        lti_message_hint: '"hint" & {more}',
      })
      expect(query.state?.length).toBeGreaterThan(40)
      expect(query.nonce).not.toBe(query.state)
      const cookie = response.headers.get('set-cookie') ?? ''
      for (const part of ['HttpOnly', 'Secure', 'SameSite=None', 'Partitioned', 'Path=/lti'])
        expect(cookie).toContain(part)
    },
  )

  it('sends nobody anywhere for an unknown platform, or where something is missing', async () => {
    expect(await begin({ iss: 'https://evil.example' })).toMatchObject({ status: 404, location: null })
    expect(await begin({ client_id: 'other' })).toMatchObject({ status: 404, location: null })
    expect(await begin({ login_hint: '' })).toMatchObject({ status: 400, location: null })
    for (const name of ['iss', 'client_id', 'lti_storage_target'])
      expect(await begin({ [name]: 'what no database takes: \u0000' })).toMatchObject({
        status: 400,
        location: null,
      })
  })
})

describe('a launch', () => {
  it('lets an instructor in, makes the course, and asks which exam the link opens', async () => {
    const done = await launch()
    expect(done.status).toBe(303)
    expect(done.location).toMatch(/^\/teach\/courses\/[0-9a-f-]{36}\/links\/[0-9a-f-]{36}$/)
    const [, , , courseId = '', , linkId = ''] = (done.location ?? '').split('/')
    const health = await fetch(`${app.url}/api/courses/${courseId}/questions.json`, {
      headers: { cookie: done.session ?? '' },
    })
    expect(health.status).toBe(200)

    // Students wait until an exam is chosen, then land on it; the next launch of the instructor too.
    expect(await launch({ ...student, sub: 'user-2' })).toMatchObject({ status: 404, session: null })
    const account = await world.database.prisma.account.findFirstOrThrow({
      where: { providerAccountId: 'user-1' },
    })
    const viewer = { id: account.userId, isAdmin: false }
    const examId = (await world.deps.builder.createExam({
      courseId,
      viewer,
      title: { ko: '퀴즈', en: 'Quiz' },
      rules: {},
      now: new Date(),
    }))!
    expect(
      await world.deps.platforms.setLink({ linkId, examId: world.examId, viewer, now: new Date() }),
    ).toBe(false)
    expect(
      await world.deps.platforms.setLink({
        linkId,
        examId,
        viewer: { ...viewer, id: admin.id },
        now: new Date(),
      }),
    ).toBe(false)
    expect(await world.deps.platforms.setLink({ linkId, examId, viewer, now: new Date() })).toBe(true)
    expect((await launch({ ...student, sub: 'user-2' })).location).toBe(`/exams/${examId}`)
    expect((await launch()).location).toBe(`/teach/exams/${examId}`)
    // One person, one course and one link, however often.
    expect(await world.database.prisma.account.count({ where: { providerAccountId: 'user-1' } })).toBe(1)
    expect(await world.database.prisma.ltiContext.count()).toBe(1)
    expect(await world.database.prisma.ltiLink.count()).toBe(1)
  })

  it('links nobody by address, and resets nothing that is ours', async () => {
    const teacher = await world.addPerson('instructor')
    await world.database.prisma.user.update({ where: { id: teacher }, data: { email: 'prof@lms.example' } })
    await launch({ sub: 'user-3', email: 'prof@lms.example', ...student })
    const account = await world.database.prisma.account.findFirstOrThrow({
      where: { providerAccountId: 'user-3' },
      include: { user: true },
    })
    expect(account.userId).not.toBe(teacher)
    expect(account.user.email).toBeNull()
    await world.database.prisma.enrolment.updateMany({
      where: { userId: account.userId },
      data: { timePercent: 150 },
    })
    await launch({ sub: 'user-3', ...student })
    expect(
      await world.database.prisma.enrolment.findMany({ where: { userId: account.userId } }),
    ).toMatchObject([{ role: 'student', timePercent: 150 }])
  })

  it('lets nobody in who is deactivated, and notes how the others came in', async () => {
    await launch({ sub: 'user-5' })
    const { userId } = await world.database.prisma.account.findFirstOrThrow({
      where: { providerAccountId: 'user-5' },
    })
    expect(await world.database.prisma.session.findMany({ where: { userId } })).toMatchObject([
      { kind: 'lms' },
    ])
    await world.database.prisma.user.update({ where: { id: userId }, data: { deactivatedAt: new Date() } })
    expect(await launch({ sub: 'user-5' })).toMatchObject({ status: 403, session: null })
  })

  it('gives a role in its own course alone, and that of this launch', async () => {
    const roleOf = async (roles: string[]) => {
      await launch({ sub: 'user-4', [`${CLAIM}roles`]: roles })
      const { userId } = await world.database.prisma.account.findFirstOrThrow({
        where: { providerAccountId: 'user-4' },
        select: { userId: true },
      })
      const enrolments = await world.database.prisma.enrolment.findMany({ where: { userId } })
      expect(enrolments).toHaveLength(1)
      expect(await world.database.prisma.user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({
        isAdmin: false,
      })
      return enrolments[0]?.role
    }
    expect(await roleOf([`${MEMBER}#Instructor`])).toBe('instructor')
    expect(await roleOf([`${MEMBER}#Instructor`, `${MEMBER}/Instructor#TeachingAssistant`])).toBe('grader')
    expect(await roleOf([`${MEMBER}#Learner`])).toBe('student')
    for (const role of [
      'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor',
      'http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator',
      `${MEMBER}#Administrator`,
      'urn:evil#Instructor',
    ])
      expect([role, await roleOf([role])]).toEqual([role, 'student'])
  })

  it('of two copies of one form lets one in', async () => {
    const first = await begun()
    const token = await platform.sign(claims(first.nonce))
    const done = await Promise.all(Array.from({ length: 8 }, () => end(token, first)))
    expect(done.filter(({ status }) => status === 303)).toHaveLength(1)
    expect((await end(token, first)).session).toBeNull()
  })

  it('ends in the browser that began it alone', async () => {
    const [mine, theirs] = [await begun(), await begun()]
    const token = await platform.sign(claims(mine.nonce))
    expect(await end(token, { state: mine.state, cookie: theirs.cookie })).toMatchObject({
      status: 400,
      session: null,
    })
    expect(await end(token, { state: mine.state, cookie: '' })).toMatchObject({ status: 400, session: null })
    // The other's attempt has not used it up.
    expect((await end(token, mine)).status).toBe(303)
  })
})

describe('a forged or wrong launch is refused, with no login and no reason on the page', () => {
  let people: number
  beforeEach(async () => {
    people = await world.database.prisma.user.count()
  })
  const now = () => Math.floor(Date.now() / 1000)
  const b64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const unsigned = (nonce: string) => `${b64({ alg: 'none', typ: 'JWT' })}.${b64(claims(nonce))}.`
  const confused = async (nonce: string) => {
    const head = `${b64({ alg: 'HS256', typ: 'JWT', kid: 'key-1' })}.${b64(claims(nonce))}`
    const key = JSON.stringify(await platform.publicKey())
    return `${head}.${createHmac('sha256', key).update(head).digest('base64url')}`
  }
  const signed = (over: Record<string, unknown>) => async (nonce: string) =>
    platform.sign(claims(nonce, over))
  /** What is sent, and the reason that the log tells. */
  const cases: [string, (nonce: string) => Promise<string> | string, RegExp][] = [
    ['no signature', unsigned, /alg/],
    ['a key taken for a secret', confused, /alg/],
    [
      'a key that is not published',
      async (nonce) => {
        await platform.hide('hidden')
        return platform.sign(claims(nonce), { kid: 'hidden' })
      },
      /no applicable key/,
    ],
    [
      'an unknown key',
      (nonce) => platform.sign(claims(nonce), { header: { kid: 'nobody' } }),
      /no applicable key/,
    ],
    ['another issuer', signed({ iss: 'https://evil.example' }), /"iss"/],
    ['another audience', signed({ aud: 'other' }), /"aud"/],
    ['several audiences and none meant', signed({ aud: [CLIENT, 'other'] }), /azp/],
    ['another authorized party', signed({ azp: 'other' }), /azp/],
    ['an expired token', signed({ exp: now() - 60, iat: now() - 120 }), /exp/],
    ['a token of the future', signed({ iat: now() + 300, exp: now() + 600 }), /iat/],
    ['no expiry', signed({ exp: undefined }), /exp/],
    ['another nonce', signed({ nonce: 'another' }), /nonce/],
    ['no nonce', signed({ nonce: undefined }), /nonce/],
    ['another version', signed({ [`${CLAIM}version`]: '1.1' }), /version/],
    ['another message', signed({ [`${CLAIM}message_type`]: 'LtiSubmissionReviewRequest' }), /message_type/],
    ['no deployment', signed({ [`${CLAIM}deployment_id`]: undefined }), /deployment_id/],
    ['another deployment', signed({ [`${CLAIM}deployment_id`]: 'd2' }), /deployment/],
    ['roles that are no list', signed({ [`${CLAIM}roles`]: 'Instructor' }), /roles/],
    ['nobody', signed({ sub: undefined }), /sub is absent/],
    ['no token at all', () => 'x', /Invalid Compact JWS/],
    ['a huge token', signed({ name: 'x'.repeat(40_000) }), /too long/],
  ]
  it.each(cases)('%s', async (_, make, why) => {
    const first = await begun()
    const said = app.output().length
    const done = await end(await make(first.nonce), first)
    expect(done.status).toBe(403)
    expect(done.session).toBeNull()
    expect(done.location).toBeNull()
    expect(done.text.replace(/<head>.*<\/head>/, '')).not.toMatch(/nonce|kid|audience|signature|issuer|exp/i)
    const refused = () => /"why":"((?!unknown, used)(?:[^"\\]|\\.)*)"/.exec(app.output().slice(said))?.[1]
    await until('the log', () => refused() !== undefined)
    expect(refused()?.replaceAll('\\"', '"')).toMatch(why)
    expect(app.output()).not.toMatch(/kim@lms|Kim Minji|eyJ/)
    expect(await world.database.prisma.user.count()).toBe(people)
    // Used up, whatever came of it.
    expect((await end(await platform.sign(claims(first.nonce)), first)).status).toBe(400)
  })

  it('a deployment seen for the first time waits for the administrator, who alone lets it in', async () => {
    const list = (await world.deps.platforms.list(admin))!
    const entry = list[0]!.deployments.find(({ deploymentId }) => deploymentId === 'd2')
    expect(entry).toMatchObject({ approvedAt: null })
    const approve = (viewer: { id: string; isAdmin: boolean }) =>
      world.deps.platforms.approve({ viewer, platformId: list[0]!.id, deploymentId: 'd2', now: new Date() })
    const teacher = { id: await world.addPerson('instructor'), isAdmin: false }
    expect(await approve(teacher)).toBe(false)
    expect(await world.deps.platforms.list(teacher)).toBeNull()
    expect(
      await world.deps.platforms.setActive({ viewer: teacher, platformId: list[0]!.id, active: false }),
    ).toBe(false)
    const { id: platformId, deployments: _, active: _active, issuer: _i, clientId: _c, ...entered } = list[0]!
    const mend = (viewer: { id: string; isAdmin: boolean }) =>
      world.deps.platforms.change({
        viewer,
        platformId,
        platform: { ...entered, tokenAudience: 'as.example' },
      })
    expect(await mend(teacher)).toBe(false)
    expect(await mend(admin)).toBe(true)
    expect((await world.deps.platforms.list(admin))![0]).toMatchObject({
      ...entered,
      tokenAudience: 'as.example',
      issuer: platform.issuer,
    })
    expect(await approve(admin)).toBe(true)
    expect((await launch({ [`${CLAIM}deployment_id`]: 'd2' })).status).toBe(303)
    await world.deps.platforms.setActive({ viewer: admin, platformId: list[0]!.id, active: false })
    expect((await begin()).status).toBe(404)
    await world.deps.platforms.setActive({ viewer: admin, platformId: list[0]!.id, active: true })
  })
})

// Last, since the keys before are published no more.
it('goes on after the platform has changed its keys', async () => {
  await platform.rotate(`key-${randomUUID()}`.slice(0, 12))
  const kid = 'key-after'
  await platform.rotate(kid)
  // Known keys are kept for half a minute at least; a fresh server asks at once.
  const fresh = await startApp({
    databaseUrl: world.databaseUrl,
    pages: false,
    env: { LTI_ALLOW_INSIDE: '1' },
  })
  try {
    const response = await fetch(`${fresh.url}/lti/login`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ iss: platform.issuer, login_hint: 'x', target_link_uri: fresh.url }),
    })
    const query = new URL(response.headers.get('location') ?? '').searchParams
    const token = await platform.sign(claims(query.get('nonce') ?? ''), { kid })
    const done = await fetch(`${fresh.url}/lti/launch`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '' },
      body: new URLSearchParams({ id_token: token, state: query.get('state') ?? '' }),
    })
    expect(done.status).toBe(303)
  } finally {
    await fresh.stop()
  }
})
