import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCheckout, aFreePort, eventually, processesLike, processesOf, up } from './checkout'

describe.skipIf(process.platform !== 'linux')('the start command with DATABASE_URL', () => {
  let checkout: Awaited<ReturnType<typeof aCheckout>>
  const name = `start_${randomUUID().replaceAll('-', '')}`
  const url = new URL(process.env.TEST_DATABASE_URL ?? '')
  url.pathname = `/${name}`
  beforeAll(async () => {
    checkout = await aCheckout()
  })
  afterAll(async () => {
    await checkout.remove()
    await query('postgres', `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  })

  async function query(database: string, statement: string) {
    const at = new URL(url)
    at.pathname = `/${database}`
    const client = new pg.Client({ connectionString: at.href })
    await client.connect()
    try {
      return (await client.query(statement)).rows
    } finally {
      await client.end()
    }
  }

  it('uses that PostgreSQL, makes the database there, and starts none of its own', async () => {
    const command = up(checkout.folder, ['dev'], { DATABASE_URL: url.href, PORT: String(await aFreePort()) })
    await command.says('Ctrl-C stops it')

    expect(processesLike(checkout.folder, 'postgres -D')).toEqual([])
    expect(existsSync(path.join(checkout.folder, '.data/pg'))).toBe(false)
    expect(await query(name, "SELECT 1 FROM users WHERE email = 'student@demo.quizgrad'")).toHaveLength(1)
    command.child.kill('SIGINT')
    expect(await command.ended).toBe(0)
    await eventually(() => processesOf(checkout.folder).length === 0)
  })
})
