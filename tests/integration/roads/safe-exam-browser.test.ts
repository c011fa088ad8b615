import { createHash, randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLoginReader } from '@/lib/auth/login-cookie'
import { configKey } from '@/lib/exam/seb/config-key'
import { readPlist } from '@/lib/exam/seb/plist'
import { roads } from '@/lib/server/roads/all'
import { createRouter } from '@/lib/server/roads/router'
import type { Services } from '@/lib/server/services'
import { changeTerms } from '@/lib/use-cases/change-terms'
import { submitAttempt } from '@/lib/use-cases/close-attempt'
import { changeSafeExamBrowser, type SebChoice } from '@/lib/use-cases/safe-exam-browser'
import { type ExamDesk, examDesk, type Seated } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

const secret = 'a secret for tests alone'
/** As browsers know it; the test's own requests go elsewhere. */
const ORIGIN = 'https://exams.example'
const BROWSER_EXAM_KEY = '0123456789abcdef'.repeat(4)
const CONFIG = 'x-safeexambrowser-configkeyhash'
const REQUEST = 'x-safeexambrowser-requesthash'

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const usual: Extract<SebChoice, { required: true }> = {
  required: true,
  allowQuit: true,
  quitPassword: { kind: 'keep' },
  allowedUrls: [],
  browserExamKeys: [],
}

let world: ExamWorld
let desk: ExamDesk
let server: Server
let teacher: { id: string; isAdmin: boolean }
let teacherSeat: Seated

beforeAll(async () => {
  world = await createExamWorld()
  desk = examDesk(world)
  const { database, deps } = world
  const live = { add: () => () => undefined }
  const services = {
    env: { NEXTAUTH_URL: ORIGIN },
    database,
    deps,
    live: () => live,
    readLogin: createLoginReader(secret),
  } as unknown as Services
  const route = createRouter(roads, services)
  server = createServer((request, response) => void route(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const userId = await world.addPerson('instructor')
  teacher = { id: userId, isAdmin: false }
  teacherSeat = { userId, sessionToken: await world.addSession(userId) }
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await world.close()
})

interface Request {
  who?: Seated
  body?: object
  headers?: Record<string, string>
  cookie?: string
}

async function ask(path: string, { who, body, headers, cookie }: Request = {}) {
  const login =
    who &&
    `next-auth.session-token=${await encode({ token: { sub: who.userId, sid: who.sessionToken }, secret })}`
  const { port } = server.address() as AddressInfo
  const ended = new AbortController()
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      cookie: [login, cookie].filter(Boolean).join('; '),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
    redirect: 'manual',
    signal: ended.signal,
  })
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream')
  const text = isStream ? '' : await response.text()
  ended.abort()
  return { status: response.status, headers: response.headers, text }
}

const require = (examId: string, choice: Partial<typeof usual> | { required: false } = {}) =>
  changeSafeExamBrowser(world.deps, {
    examId,
    viewer: teacher,
    choice: choice.required === false ? { required: false } : { ...usual, ...choice },
  })

/** The Config Key of the file as it is served now. */
async function keyOf(examId: string, who: Seated): Promise<string> {
  const file = await ask(`/exams/${examId}/quizgrad.seb`, { who })
  expect(file.status).toBe(200)
  return configKey(file.text, digest)
}

const over = (path: string, key: string) => ({ [CONFIG]: digest(`${ORIGIN}${path}${key}`) })

/** A student at work inside, in an exam that requires it. */
async function inside() {
  const examId = await desk.addExam()
  await require(examId)
  const who = await desk.student()
  const key = await keyOf(examId, who)
  const path = `/api/exams/${examId}/start`
  const started = await ask(path, { who, body: {}, headers: over(path, key) })
  expect(started.status).toBe(200)
  const { attemptId } = JSON.parse(started.text) as { attemptId: string }
  const items = await world.database.prisma.attemptItem.findMany({
    where: { attemptId },
    orderBy: { position: 'asc' },
  })
  const itemIds = items.map(({ id }) => id)
  return { examId, who, key, sitting: { ...who, attemptId, itemIds } }
}
type Inside = Awaited<ReturnType<typeof inside>>

