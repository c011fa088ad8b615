import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../helpers/app-server'
import { type ExamDesk, examDesk, forEachAtOnce, type Sitting } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'
import { living } from '../../helpers/logins'
import { head, talk } from '../../helpers/raw-socket'

let world: ExamWorld
let desk: ExamDesk
let app: RunningApp
let sitting: Sitting
let cookie: string
let path: string

beforeAll(async () => {
  world = await createExamWorld()
  desk = examDesk(world)
  sitting = await desk.sit({ deps: { ...world.deps, clock: { now: () => new Date() } } })
  cookie = await living(world.database, sitting.userId)
  path = `/api/attempts/${sitting.attemptId}/save`
  app = await startApp({
    databaseUrl: world.databaseUrl,
    pages: false,
    env: { REQUEST_TIMEOUT_MS: '2000', LOG_LEVEL: 'warn' },
  })
})
afterAll(async () => {
  await app?.stop()
  await world.close()
})

/** Whatever was done to the server, it goes on answering others, and nothing of it was written or logged as a fault. */
afterEach(async () => {
  expect((await fetch(`${app.url}/api/health/ready`)).status).toBe(200)
  expect((await desk.attempt(sitting)).items[0]?.revision).toBe(0)
  expect(app.output()).not.toMatch(/road failed|"level":[56]0/)
})

const json = { 'content-type': 'application/json' }
const own = (headers: Record<string, string> = {}) => ({ cookie, ...json, connection: 'close', ...headers })
const post = (body: string, headers: Record<string, string> = {}) =>
  talk(app, head(`POST ${path}`, own({ 'content-length': `${Buffer.byteLength(body)}`, ...headers })) + body)
const mutation = (over: object = {}) => ({
  itemId: sitting.itemIds[0],
  mutationId: randomUUID(),
  seat: 0,
  base: 0,
  response: { total: '74' },
  ...over,
})

it.each([
  ['half of JSON', '{"itemId":', /not JSON/],
  ['no body', '', /not JSON/],
  ['bytes that are no text', '\u0000\u0001', /not JSON/],
  ['JSON of another kind', '[1,2]', /body/],
  ['very deep JSON', '['.repeat(60_000) + ']'.repeat(60_000), /body/],
])('a body that is %s: 400 that says so', async (_what, body, says) => {
  const { status, text } = await post(body)
  expect([status, text]).toEqual([400, expect.stringMatching(says)])
})

it.each([
  ['base', { base: 2 ** 31 }],
  ['base', { base: 1e300 }],
  ['base', { base: 0.5 }],
  ['seat', { seat: 2 ** 40 }],
  ['seat', { seat: '0' }],
  ['typedAt', { typedAt: '-271821-04-20T00:00:00.000Z' }],
  ['typedAt', { typedAt: 'yesterday' }],
  ['typedAt', { typedAt: -8.64e15 }],
  ['mutationId', { mutationId: "'; DROP TABLE revisions; --" }],
  ['response', { response: { total: { $ne: '' } } }],
  ['response', { response: 'x' }],
])('a save whose %s the database could not hold: 400 that names it', async (field, over) => {
  const { status, text } = await post(JSON.stringify(mutation(over)))
  expect([status, text]).toEqual([400, expect.stringContaining(field)])
})

it('a body that announces to be too large is refused before it is sent', async () => {
  const { status, text } = await talk(app, head(`POST ${path}`, own({ 'content-length': '1000000000' })))
  expect([status, text]).toEqual([413, expect.stringContaining('larger than 128 KiB')])
})

/** Sends as much as the server takes, in chunks of 64 KiB. */
const flood = (most: number) => (socket: Socket, isOpen: () => boolean) => {
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
  let sent = 0
  const go = () => {
    while (isOpen() && sent < most) {
      sent += chunk.length
      if (!socket.write(chunk)) {
        socket.once('drain', go)
        return
      }
    }
  }
  go()
}

it('a body that just goes on is refused where it gets too large, and the refusal arrives', async () => {
  const { status, text } = await talk(
    app,
    head(`POST ${path}`, own({ 'transfer-encoding': 'chunked' })),
    flood(512 * 1024),
  )
  expect([status, text]).toEqual([413, expect.stringContaining('larger than 128 KiB')])
})

