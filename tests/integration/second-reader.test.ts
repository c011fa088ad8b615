import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAttemptStore } from '@/lib/db/attempt-store'
import { startWorker } from '@/lib/jobs/worker'
import type { Evidence, GradeResult } from '@/lib/question/grade-result'
import type { QuestionRegistry } from '@/lib/question/registry'
import { createChat } from '@/lib/second-reader/chat-client'
import { createSecondReader } from '@/lib/second-reader/reader'
import { submitAttempt } from '@/lib/use-cases/close-attempt'
import type { Deps } from '@/lib/use-cases/deps'
import { readOwnResult, readTaughtResult } from '@/lib/use-cases/read-result'
import { secondRead } from '@/lib/use-cases/second-read'
import { startAttempt } from '@/lib/use-cases/start-attempt'
import { registry } from '@/questions/registry'
import { createExamWorld, type ExamWorld } from '../helpers/exam-world'
import {
  type Behave,
  completion,
  replies,
  type StandInReader,
  says,
  startStandInReader,
} from '../helpers/stand-in-reader'

const explanation =
  'The same matrix comes in at every step. "It is not shrinking", some say. Old inputs {are lost}; 만약 그렇다면 잊힌다.'
const words = (text: string) => ({ ko: `기준 ${text}`, en: `criterion ${text}` })

const evidence = (text: string, criterion: string, role: Evidence['role']): Evidence => {
  const start = explanation.indexOf(text)
  return { start, end: start + text.length, text, criterion, role }
}

/** A grade made by hand: two criteria unsure, one met, with numbers that must never leave the server. */
const handMade: GradeResult = {
  score: 0.3127,
  interval: [0.3127, 0.8127],
  status: 'needs-review',
  parts: [
    {
      id: 'explanation',
      title: words('whole'),
      score: 0.3127,
      max: 1,
      code: 'partial',
      feedback: words('feedback'),
      evidence: [],
      criteria: (['product', 'depth', 'effect'] as const).map((id) => ({
        id,
        title: words(id),
        weight: 0.2777,
        score: 0,
        confidence: 0.5127,
        decision: id === 'effect' ? 'met' : 'unsure',
        feedback: words('feedback'),
        evidence: id === 'depth' ? [evidence('"It is not shrinking"', 'depth', 'contradict')] : [],
      })),
    },
  ],
  steps: [],
}

const questions: QuestionRegistry = {
  ...registry,
  find(slug) {
    const question = registry.find(slug)
    return slug === 'rnn-gradient' && question ? { ...question, grade: () => handMade } : question
  },
}

let world: ExamWorld
let endpoint: StandInReader
let deps: Deps
let teacher: string

beforeAll(async () => {
  ;[world, endpoint] = await Promise.all([createExamWorld(), startStandInReader()])
  deps = { ...world.deps, questions, attempts: createAttemptStore(world.database, { secondReader: true }) }
  teacher = await world.addPerson('instructor')
})
afterAll(async () => {
  await world?.close()
  await endpoint?.stop()
})

const reader = (timeoutMs = 5000) =>
  createSecondReader('a-model', createChat({ url: endpoint.url, model: 'a-model', key: 'a-key', timeoutMs }))

/** An attempt handed in with the explanation; the item that it is about. */
async function handIn(through: Deps = deps) {
  const student = await world.addPerson('student')
  const sessionToken = await world.addSession(student)
  const started = await startAttempt(through, { examId: world.examId, userId: student })
  if (!started.ok) throw new Error(started.error.kind)
  const { attemptId } = started.value
  const owned = { attemptId, userId: student }
  const item = (await through.attempts.findOwned(owned))?.items.find(({ type }) => type === 'rnn-gradient')
  if (!item) throw new Error('no such item')
  await through.attempts.save({
    ...owned,
    itemId: item.id,
    sessionToken,
    mutationId: randomUUID(),
    base: 0,
    response: { explanation },
    seat: 0,
    typedAt: world.clock.now(),
    now: world.clock.now(),
  })
  const submit = () => submitAttempt(through, owned)
  return { student, attemptId, itemId: item.id, submit }
}

