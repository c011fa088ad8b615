import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../helpers/app-server'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'
import { CLAIM, CLIENT, IN_FRAME, ltiDesk, MEMBER } from '../../helpers/lti-launches'
import { type LtiPlatform, startLtiPlatform } from '../../helpers/lti-platform'

const DL = 'https://purl.imsglobal.org/spec/lti-dl/claim/'

let world: ExamWorld
let app: RunningApp
let platform: LtiPlatform
let other: LtiPlatform
let desk: ReturnType<typeof ltiDesk>
beforeAll(async () => {
  world = await createExamWorld()
  ;[app, platform, other] = await Promise.all([
    startApp({ databaseUrl: world.databaseUrl, pages: false, env: { LTI_ALLOW_INSIDE: '1' } }),
    startLtiPlatform(),
    startLtiPlatform(),
  ])
  desk = ltiDesk(app, platform)
  const admin = { id: await world.addPerson('none'), isAdmin: true }
  for (const each of [platform, other])
    await world.deps.platforms.add({
      viewer: admin,
      platform: {
        name: 'Test LMS',
        issuer: each.issuer,
        clientId: CLIENT,
        authUrl: `${each.issuer}/auth`,
        tokenUrl: `${each.issuer}/token`,
        tokenAudience: null,
        jwksUrl: `${each.issuer}/jwks`,
        frameOrigins: [],
      },
      deploymentId: 'd1',
      now: new Date(),
    })
  const platformId = (await world.deps.platforms.list(admin))![0]!.id
  await world.database.prisma.ltiContext.create({
    data: { platformId, contextId: 'course-1', courseId: world.courseId },
  })
})
afterAll(async () => {
  await Promise.all([app?.stop(), platform?.stop(), other?.stop()])
  await world.close()
})

const asking = (over: Record<string, unknown> = {}, settings: Record<string, unknown> = {}) => ({
  [`${CLAIM}message_type`]: 'LtiDeepLinkingRequest',
  [`${CLAIM}resource_link`]: undefined,
  [`${DL}deep_linking_settings`]: {
    deep_link_return_url: `${platform.issuer}/return`,
    accept_types: ['ltiResourceLink'],
    accept_presentation_document_targets: ['iframe', 'window'],
    data: 'opaque "data"',
    ...settings,
  },
  ...over,
})

/** An instructor's launch in the dialog's frame. */
async function open(over: Record<string, unknown> = {}, settings: Record<string, unknown> = {}) {
  const done = await desk.launch(asking(over, settings), IN_FRAME)
  return { ...done, cookie: done.frameCookie?.split(';')[0] ?? '' }
}
async function answer(path: string | null, cookie: string, choice: Record<string, string> = {}) {
  const response = await fetch(`${app.url}${path}/answer`, {
    method: 'POST',
    headers: { cookie, origin: app.url, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ examId: world.examId, title: '', language: 'en', ...choice }),
  })
  const text = await response.text()
  return {
    status: response.status,
    text,
    policy: response.headers.get('content-security-policy') ?? '',
    jwt: /name="JWT" value="([^"]+)"/.exec(text)?.[1] ?? null,
  }
}
async function verified(jwt: string | null) {
  const keys = (await (await fetch(`${app.url}/lti/jwks`)).json()) as JSONWebKeySet
  const { payload } = await jwtVerify(jwt ?? '', createLocalJWKSet(keys), {
    algorithms: ['RS256'],
    issuer: CLIENT,
    audience: platform.issuer,
    requiredClaims: ['exp', 'iat', 'nonce'],
  })
  return payload as Record<string, unknown> & { content_items?: never }
}

