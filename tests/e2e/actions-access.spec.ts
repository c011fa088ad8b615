import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { forEverybody } from '../helpers/open-actions'
import { deadLogins, loginCookie } from './logins'
import { newStudent } from './people'
import { expect, test } from './test'

/** Every server action that the build lets browsers call, and a page that has it. */
const actions = z
  .object({
    node: z.record(
      z.string(),
      z.object({ exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
    ),
  })
  .parse(
    JSON.parse(
      readFileSync(
        path.resolve(import.meta.dirname, '../../.next/server/server-reference-manifest.json'),
        'utf8',
      ),
    ),
  )

/** The address of a page from its place in app/: groups have none, and an id of nothing will do. */
const addressOf = (worker: string): string =>
  worker
    .replace(/^app/, '')
    .replace(/\/page$/, '')
    .replace(/\/\([^)]+\)/g, '')
    .replace(/\[[^\]]+\]/g, '00000000-0000-4000-8000-000000000000')

test('no action does anything for who has no living login, or asks from another site', async ({
  playwright,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const request = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  const { id } = await newStudent()
  const living = await loginCookie(id)
  const logins = { ...(await deadLogins(id)), living }
  const got: Record<string, Record<string, string>> = {}
  const wanted: Record<string, Record<string, string>> = {}
  for (const [action, { exportedName, workers }] of Object.entries(actions.node)) {
    if (forEverybody.includes(exportedName)) continue
    const address = addressOf(Object.keys(workers)[0] ?? '')
    const call = async (headers: Record<string, string>) => {
      const reply = await request.post(address || '/', {
        headers: { 'next-action': action, origin: baseURL ?? '', accept: 'text/x-component', ...headers },
        // As React sends it: the state before, and a form with nothing in it that an action could use.
        multipart: { '1_nothing': 'of use', '0': '[{"status":"idle"},"$K1"]' },
        maxRedirects: 0,
      })
      return /"status":"(\w+(?:-\w+)?)"/.exec(await reply.text())?.[1] ?? 'nothing'
    }
    const found: Record<string, string> = {}
    for (const [who, cookie] of Object.entries(logins))
      found[who] = await call(cookie === null ? {} : { cookie })
    found['another site'] = await call({ cookie: living, origin: 'http://elsewhere.example' })
    got[exportedName] = found
    wanted[exportedName] = {
      nobody: 'signed-out',
      forged: 'signed-out',
      expired: 'signed-out',
      replayed: 'signed-out',
      // Gets as far as being told that nothing of use was sent; ending one's other logins needs nothing.
      living: exportedName === 'endLogins' ? 'done' : 'invalid',
      'another site': 'nothing',
    }
  }
  expect(Object.keys(got).length).toBeGreaterThan(30)
  expect(got).toEqual(wanted)
  await request.dispose()
})