async function closed() {
  const attempt = await handIn()
  await attempt.submit()
  return attempt
}

const read = (itemId: string, timeoutMs?: number) =>
  secondRead({ ...deps, secondReader: reader(timeoutMs) }, { itemId })
const stored = (itemId: string) =>
  world.database.prisma.suggestion.findMany({ where: { itemId }, orderBy: { criterion: 'asc' } })
const jobsFor = async (itemId: string) => {
  const { rows } = await world.database.pool.query<{
    attempts: number
    max_attempts: number
    last_error: string | null
  }>('SELECT attempts, max_attempts, last_error FROM graphile_worker.jobs WHERE key = $1', [
    `second-read:${itemId}`,
  ])
  return rows
}
const gradesOf = (itemId: string) => world.database.prisma.grade.findMany({ where: { itemId } })

/** Agrees on both criteria, with a quotation for each. */
const wise: Behave = (response, asked, count) => {
  const quote = /product/.test(asked.data.criterion)
    ? 'The same matrix comes in at every step'
    : '{are lost}; 만약'
  says({ verdict: 'met', quote })(response, asked, count)
}

describe('secondRead', () => {
  it('stores what two calls agree on for the unsure criteria alone, and changes no grade', async () => {
    const { itemId } = await closed()
    const before = await gradesOf(itemId)
    endpoint.behave(wise)
    expect(await read(itemId)).toEqual({ ok: true, value: { stored: 2 } })
    const rows = await stored(itemId)
    expect(rows).toMatchObject([
      {
        criterion: 'depth',
        verdict: 'met',
        quote: '{are lost}; 만약',
        model: 'a-model',
        gradeId: before[0]?.id,
      },
      { criterion: 'product', verdict: 'met', quote: 'The same matrix comes in at every step' },
    ])
    for (const { quote, start, end } of rows) expect(explanation.slice(start, end)).toBe(quote)
    expect(await gradesOf(itemId)).toEqual(before)
    expect(await world.database.prisma.attemptItem.findUnique({ where: { id: itemId } })).toMatchObject({
      gradeStatus: 'needs-review',
      awarded: before[0]?.points,
    })
    expect(endpoint.asked.map(({ data }) => data.criterion)).toEqual([
      '기준 product',
      'criterion product',
      '기준 depth',
      'criterion depth',
    ])
  })

  it('sends the answer as data, with the key, at temperature 0, and no number of the grade', async () => {
    const { itemId, student, attemptId } = await closed()
    endpoint.behave(wise)
    await read(itemId)
    for (const { path, authorization, body, data } of endpoint.asked) {
      expect(path).toBe('/v1/chat/completions')
      expect(authorization).toBe('Bearer a-key')
      expect(data.answer).toBe(explanation)
      const sent = JSON.parse(body)
      expect(sent).toMatchObject({ model: 'a-model', temperature: 0 })
      expect(sent.messages[0].content).not.toContain('The same matrix')
      expect(body).not.toMatch(/3127|8127|2777|5127|score|confidence|weight|contradict|feedback|Person/)
      for (const secret of [student, attemptId, itemId]) expect(body).not.toContain(secret)
    }
  })

  it('asks again about nothing that has a suggestion', async () => {
    const { itemId } = await closed()
    endpoint.behave(wise)
    await read(itemId)
    endpoint.behave(says({ verdict: 'unmet', quote: '' }))
    expect(await read(itemId)).toEqual({ ok: true, value: { stored: 0 } })
    expect(endpoint.asked).toHaveLength(0)
    expect(await stored(itemId)).toHaveLength(2)
  })

  it('asks nothing about an attempt that is open, an item that a person graded, or an id that is none', async () => {
    endpoint.behave(wise)
    const open = await handIn()
    const byHand = await closed()
    await world.database.prisma.grade.create({
      data: {
        itemId: byHand.itemId,
        kind: 'manual',
        grader: 'person',
        revision: 1,
        result: handMade as object,
        points: 100,
        at: new Date(world.clock.now().getTime() + 1),
      },
    })
    for (const itemId of [open.itemId, byHand.itemId, randomUUID(), 'no-id']) {
      expect(await read(itemId)).toEqual({ ok: true, value: { stored: 0 } })
    }
    expect(endpoint.asked).toHaveLength(0)
  })

  const agreed = completion('{"verdict":"met","quote":"The same matrix"}')
  it.each<[string, Behave]>([
    ['lies about what is in the answer', says({ verdict: 'met', quote: 'the same matrix is multiplied' })],
    ['quotes nothing', says({ verdict: 'met', quote: '' })],
    ['sets a score', says({ verdict: 'met', quote: 'The same matrix', score: 1 })],
    ['adds words to its JSON', replies(completion('Here: {"verdict":"met","quote":"The same matrix"}'))],
    ['breaks its JSON', replies(agreed.slice(0, -3))],
    ['sends HTML', replies('<html>verdict: met</html>')],
    ['sends nothing', replies('')],
    ['refuses the key', replies(agreed, 401)],
    ['sends a huge body', replies(agreed + ' '.repeat(5_000_000))],
    [
      'never stops sending',
      (response) => {
        const more = () => {
          while (response.write(' '.repeat(65_536)));
        }
        response.on('drain', more)
        more()
      },
    ],
    [
      'changes its mind with the language',
      (response, asked, count) =>
        says({
          verdict: asked.data.criterion.startsWith('기준') ? 'met' : 'unmet',
          quote: 'The same matrix',
        })(response, asked, count),
    ],
    [
      'sends to another address',
      (response) => {
        response.writeHead(307, { location: `${endpoint.url}/elsewhere` }).end()
      },
    ],
  ])('lets the offline result stand where the endpoint %s', async (_, how) => {
    const { itemId } = await closed()
    const before = await gradesOf(itemId)
    endpoint.behave(how)
    expect(await read(itemId)).toEqual({ ok: true, value: { stored: 0 } })
    expect(endpoint.asked.length).toBeGreaterThan(0)
    expect(endpoint.asked.every(({ path }) => path === '/v1/chat/completions')).toBe(true)
    expect(await stored(itemId)).toEqual([])
    expect(await gradesOf(itemId)).toEqual(before)
  })

  it('lets words that speak against the criterion support nothing', async () => {
    const { itemId } = await closed()
    endpoint.behave(says({ verdict: 'met', quote: 'It is not shrinking' }))
    await read(itemId)
    // They were held against one of the two criteria alone.
    expect((await stored(itemId)).map(({ criterion }) => criterion)).toEqual(['product'])
  })

  it.each<[string, Behave, RegExp]>([
    ['answers 500', replies('{}', 500), /^HTTP status 500$/],
    ['answers 429', replies('{}', 429), /^HTTP status 429$/],
    ['is silent', () => undefined, /^timeout$/],
    ['trickles', (response) => void response.write('{'), /^timeout$/],
    ['hangs up', (response) => void response.destroy(), /^unreachable$/],
  ])('stops at the first call and says why where the endpoint %s', async (_, how, why) => {
    const { itemId } = await closed()
    endpoint.behave(how)
    const outcome = await read(itemId, 300)
    expect(outcome).toMatchObject({
      ok: false,
      error: { kind: 'unavailable', why: expect.stringMatching(why) },
    })
    expect(endpoint.asked).toHaveLength(1)
    expect(await stored(itemId)).toEqual([])
  })

  it('keeps what it has when the endpoint fails half way, and asks only for the rest afterwards', async () => {
    const { itemId } = await closed()
    endpoint.behave((response, asked, count) => (count > 2 ? replies('', 503) : wise)(response, asked, count))
    expect((await read(itemId)).ok).toBe(false)
    expect(await stored(itemId)).toHaveLength(1)
    endpoint.behave(wise)
    expect(await read(itemId)).toEqual({ ok: true, value: { stored: 1 } })
    expect(endpoint.asked).toHaveLength(2)
    expect(await stored(itemId)).toHaveLength(2)
  })
})

