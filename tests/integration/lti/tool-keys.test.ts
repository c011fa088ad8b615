import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createToolKeyStore } from '@/lib/db/tool-key-store'
import { createToolKeys, type ToolKeys } from '@/lib/lti/tool-keys'
import { ltiKeyRoads } from '@/lib/server/roads/lti-key-roads'
import { createRouter } from '@/lib/server/roads/router'
import type { Services } from '@/lib/server/services'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

let world: ExamWorld
let lost: string[] = []
const keysWith = (secret: string): ToolKeys =>
  createToolKeys({
    clock: world.clock,
    store: createToolKeyStore(world.database),
    secret,
    onLost: (kid) => lost.push(kid),
  })
beforeAll(async () => {
  world = await createExamWorld()
})
afterAll(() => world.close())

const kidOf = (token: string) => decodeProtectedHeader(token).kid
const verify = async (keys: ToolKeys, token: string) =>
  jwtVerify(token, createLocalJWKSet(await keys.published()), { algorithms: ['RS256'] })

it('rotates with an overlap: the next key is published first, a retired one for a week after', async () => {
  // Two processes that begin together agree on one set.
  const [one, two] = [keysWith('the first secret'), keysWith('the first secret')]
  const tokens = await Promise.all([one, two, one, two].map((keys) => keys.sign({ iss: 'tool' })))
  expect(new Set(tokens.map(kidOf)).size).toBe(1)
  const [old = ''] = tokens
  const before = await one.published()
  expect(before.keys).toHaveLength(2)
  for (const key of before.keys) {
    expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
    expect(key).toMatchObject({ alg: 'RS256', use: 'sig', kty: 'RSA' })
  }

  // Platforms may not have read the next key yet.
  expect(await one.rotate()).toMatchObject({ kind: 'too-soon' })
  expect(kidOf(await one.sign({}))).toBe(kidOf(old))
  world.clock.advance(HOUR)
  expect(await one.rotate()).toEqual({ kind: 'rotated' })
  // The other process signs with the new one, too, which was published already.
  const fresh = await two.sign({ iss: 'tool' }, { typ: 'JWT' })
  expect(kidOf(fresh)).not.toBe(kidOf(old))
  expect(before.keys.map(({ kid }) => kid)).toContain(kidOf(fresh))
  await verify(two, old)
  await verify(one, fresh)

  world.clock.advance(8 * DAY)
  await one.rotateIfDue()
  await verify(one, fresh)
  await expect(verify(one, old)).rejects.toThrow()
  expect(kidOf(await one.sign({}))).toBe(kidOf(fresh))
  world.clock.advance(90 * DAY)
  await one.rotateIfDue()
  expect(kidOf(await one.sign({}))).not.toBe(kidOf(fresh))
  expect((await one.published()).keys).toHaveLength(3)
})

it('keeps private keys encrypted, and makes new ones where the secret has changed', async () => {
  const before = keysWith('the first secret')
  const old = await before.sign({ iss: 'tool' })
  const rows = await world.database.prisma.ltiToolKey.findMany()
  for (const row of rows) expect(Buffer.from(row.sealed).toString('latin1')).not.toMatch(/"d"|"kty"/)

  lost = []
  const after = keysWith('another secret now')
  const fresh = await after.sign({ iss: 'tool' })
  expect(lost).toHaveLength(2)
  expect(kidOf(fresh)).not.toBe(kidOf(old))
  await verify(after, fresh)
  // What was signed a moment ago is still good.
  await verify(after, old)
  await after.sign({})
  expect(lost).toHaveLength(2)
})

it('publishes the public parts under /lti/jwks, to be kept for a while', async () => {
  const keys = keysWith('another secret now')
  const route = createRouter(ltiKeyRoads, { toolKeys: () => keys } as Services)
  const server = createServer((request, response) => void route(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/lti/jwks`)
  server.close()
  expect(response.headers.get('cache-control')).toBe('public, max-age=600')
  const text = await response.text()
  expect(JSON.parse(text)).toEqual(await keys.published())
  expect(text).not.toMatch(/"(?:d|p|q|dp|dq|qi)":/)
})
