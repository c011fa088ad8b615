import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLoginReader } from '@/lib/auth/login-cookie'
import { examRoads } from '@/lib/server/roads/exam-roads'
import { createRouter } from '@/lib/server/roads/router'
import type { Services } from '@/lib/server/services'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

const secret = 'a secret for tests alone'
let world: ExamWorld
let server: Server

beforeAll(async () => {
  world = await createExamWorld({ attemptsAllowed: 1 })
  const { database, deps } = world
  const services = { env: {}, database, deps, readLogin: createLoginReader(secret) } as unknown as Services
  const route = createRouter(examRoads, services)
  server = createServer((request, response) => void route(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await world.close()
})

async function start(userId: string | null, over: { body?: object; headers?: object; examId?: string } = {}) {
  const sid = userId && (await world.addSession(userId))
  const cookie = userId
    ? `next-auth.session-token=${await encode({ token: { sub: userId, sid }, secret })}`
    : ''
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}/api/exams/${over.examId ?? world.examId}/start`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, ...over.headers },
    body: JSON.stringify(over.body ?? {}),
  })
  return { status: response.status, body: await response.json() }
}

it('starts one attempt, however many requests arrive at once', async () => {
  const student = await world.addPerson('student')
  const replies = await Promise.all(Array.from({ length: 20 }, () => start(student)))
  expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(200))
  expect(new Set(replies.map(({ body }) => body.attemptId)).size).toBe(1)
  expect(await world.database.prisma.attempt.count({ where: { userId: student } })).toBe(1)
})

it('refuses nobody, strangers and other sites', async () => {
  expect((await start(null)).status).toBe(401)
  const stranger = await world.addPerson('student', await world.addCourse())
  expect(await start(stranger)).toEqual({ status: 404, body: { error: 'not-found' } })
  const teacher = await world.addPerson('instructor')
  expect((await start(teacher)).status).toBe(404)
  const student = await world.addPerson('student')
  expect((await start(student, { headers: { origin: 'https://elsewhere.example' } })).status).toBe(403)
  expect((await start(student, { examId: "' OR 1=1" })).status).toBe(404)
  expect(await world.database.prisma.attempt.count({ where: { userId: student } })).toBe(0)
})

it('tells the rule that refuses', async () => {
  const student = await world.addPerson('student')
  const change = (data: object) => world.database.prisma.exam.update({ where: { id: world.examId }, data })
  await change({ startCode: 'KIWI' })
  expect(await start(student)).toEqual({ status: 403, body: { error: 'code-missing' } })
  expect(await start(student, { body: { startCode: 'plum' } })).toEqual({
    status: 403,
    body: { error: 'code-wrong' },
  })
  expect((await start(student, { body: { startCode: 7 } })).status).toBe(400)
  const { attemptId } = (await start(student, { body: { startCode: 'KIWI' } })).body
  await change({ startCode: null })
  await world.database.prisma.attempt.update({ where: { id: attemptId }, data: { closedAt: new Date() } })
  expect(await start(student)).toEqual({ status: 403, body: { error: 'attempts-used', allowed: 1 } })
})