describe('the job second-read', () => {
  it('is written with the close, once, with a bounded number of tries, and only where a reader is configured', async () => {
    const { itemId, submit } = await handIn()
    expect(await jobsFor(itemId)).toEqual([])
    await submit()
    await submit()
    expect(await jobsFor(itemId)).toMatchObject([{ attempts: 0, max_attempts: 5 }])
    const without = await handIn({ ...deps, attempts: world.deps.attempts })
    await without.submit()
    expect(await gradesOf(without.itemId)).toHaveLength(1)
    expect(await jobsFor(without.itemId)).toEqual([])
  })

  it('is not written where nothing is to be reviewed', async () => {
    const settled: QuestionRegistry = {
      ...registry,
      find(slug) {
        const question = registry.find(slug)
        return question && { ...question, grade: () => ({ ...handMade, status: 'graded' as const }) }
      },
    }
    const { itemId, submit } = await handIn({ ...deps, questions: settled })
    await submit()
    expect(await gradesOf(itemId)).toHaveLength(1)
    expect(await jobsFor(itemId)).toEqual([])
  })

  it('is tried again by the queue until the endpoint is back', async () => {
    // Jobs that earlier tests have left would be worked off first.
    await world.database.pool.query(
      'SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs',
    )
    const { itemId } = await closed()
    endpoint.behave((response, asked, count) =>
      (count === 1 ? replies('', 503) : wise)(response, asked, count),
    )
    const errors: string[] = []
    const worker = await startWorker(
      world.database.pool,
      {
        regrade: async () => undefined,
        sendMail: async () => undefined,
        closeAttempt: async () => undefined,
        secondRead: (id, signal) => secondRead({ ...deps, secondReader: reader() }, { itemId: id, signal }),
      },
      (level, message) => {
        if (level === 'error') errors.push(message)
      },
    )
    try {
      const patience = performance.now() + 30_000
      while ((await stored(itemId)).length < 2 && performance.now() < patience) await pause(100)
      while ((await jobsFor(itemId)).length > 0 && performance.now() < patience) await pause(100)
    } finally {
      await worker.stop()
    }
    expect(await stored(itemId)).toHaveLength(2)
    expect(await jobsFor(itemId)).toEqual([])
    expect(errors.join()).toContain('HTTP status 503')
    expect(errors.join()).not.toMatch(/same matrix|a-key/)
  })
})