it.runIf(process.platform === 'linux')('refused bodies leave nothing in memory', async () => {
  const memory = () =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${app.pid}/status`, 'utf8'))?.[1]) / 1024
  const big = 64 * 1024 * 1024
  const attack = () => talk(app, head(`POST ${path}`, own({ 'transfer-encoding': 'chunked' })), flood(big))
  await Promise.all(Array.from({ length: 8 }, attack))
  const before = memory()
  await forEachAtOnce(Array.from({ length: 48 }), 8, async () => void (await attack()))
  // 48 × 64 MiB were offered.
  expect(memory() - before).toBeLessThan(96)
})

it('another content type is refused, so that no form of another site can speak to us', async () => {
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ])
    expect((await post(JSON.stringify(mutation()), { 'content-type': type })).status).toBe(415)
})

it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'GET'])('%s on a road that takes POST: 405', async (method) => {
  expect((await talk(app, head(`${method} ${path}`, own()))).status).toBe(405)
})

it.each([
  ['an unknown method', head('BREW /api/health')],
  ['no HTTP', 'hello there\r\n\r\n'],
  ['TLS', Buffer.from('16030100a5010000a10303', 'hex')],
  ['a line that never ends', `GET /${'x'.repeat(100_000)}`],
  ['too many headers', `GET /api/health HTTP/1.1\r\n${'a: b\r\n'.repeat(20_000)}\r\n`],
  ['one huge header', head('GET /api/health', { 'x-long': 'x'.repeat(100_000) })],
  ['two lengths', head('POST /api/health', { 'content-length': '5', 'Content-Length': '6' })],
  [
    'a length and chunks',
    head('POST /api/health', { 'content-length': '5', 'transfer-encoding': 'chunked' }),
  ],
  ['a negative length', head('POST /api/health', { 'content-length': '-1' })],
  ['no host', 'GET /api/health HTTP/1.1\r\n\r\n'],
])('%s: an error, and the connection is ended', async (_what, words) => {
  const { status } = await talk(app, words)
  expect(status === null || (status >= 400 && status < 500)).toBe(true)
})

it('chunks that are none: an error, nothing is saved, and it is no fault of ours', async () => {
  for (const chunks of ['zzz\r\nhello\r\n', '5\r\nhellothere\r\n', 'ffffffffffffffffff\r\n']) {
    const { status } = await talk(app, head(`POST ${path}`, own({ 'transfer-encoding': 'chunked' })) + chunks)
    expect(status === null || status === 400).toBe(true)
  }
})

it('garbage behind a good request is an error, and the connection is ended', async () => {
  const { text } = await talk(app, `${head('GET /api/health/live')}\u0000\u0001garbage\r\n\r\n`)
  expect(text).toMatch(/HTTP\/1\.1 400 /)
})

it('a client that hangs up in the middle is forgotten', async () => {
  await forEachAtOnce(Array.from({ length: 50 }), 10, async () => {
    await talk(app, `${head(`POST ${path}`, own({ 'content-length': '100' }))}{"item`, (socket) =>
      setImmediate(() => socket.destroy()),
    )
  })
})

it.each([
  ['headers', () => `POST ${path} HTTP/1.1\r\nhost: x\r\n`, 'x-a: b\r\n'],
  ['a body', () => head(`POST ${path}`, own({ 'content-length': '100000' })), ' '],
])(
  'a client that sends %s drop by drop is shown out, while others are served',
  async (_what, first, drop) => {
    const slow = Array.from({ length: 20 }, () =>
      talk(app, first(), (socket, isOpen) => {
        const dripping = setInterval(() => (isOpen() ? socket.write(drop) : clearInterval(dripping)), 50)
      }),
    )
    expect((await fetch(`${app.url}/api/health/ready`)).status).toBe(200)
    for (const { status } of await Promise.all(slow)) expect([null, 408]).toContain(status)
  },
)

it.each([
  ['upwards', '/api/attempts/../../etc/passwd'],
  ['upwards, encoded', '/api/attempts/%2e%2e%2f%2e%2e%2fetc%2fpasswd/pulse'],
  ['with a nought', '/api/attempts/..%00/pulse'],
  ['that is no text', '/api/attempts/%ff%fe/pulse'],
  ['of SQL', "/api/attempts/'%20OR%201=1--/pulse"],
  ['without an id', '/api/attempts//pulse'],
  ['of ten thousand letters', `/api/attempts/${'a'.repeat(10_000)}/pulse`],
])('a path %s leads nowhere', async (_what, wild) => {
  const { status, text } = await talk(app, head(`GET ${wild}`, own()))
  expect(text).not.toMatch(/root:|at .*\.ts:|stack/)
  expect(status).toBe(404)
})
