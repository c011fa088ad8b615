import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roads } from '@/lib/server/roads/all'
import type { Deps } from '@/lib/use-cases/deps'
import { type RunningApp, startApp } from '../../helpers/app-server'
import { type ExamDesk, examDesk, type Sitting } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'
import { borrowed, expired, forged, invented, living, replayed } from '../../helpers/logins'

/**
 * Every road before Next, as everybody who should not get through. A road without an entry here fails the first test;
 * `everybody`: open to all, `sent away`: to a page of ours, `token`: a login of ours entitles to nothing and gets this status,
 * `person`: whoever is signed in, from our own pages, `students`: of the course, `staff`: of the course, whoever may read
 * everything in it, `managers`: those of them who may change it, `owner`: of the attempt alone, with a body that the owner
 * would send.
 */
const table: Record<
  string,
  | 'everybody'
  | { token: number }
  | { person: () => object; own: number }
  | 'sent away'
  | 'students'
  | 'staff'
  | 'managers'
  | { owner: (sitting: Sitting) => object | undefined }
> = {
  'POST /api/exams/:examId/start': 'students',
  'GET /api/health/live': 'everybody',
  'GET /api/health/ready': 'everybody',
  'GET /api/health': 'everybody',
  'POST /api/attempts/:attemptId/save': {
    owner: ({ itemIds }) => ({
      itemId: itemIds[0],
      mutationId: randomUUID(),
      seat: 0,
      base: 0,
      response: { total: 'mine' },
    }),
  },
  'POST /api/attempts/:attemptId/flag': { owner: ({ itemIds }) => ({ itemId: itemIds[0], flagged: true }) },
  'POST /api/attempts/:attemptId/submit': { owner: () => ({}) },
  'GET /api/attempts/:attemptId/pulse': { owner: () => undefined },
  'POST /api/attempts/:attemptId/seat': { owner: () => ({}) },
  'POST /api/attempts/:attemptId/advance': { owner: () => ({ from: 1 }) },
  'GET /api/attempts/:attemptId/events': { owner: () => undefined },
  'POST /api/attempts/:attemptId/presence': { owner: () => ({ seat: 0, place: 1, unsaved: 0 }) },
  'GET /api/exams/:examId/room': 'staff',
  'GET /api/exams/:examId/gradebook.csv': 'staff',
  'GET /api/exams/:examId/gradebook.xlsx': 'staff',
  'GET /api/courses/:courseId/gradebook.csv': 'staff',
  'GET /api/courses/:courseId/gradebook.xlsx': 'staff',
  'GET /api/exams/:examId/attempts.jsonl': 'managers',
  'GET /api/exams/:examId/exam.json': 'managers',
  // What entitles to it is in the platform's token: tests/integration/lti.
  'GET /lti/login': { token: 400 },
  'POST /lti/login': { token: 400 },
  'POST /lti/launch': { token: 400 },
  'GET /lti/register/:invite': { token: 400 },
  // Of our own pages alone.
  'POST /lti/stored': { token: 403 },
  'POST /lti/open': { token: 403 },
  'GET /lti/jwks': 'everybody',
  'GET /lti/kept/:key': 'everybody',
  'GET /lti/ended': { token: 403 },
  'POST /lti/code': { person: () => ({ path: `/exams/${examId}` }), own: 200 },
  // Whose dialog it is: tests/integration/lti/deep-link.test.ts.
  'POST /lti/deep-link/:id/answer': { person: () => ({}), own: 404 },
  // Who gets the file: tests/integration/roads/safe-exam-browser.test.ts.
  'GET /exams/:examId/quizgrad.seb': 'sent away',
  'GET /exams/:examId/leave-seb': 'sent away',
  'GET /api/courses/:courseId/questions.json': 'staff',
  'GET /api/courses/:courseId/questions.moodle.zip': 'staff',
  'GET /api/courses/:courseId/questions.qti.zip': 'staff',
  'GET /api/courses/:courseId/students/:userId/data.json': 'managers',
}

let world: ExamWorld
let desk: ExamDesk
let app: RunningApp
/** The server's clock is the real one. */
let deps: Deps
let examId: string

beforeAll(async () => {
  world = await createExamWorld()
  desk = examDesk(world)
  deps = { ...world.deps, clock: { now: () => new Date() } }
  // One way, so that every road has something to do.
  examId = await desk.addExam({ rules: { navigation: 'one-way' } })
  app = await startApp({ databaseUrl: world.databaseUrl, pages: false })
})
afterAll(async () => {
  await app?.stop()
  await world.close()
})