describe('readTaughtResult', () => {
  it('shows suggestions to the staff of the course and to nobody else', async () => {
    const { itemId, attemptId, student } = await closed()
    endpoint.behave(wise)
    await read(itemId)
    const taught = await readTaughtResult(deps, { attemptId, viewer: { id: teacher, isAdmin: false } })
    expect(taught?.suggestions).toMatchObject([
      { itemId, criterion: 'product', title: words('product'), verdict: 'met', model: 'a-model' },
      { itemId, criterion: 'depth', title: words('depth'), verdict: 'met', quote: '{are lost}; 만약' },
    ])
    const own = await readOwnResult(deps, { attemptId, userId: student })
    expect(own).not.toBeNull()
    expect(JSON.stringify(own)).not.toMatch(/suggestion|a-model/)
    const stranger = await world.addPerson('instructor', await world.addCourse())
    for (const id of [student, stranger]) {
      const viewer = { id, isAdmin: false }
      expect(await readTaughtResult(deps, { attemptId, viewer })).toBeNull()
      expect(await deps.suggestions.listTaught({ attemptId, viewer })).toEqual([])
    }
  })

  it('shows no suggestion to a grade that another has followed', async () => {
    const { itemId, attemptId } = await closed()
    endpoint.behave(wise)
    await read(itemId)
    await world.database.prisma.grade.create({
      data: {
        itemId,
        kind: 'manual',
        grader: 'person',
        revision: 1,
        result: handMade as object,
        points: 100,
        at: new Date(world.clock.now().getTime() + 1),
      },
    })
    const taught = await readTaughtResult(deps, { attemptId, viewer: { id: teacher, isAdmin: false } })
    expect(taught?.suggestions).toEqual([])
  })
})
