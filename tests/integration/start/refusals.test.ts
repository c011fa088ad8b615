import { copyFile, link, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aCheckout, aFreePort, eventually, listen, processesOf, up } from './checkout'

describe.skipIf(process.platform !== 'linux')('the start command, where it cannot go on', () => {
  let checkout: Awaited<ReturnType<typeof aCheckout>>
  beforeAll(async () => {
    checkout = await aCheckout()
  })
  afterAll(() => checkout.remove())
  afterEach(() => eventually(() => processesOf(checkout.folder).length === 0))

  /** It ends with one sentence on what is wrong and how to mend it, and not with success. */
  async function refusal(
    env: Readonly<Record<string, string | undefined>>,
    { args = ['start'], node = [process.execPath] }: { args?: string[]; node?: string[] } = {},
  ): Promise<string> {
    const command = up(checkout.folder, args, { PORT: String(await aFreePort()), ...env }, node)
    expect(await command.ended).toBe(1)
    expect(command.output()).not.toMatch(/^\s+at .*\.mjs:\d+/m)
    return command.output()
  }

  it('names a busy port and another one', async () => {
    const other = await listen()
    const words = await refusal({ PORT: String(other.port) })
    await other.close()

    expect(words).toContain(`Port ${other.port} is already in use by another program`)
    expect(words).toContain(`PORT=${other.port + 1} npm start`)
  })

  it.each(['http', '0', '70000', '3000.5', '-1'])('takes no "%s" for a port', async (port) => {
    expect(await refusal({ PORT: port })).toContain(`PORT is "${port}", which is no port`)
  })

  it('names a host that is not of this machine', async () => {
    expect(await refusal({ HOST: '192.0.2.1' })).toContain(
      'HOST is "192.0.2.1", which is no address of this machine',
    )
  })

  it('says where it looked for an unreachable database', async () => {
    const port = await aFreePort()
    const words = await refusal({ DATABASE_URL: `postgresql://me:secret@127.0.0.1:${port}/quizgrad` })

    expect(words).toContain(`cannot be reached at 127.0.0.1:${port} (nothing listens there)`)
    expect(words).not.toContain('secret')
  })

  it('says so when something else than PostgreSQL answers', async () => {
    const other = await listen()
    const words = refusal({ DATABASE_URL: `postgresql://me:secret@127.0.0.1:${other.port}/quizgrad` })

    expect(await words).toContain(`cannot be reached at 127.0.0.1:${other.port}`)
    await other.close()
  })

  it('says that the user or the password is wrong', async () => {
    const url = new URL(process.env.TEST_DATABASE_URL ?? '')
    url.password = 'wrong'
    const words = await refusal({ DATABASE_URL: url.href })

    expect(words).toContain(`PostgreSQL at ${url.host} refuses the user "postgres"`)
  })

  it.each(['mysql://me@127.0.0.1/x', 'quizgrad', 'postgresql://127.0.0.1'])(
    'takes no "%s" for a database',
    async (url) => {
      expect(await refusal({ DATABASE_URL: url })).toContain(
        'DATABASE_URL is not the address of a PostgreSQL database',
      )
    },
  )

  it('tells an old Node from a new one', async () => {
    const preload = path.join(checkout.folder, 'old.cjs')
    await writeFile(preload, "Object.defineProperty(process, 'version', { value: 'v16.20.2' })")

    expect(await refusal({}, { node: [process.execPath, '--require', preload] })).toMatch(
      /^quizgrad needs Node\.js 20\.19 or newer .*but this is v16\.20\.2: install a newer one/,
    )
  })

  it('knows its own commands', async () => {
    expect(await refusal({}, { args: ['strat'] })).toContain('There is no command "strat"')
    expect(await refusal({}, { args: ['test', 'untit'] })).toContain('There is no part "untit" of the tests')
  })

  describe('with a damaged data folder', () => {
    const data = () => path.join(checkout.folder, '.data/pg')
    afterEach(() => rm(data(), { recursive: true, force: true }))
    const plant = async (files: Readonly<Record<string, string>>) => {
      await mkdir(data(), { recursive: true })
      for (const [name, text] of Object.entries(files)) await writeFile(path.join(data(), name), text)
    }

    it.each([
      ['without its version', { 'postgresql.conf': '' }, 'its file PG_VERSION is missing'],
      ['with garbage for a version', { PG_VERSION: '\0\0garbage' }, 'its file PG_VERSION cannot be read'],
      ['that PostgreSQL refuses', { PG_VERSION: '18\n' }, 'PostgreSQL does not start on it'],
    ])('names the folder %s, and how to move it away', async (_, files, why) => {
      await plant(files)
      const words = await refusal({})

      expect(words).toContain(`The data folder .data/pg is damaged (${why}`)
      expect(words).toContain('mv .data/pg .data/pg-damaged')
      // Nothing in it is touched.
      expect(await readdir(data())).toEqual(Object.keys(files))
    })

    it('shows the last words of PostgreSQL', async () => {
      await plant({ PG_VERSION: '18\n' })

      expect(await refusal({})).toMatch(/The end of \.data\/postgres\.log:\n.*postgres/s)
    })

    it('names the version of another PostgreSQL', async () => {
      await plant({ PG_VERSION: '15\n' })

      expect(await refusal({})).toContain('was made by PostgreSQL 15, but this is PostgreSQL 18')
    })
  })
})

describe.skipIf(process.platform !== 'linux')('the start command without npm', () => {
  it('says that npm is needed', async () => {
    const checkout = await aCheckout({ installed: false })
    // A Node without its npm beside it.
    const bare = await mkdtemp(path.join(os.tmpdir(), 'bare-node-'))
    const node = path.join(bare, 'node')
    await link(process.execPath, node).catch(() => copyFile(process.execPath, node))
    const command = up(checkout.folder, ['start'], { PATH: bare, PORT: String(await aFreePort()) }, [node])

    expect(await command.ended).toBe(1)
    expect(command.output()).toContain('npm was not found')
    await rm(bare, { recursive: true })
    await checkout.remove()
  })
})