type Headers = Record<string, string>

async function ask(
  road: string,
  sitting: Sitting,
  body: object | undefined,
  headers: Headers,
): Promise<number> {
  const [method = '', path = ''] = road.split(' ')
  const leave = new AbortController()
  const response = await fetch(
    app.url +
      path
        .replace(':attemptId', sitting.attemptId)
        .replace(':examId', examId)
        .replace(':courseId', world.courseId)
        .replace(':userId', sitting.userId),
    {
      method,
      headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
      redirect: 'manual',
      signal: leave.signal,
      ...(body && { body: JSON.stringify(body) }),
    },
  )
  // A stream of events would go on for ever.
  leave.abort()
  return response.status
}

/** All that a road could have changed of an attempt. */
const stateOf = async (sitting: Sitting) => JSON.stringify(await desk.attempt(sitting))

const strangers: Record<string, { status: number; cookie: (owner: string) => Promise<string | null> }> = {
  nobody: { status: 401, cookie: async () => null },
  'a forged login': { status: 401, cookie: (owner) => forged(world.database, owner) },
  'a login that never was': { status: 401, cookie: (owner) => invented(owner) },
  'a login of somebody else under this name': {
    status: 401,
    cookie: async (owner) => borrowed(world.database, owner, await world.addPerson('student')),
  },
  'an expired login': { status: 401, cookie: (owner) => expired(world.database, owner) },
  'a login that was signed out': { status: 401, cookie: (owner) => replayed(world.database, owner) },
  'another student of the course': {
    status: 404,
    cookie: async () => living(world.database, await world.addPerson('student')),
  },
  'a student of another course': {
    status: 404,
    cookie: async () => living(world.database, await world.addPerson('student', await world.addCourse())),
  },
  'the instructor of the course': {
    status: 404,
    cookie: async () => living(world.database, await world.addPerson('instructor')),
  },
  'an instructor of another course': {
    status: 404,
    cookie: async () => living(world.database, await world.addPerson('instructor', await world.addCourse())),
  },
  'an observer of the course': {
    status: 404,
    cookie: async () => living(world.database, await world.addPerson('observer')),
  },
}

const foreign: Record<string, Headers> = {
  'another origin': { origin: 'https://elsewhere.example' },
  'an origin that hides': { origin: 'null' },
  'an origin whose name begins like ours': { origin: 'http://127.0.0.1.elsewhere.example' },
  'another site': { 'sec-fetch-site': 'cross-site' },
  'a sister site': { 'sec-fetch-site': 'same-site' },
}

it('the table names every road, and no other', () => {
  expect(Object.keys(table).sort()).toEqual(roads.map(({ method, path }) => `${method} ${path}`).sort())
})

