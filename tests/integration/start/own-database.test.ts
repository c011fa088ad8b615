import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { verify } from '@node-rs/argon2'
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

  it('outside the demo makes the administrator, shows a one-time password once, and shuts the logins of the demo', async () => {
    const env = { DATABASE_URL: url.href, QUIZGRAD_DEMO: '0', PORT: String(await aFreePort()) }
    const command = up(checkout.folder, ['dev'], env)
    await command.says('Ctrl-C stops it')
    const passwords = command.output().match(/([a-z2-9]{5}-){3}[a-z2-9]{5}/g)
    expect(passwords).toHaveLength(1)
    expect(command.output()).toContain(`admin@localhost   ${passwords?.[0]}`)
    expect(command.output()).toContain('This installation sends no mail')
    expect(
      await query(
        name,
        "SELECT 1 FROM users WHERE email LIKE '%@demo.quizgrad' AND (password_hash IS NOT NULL OR is_admin)",
      ),
    ).toEqual([])
    const [admin] = await query(
      name,
      "SELECT is_admin, must_change_password, password_hash FROM users WHERE email = 'admin@localhost'",
    )
    expect(admin).toMatchObject({ is_admin: true, must_change_password: true })
    expect(await verify(admin.password_hash, passwords?.[0] ?? '')).toBe(true)
    for (const file of await readdir(path.join(checkout.folder, '.data/log')))
      expect(await readFile(path.join(checkout.folder, '.data/log', file), 'utf8')).not.toContain(
        passwords?.[0],
      )

    // While it runs, the command line makes a new one; a later start makes none.
    const again = up(checkout.folder, ['admin-password'], env)
    expect(await again.ended).toBe(0)
    expect(again.output()).toMatch(/admin@localhost {3}([a-z2-9]{5}-){3}[a-z2-9]{5}/)
    expect(again.output()).not.toContain(passwords?.[0])
    command.child.kill('SIGINT')
    expect(await command.ended).toBe(0)
    await eventually(() => processesOf(checkout.folder).length === 0)
  })
})