const savePath = ({ sitting }: Inside) => `/api/attempts/${sitting.attemptId}/save`
const saveBody = ({ sitting }: Inside) => ({
  itemId: sitting.itemIds[0],
  seat: 0,
  mutationId: randomUUID(),
  base: 0,
  response: { total: '74' },
})
const save = (at: Inside, request: Omit<Request, 'who' | 'body'> = {}) =>
  ask(savePath(at), { who: at.who, body: saveBody(at), ...request })
const revisions = async ({ sitting }: Inside) => {
  const [item] = (await desk.attempt(sitting)).items
  return item?.revisions.length
}

const refused = { status: 403, text: expect.stringContaining('"error":"safe-exam-browser"') }

describe('starting', () => {
  it('refuses who comes without, with another key, another address, or the key itself', async () => {
    const examId = await desk.addExam()
    await require(examId)
    const who = await desk.student()
    const key = await keyOf(examId, who)
    const path = `/api/exams/${examId}/start`
    for (const headers of [
      {},
      over(path, digest('another')),
      over('/api/exams/x/start', key),
      { [CONFIG]: key },
      { [CONFIG]: 'not a hash' },
      // What the Host header says does not matter.
      { [CONFIG]: digest(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}${key}`) },
    ])
      expect(await ask(path, { who, body: {}, headers })).toMatchObject(refused)
    expect(await world.database.prisma.attempt.count({ where: { examId } })).toBe(0)
    expect((await ask(path, { who, body: {}, headers: over(path, key) })).status).toBe(200)
    // Nor is a started one given back to a browser without.
    expect(await ask(path, { who, body: {} })).toMatchObject(refused)
  })

  it('takes what a page has read at the address of the exam', async () => {
    const examId = await desk.addExam()
    await require(examId)
    const who = await desk.student()
    const hash = digest(`${ORIGIN}/exams/${examId}${await keyOf(examId, who)}`)
    const path = `/api/exams/${examId}/start`
    expect(await ask(path, { who, body: {}, cookie: `seb-keys=${digest('x')}` })).toMatchObject(refused)
    expect((await ask(path, { who, body: {}, cookie: `seb-keys=${hash}.${digest('x')}` })).status).toBe(200)
  })
})

describe('at work', () => {
  let at: Inside
  beforeEach(async () => {
    at = await inside()
  })

  it('every request of the attempt is refused from outside, and taken from inside', async () => {
    const [first] = at.sitting.itemIds
    const calls: readonly (readonly [string, object | undefined])[] = [
      ['save', saveBody(at)],
      ['flag', { itemId: first, flagged: true }],
      ['pulse', undefined],
      ['seat', {}],
      ['presence', { seat: 0, place: 1, unsaved: 0 }],
      ['events', undefined],
      ['submit', {}],
    ]
    const got: Record<string, unknown> = {}
    for (const [name, body] of calls) {
      const path = `/api/attempts/${at.sitting.attemptId}/${name}`
      const request = { who: at.who, ...(body && { body }) }
      const outside = await ask(path, request)
      const wrong = await ask(path, { ...request, headers: over(`${savePath(at)}?`, at.key) })
      const cookie = `seb-keys=${digest(`${ORIGIN}/attempts/${at.sitting.attemptId}${at.key}`)}`
      // The seat is counted up by the call before it.
      const headed =
        name === 'presence' ? 200 : (await ask(path, { ...request, headers: over(path, at.key) })).status
      const read =
        name === 'submit' || name === 'presence' ? 200 : (await ask(path, { ...request, cookie })).status
      got[name] = [outside.status, wrong.status, headed, read]
    }
    expect(got).toEqual(Object.fromEntries(calls.map(([name]) => [name, [403, 403, 200, 200]])))
  })

  it('one way is refused from outside too', async () => {
    const path = `/api/attempts/${at.sitting.attemptId}/advance`
    expect(await ask(path, { who: at.who, body: { from: 1 } })).toMatchObject(refused)
  })

  it('a save from outside writes nothing and keeps nothing as late work', async () => {
    expect(await save(at)).toMatchObject(refused)
    expect(await save(at, { headers: over(savePath(at), digest('another')) })).toMatchObject(refused)
    expect(await revisions(at)).toBe(0)
    expect((await desk.attempt(at.sitting)).items[0]?.lateWork).toEqual([])
    expect((await save(at, { headers: over(savePath(at), at.key) })).status).toBe(200)
    expect(await revisions(at)).toBe(1)
  })

  it('a Browser Exam Key that the instructor gave is as good, and no other', async () => {
    const headers = { [REQUEST]: digest(`${ORIGIN}${savePath(at)}${BROWSER_EXAM_KEY}`) }
    expect(await save(at, { headers })).toMatchObject(refused)
    await require(at.examId, { browserExamKeys: [BROWSER_EXAM_KEY] })
    expect((await save(at, { headers })).status).toBe(200)
  })

  it('a file that changes in the middle leaves who is at work at work, and a new start needs the new one', async () => {
    world.clock.advance(1_000)
    await require(at.examId, {
      allowedUrls: ['pytorch.org/docs/*'],
      quitPassword: { kind: 'set', text: 'kiwi' },
    })
    expect((await save(at, { headers: over(savePath(at), at.key) })).status).toBe(200)
    const newKey = await keyOf(at.examId, at.who)
    expect(newKey).not.toBe(at.key)
    const other = await desk.student()
    world.clock.advance(1_000)
    const path = `/api/exams/${at.examId}/start`
    expect(await ask(path, { who: other, body: {}, headers: over(path, at.key) })).toMatchObject(refused)
    expect((await ask(path, { who: other, body: {}, headers: over(path, newKey) })).status).toBe(200)
  })

  it('switched off, or allowed for one student, it is asked for no more; the log says so without the password', async () => {
    const { userId } = at.who
    const exception = {
      opensAt: null,
      closesAt: null,
      timeLimitMinutes: null,
      extraMinutes: 0,
      extraAttempts: 0,
      withoutSafeExamBrowser: true,
    }
    await changeTerms(world.deps, {
      examId: at.examId,
      viewer: teacher,
      change: { kind: 'exception', userId, exception },
    })
    expect((await save(at)).status).toBe(200)
    const path = `/api/exams/${at.examId}/start`
    const other = await desk.student()
    expect(await ask(path, { who: other, body: {} })).toMatchObject(refused)
    await require(at.examId, { quitPassword: { kind: 'set', text: 'kiwi' } })
    await require(at.examId, { required: false })
    expect((await ask(path, { who: other, body: {} })).status).toBe(200)
    const log = await world.database.prisma.auditEntry.findMany({
      where: { examId: at.examId },
      orderBy: { id: 'asc' },
    })
    expect(log.map(({ action }) => action).sort()).toEqual([
      'exception',
      'safe-exam-browser',
      'safe-exam-browser',
      'safe-exam-browser',
    ])
    expect(JSON.stringify(log)).toContain('"withoutSafeExamBrowser":true')
    expect(JSON.stringify(log)).not.toContain(digest('kiwi'))
  })

  it('after handing in nothing is asked for: what was left on the device is kept for the instructor', async () => {
    await submitAttempt(world.deps, { attemptId: at.sitting.attemptId, userId: at.who.userId })
    const left = await save(at)
    expect(left).toMatchObject({ status: 410 })
    expect(JSON.parse(left.text)).toMatchObject({ error: 'closed', kept: true })
  })
})

describe('the file', () => {
  it('is for those who take or teach the exam, and says what the instructor set', async () => {
    const examId = await desk.addExam()
    const path = `/exams/${examId}/quizgrad.seb`
    expect((await ask(path, { who: teacherSeat })).status).toBe(404)
    await require(examId, { quitPassword: { kind: 'set', text: '열쇠' }, allowQuit: false })
    await require(examId, { allowedUrls: ['pytorch.org/docs/*'], allowQuit: false })
    const file = await ask(path, { who: await desk.student() })
    expect(file.headers.get('content-type')).toBe('application/seb')
    expect(file.text).toBe((await ask(path, { who: teacherSeat })).text)
    expect(readPlist(file.text)).toMatchObject({
      startURL: `${ORIGIN}/exams/${examId}`,
      quitURL: `${ORIGIN}/exams/${examId}/leave-seb`,
      sendBrowserExamKey: true,
      allowQuit: false,
      hashedQuitPassword: digest('열쇠'),
      URLFilterRules: [{ expression: `${ORIGIN}/*` }, { expression: 'pytorch.org/docs/*' }],
    })
    await require(examId, { quitPassword: { kind: 'none' } })
    expect((await ask(path, { who: teacherSeat })).text).not.toContain('hashedQuitPassword')
    const stranger = await world.addPerson('student', await world.addCourse())
    const seat = { userId: stranger, sessionToken: await world.addSession(stranger) }
    expect((await ask(path, { who: seat })).status).toBe(404)
    const nobody = await ask(path)
    expect(nobody.status).toBe(303)
    expect(nobody.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
  })

  it('leads other browsers back from the address at which Safe Exam Browser ends', async () => {
    const reply = await ask(`/exams/${world.examId}/leave-seb`)
    expect(reply.headers.get('location')).toBe(`/exams/${world.examId}`)
  })

  it('is set by those who may change the exam alone', async () => {
    const examId = await desk.addExam()
    for (const role of ['student', 'grader', 'observer'] as const) {
      const viewer = { id: await world.addPerson(role), isAdmin: false }
      expect(await changeSafeExamBrowser(world.deps, { examId, viewer, choice: usual })).toMatchObject({
        ok: false,
      })
    }
    expect(await world.deps.safeExamBrowser.findSettings(examId)).toBeNull()
  })
})

it('a copy of an exam requires it too, with a file and keys of its own', async () => {
  const examId = await desk.addExam()
  await require(examId, { browserExamKeys: [BROWSER_EXAM_KEY], quitPassword: { kind: 'set', text: 'kiwi' } })
  const input = { examId, courseId: world.courseId, viewer: teacher, shiftDays: 0, now: world.clock.now() }
  const copy = await world.deps.builder.duplicate(input)
  expect(await world.deps.safeExamBrowser.findSettings(copy ?? '')).toEqual({
    allowQuit: true,
    quitPasswordHash: digest('kiwi'),
    allowedUrls: [],
    browserExamKeys: [],
    former: [],
  })
})

it('what students are given of an exam holds neither keys nor the password', async () => {
  const examId = await desk.addExam()
  await require(examId, { browserExamKeys: [BROWSER_EXAM_KEY], quitPassword: { kind: 'set', text: 'kiwi' } })
  const { userId } = await desk.student()
  const given = await world.deps.exams.findForStudent({ examId, userId })
  expect(given?.exam.needsSafeExamBrowser).toBe(true)
  expect(JSON.stringify(given)).not.toContain(digest('kiwi'))
  expect(JSON.stringify(given)).not.toContain(BROWSER_EXAM_KEY)
})

it('staff who look at an exam as students do need none', async () => {
  const at = await inside()
  await world.database.prisma.attempt.update({
    where: { id: at.sitting.attemptId },
    data: { isPreview: true },
  })
  expect((await save(at)).status).toBe(200)
})