describe.each(Object.entries(table))('%s', (road, entry) => {
  if (entry === 'everybody') {
    it('answers everybody', async () => {
      const sitting = await desk.sit({ examId, deps })
      expect(await ask(road, sitting, undefined, {})).toBe(200)
    })
    return
  }

  if (entry === 'sent away') {
    it('sends who has no login to a page', async () => {
      const sitting = await desk.sit({ examId, deps })
      expect(await ask(road, sitting, undefined, {})).toBe(303)
    })
    return
  }

  if (entry === 'students') {
    it('lets students of the course through and nobody else, and starts nothing for them', async () => {
      const sitting = await desk.sit({ examId, deps })
      const attempts = () => world.database.prisma.attempt.count({ where: { examId } })
      const before = await attempts()
      for (const [who, { status, cookie }] of Object.entries(strangers)) {
        if (who === 'another student of the course') continue
        const theirs = await cookie(sitting.userId)
        expect([who, await ask(road, sitting, {}, theirs === null ? {} : { cookie: theirs })]).toEqual([
          who,
          status,
        ])
      }
      const own = await living(world.database, await world.addPerson('student'))
      for (const [what, given] of Object.entries(foreign))
        expect([what, await ask(road, sitting, {}, { cookie: own, ...given })]).toEqual([what, 403])
      expect(await attempts()).toBe(before)
      expect(await ask(road, sitting, {}, { cookie: own })).toBe(200)
      expect(await attempts()).toBe(before + 1)
    })
    return
  }

  if (typeof entry === 'object' && 'token' in entry) {
    it('does nothing for a login of ours', async () => {
      const sitting = await desk.sit({ examId, deps })
      const cookie = await living(world.database, sitting.userId)
      const status = await ask(road, sitting, road.startsWith('POST') ? {} : undefined, { cookie })
      expect(status).toBe(entry.token)
    })
    return
  }

  if (typeof entry === 'object' && 'person' in entry) {
    it('answers whoever is signed in, to our own pages', async () => {
      const sitting = await desk.sit({ examId, deps })
      for (const [who, { status, cookie }] of Object.entries(strangers).filter(
        ([, each]) => each.status === 401,
      )) {
        const theirs = await cookie(sitting.userId)
        const got = await ask(road, sitting, entry.person(), theirs === null ? {} : { cookie: theirs })
        expect([who, got]).toEqual([who, status])
      }
      const cookie = await living(world.database, sitting.userId)
      for (const [what, given] of Object.entries(foreign))
        expect([what, await ask(road, sitting, entry.person(), { cookie, ...given })]).toEqual([what, 403])
      expect(await ask(road, sitting, entry.person(), { cookie })).toBe(entry.own)
    })
    return
  }

  if (entry === 'staff' || entry === 'managers') {
    it('lets those through who may, and for everybody else there is nothing', async () => {
      const sitting = await desk.sit({ examId, deps })
      const through =
        entry === 'staff'
          ? ['the instructor of the course', 'an observer of the course']
          : ['the instructor of the course']
      const got: Record<string, number> = {}
      for (const [who, { cookie }] of Object.entries(strangers)) {
        const theirs = await cookie(sitting.userId)
        got[who] = await ask(road, sitting, undefined, theirs === null ? {} : { cookie: theirs })
      }
      expect(got).toEqual(
        Object.fromEntries(
          Object.entries(strangers).map(([who, { status }]) => [who, through.includes(who) ? 200 : status]),
        ),
      )
      const theOwner = await living(world.database, sitting.userId)
      expect(await ask(road, sitting, undefined, { cookie: theOwner })).toBe(404)
      const instructor = await living(world.database, await world.addPerson('instructor'))
      expect(
        await ask(road, sitting, undefined, { cookie: instructor, 'sec-fetch-site': 'cross-site' }),
      ).toBe(403)
      if (road.includes(':userId'))
        for (const userId of ['x', randomUUID()])
          expect(await ask(road, { ...sitting, userId }, undefined, { cookie: instructor })).toBe(404)
    })
    return
  }

  it('lets the owner through', async () => {
    const sitting = await desk.sit({ examId, deps })
    const cookie = await living(world.database, sitting.userId)
    expect(await ask(road, sitting, entry.owner(sitting), { cookie })).toBe(200)
    expect(await ask(road, { ...sitting, attemptId: 'x' }, entry.owner(sitting), { cookie })).toBe(404)
    expect(await ask(road, { ...sitting, attemptId: randomUUID() }, entry.owner(sitting), { cookie })).toBe(
      404,
    )
  })

  it('refuses everybody else, and nothing changes', async () => {
    const sitting = await desk.sit({ examId, deps })
    const before = await stateOf(sitting)
    const got: Record<string, number> = {}
    for (const [who, { cookie }] of Object.entries(strangers)) {
      const theirs = await cookie(sitting.userId)
      got[who] = await ask(road, sitting, entry.owner(sitting), theirs === null ? {} : { cookie: theirs })
    }
    expect(got).toEqual(
      Object.fromEntries(Object.entries(strangers).map(([who, { status }]) => [who, status])),
    )
    expect(await stateOf(sitting)).toBe(before)
  })

  it("refuses the owner's browser on behalf of another site, and nothing changes", async () => {
    const sitting = await desk.sit({ examId, deps })
    const before = await stateOf(sitting)
    const cookie = await living(world.database, sitting.userId)
    // Reading across sites is what browsers themselves forbid, by the reply having no leave for it.
    const tried = Object.entries(foreign).filter(
      ([, given]) => road.startsWith('POST') || !('origin' in given),
    )
    for (const [what, given] of tried)
      expect([what, await ask(road, sitting, entry.owner(sitting), { cookie, ...given })]).toEqual([
        what,
        403,
      ])
    expect(await stateOf(sitting)).toBe(before)
  })
})