describe('choosing an exam in the platform’s dialog', () => {
  it('answers, signed by our key, with a link that has a window and a column', async () => {
    const opened = await open()
    expect(opened.location).toMatch(/^\/lti\/deep-link\/[0-9a-f-]{36}$/)
    const done = await answer(opened.location, opened.cookie)
    expect(done.status).toBe(200)
    expect(done.text).toContain(`action="${platform.issuer}/return"`)
    expect(done.policy).toContain(`form-action 'self' ${platform.issuer}`)
    expect(await verified(done.jwt)).toMatchObject({
      [`${CLAIM}message_type`]: 'LtiDeepLinkingResponse',
      [`${CLAIM}version`]: '1.3.0',
      [`${CLAIM}deployment_id`]: 'd1',
      [`${DL}data`]: 'opaque "data"',
      [`${DL}content_items`]: [
        {
          type: 'ltiResourceLink',
          title: 'Exam',
          url: `${app.url}/exams/${world.examId}`,
          custom: { exam_id: world.examId },
          window: { targetName: `quizgrad-${world.examId}` },
          lineItem: { scoreMaximum: 6, label: 'Exam', resourceId: world.examId, tag: 'exam' },
        },
      ],
    })
    // Once.
    expect(await answer(opened.location, opened.cookie)).toMatchObject({ status: 404, jwt: null })
  })

  it('makes a new exam in the course, and echoes no data where none was given', async () => {
    const opened = await open({}, { data: undefined })
    const done = await answer(opened.location, opened.cookie, { examId: '', title: ' 중간고사 <1> ' })
    const payload = await verified(done.jwt)
    expect(payload).not.toHaveProperty([`${DL}data`])
    const exam = await world.database.prisma.exam.findFirstOrThrow({
      where: { courseId: world.courseId },
      orderBy: { createdAt: 'desc' },
    })
    expect(exam.title).toEqual({ ko: '중간고사 <1>', en: '중간고사 <1>' })
    expect(payload[`${DL}content_items`]).toMatchObject([
      { title: '중간고사 <1>', custom: { exam_id: exam.id } },
    ])
    // Without problems it has no points yet: scores are scaled.
    expect(JSON.stringify(payload)).toContain('"lineItem":{"scoreMaximum":100,')
  })

  it('asks for one or the other', async () => {
    const opened = await open()
    expect((await answer(opened.location, opened.cookie, { examId: '', title: ' ' })).status).toBe(400)
    const foreign = await world.database.prisma.exam.create({
      data: {
        courseId: await world.addCourse(),
        title: { ko: 'x', en: 'x' },
        description: { ko: '', en: '' },
        rules: {},
      },
    })
    expect((await answer(opened.location, opened.cookie, { examId: foreign.id })).jwt).toBeNull()
    expect((await answer(opened.location, opened.cookie)).status).toBe(200)
  })
})

describe('is refused', () => {
  const asked = () => world.database.prisma.ltiDeepLink.count()

  it('to students and to nobody', async () => {
    const count = await asked()
    const learner = { [`${CLAIM}roles`]: [`${MEMBER}#Learner`], sub: 'student-1' }
    expect(await open(learner)).toMatchObject({ status: 403, frameCookie: null, location: null })
    const assistant = { [`${CLAIM}roles`]: [`${MEMBER}/Instructor#TeachingAssistant`], sub: 'ta-1' }
    expect(await open(assistant)).toMatchObject({ status: 403, frameCookie: null })
    expect(await asked()).toBe(count)
    const opened = await open()
    expect((await answer(opened.location, '')).status).toBe(401)
    // Another instructor of the same course has not opened this dialog.
    const colleague = await open({ sub: 'user-2' })
    expect((await answer(opened.location, colleague.cookie)).status).toBe(404)
  })

  it.each(['http://evil.example/return', 'javascript:alert(1)', 'ftp://lms.example/return', '/return'])(
    'with an answer that would go to %s',
    async (address) => {
      const count = await asked()
      expect(await open({}, { deep_link_return_url: address })).toMatchObject({
        status: 403,
        frameCookie: null,
      })
      expect(await asked()).toBe(count)
    },
  )

  it('without settings', async () => {
    expect((await open({ [`${DL}deep_linking_settings`]: undefined })).status).toBe(403)
  })

  it('where one platform signs for another', async () => {
    const first = await desk.begun()
    const token = await other.sign(desk.claims(first.nonce, asking()))
    expect(await desk.end(token, first, IN_FRAME)).toMatchObject({ status: 403, frameCookie: null })
    // Nor does its own token end a launch of the first.
    const second = await desk.begun()
    const own = await other.sign({ ...desk.claims(second.nonce, asking()), iss: other.issuer })
    expect(await desk.end(own, second, IN_FRAME)).toMatchObject({ status: 403, frameCookie: null })
  })
})
