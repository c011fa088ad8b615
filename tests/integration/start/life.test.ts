import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCheckout, aFreePort, eventually, listen, processesLike, processesOf, up } from './checkout'

// The development server is the same command without the build: the real database, migrations, seed and server.
describe.skipIf(process.platform !== 'linux')('the start command, from start to stop', () => {
  let checkout: Awaited<ReturnType<typeof aCheckout>>
  let env: { PORT: string }
  beforeAll(async () => {
    checkout = await aCheckout()
    env = { PORT: String(await aFreePort()) }
  })
  afterAll(() => checkout.remove())

  const start = async (more: Readonly<Record<string, string>> = {}) => {
    const command = up(checkout.folder, ['dev'], { ...env, ...more })
    await command.says('Ctrl-C stops it')
    return command
  }
  const address = () => `http://127.0.0.1:${env.PORT}`
  const isReady = async () => (await fetch(`${address()}/api/health/ready`)).ok
  const nothingLeft = async () => {
    await eventually(() => processesOf(checkout.folder).length === 0)
    // Whoever comes next gets the port.
    await (await listen(Number(env.PORT))).close()
  }
  const mode = async (file: string) => (await stat(path.join(checkout.folder, '.data', file))).mode & 0o777

  it('makes everything, tells the address and the demo logins, and Ctrl-C stops it all', async () => {
    const command = await start()

    expect(await isReady()).toBe(true)
    expect(command.output()).toContain('Writing the demo course')
    expect(command.output()).toContain(`quizgrad is open at ${address()}`)
    for (const login of ['student@demo.quizgrad', 'instructor@demo.quizgrad', 'admin@demo.quizgrad']) {
      expect(command.output()).toContain(login)
    }
    expect(await mode('secret')).toBe(0o600)
    expect(await mode('pg-password')).toBe(0o600)

    // A second start in the same folder is refused, and the first goes on.
    const second = up(checkout.folder, ['dev'], env)
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain(
      `quizgrad already runs from this folder (process ${command.pid}, ${address()})`,
    )
    expect(await isReady()).toBe(true)

    // As a terminal does, and npm once more.
    command.child.kill('SIGINT')
    command.child.kill('SIGINT')
    expect(await command.ended).toBe(0)
    await nothingLeft()
  })

  it('skips on the second start what is done, and keeps secret and database port', async () => {
    const kept = () =>
      Promise.all(
        ['secret', 'pg-port'].map((file) => readFile(path.join(checkout.folder, '.data', file), 'utf8')),
      )
    const before = await kept()
    const command = await start()

    for (const work of ['Installing', 'Generating', 'Creating', 'Bringing', 'Writing']) {
      expect(command.output()).not.toContain(work)
    }
    expect(await kept()).toEqual(before)
    command.child.kill('SIGTERM')
    expect(await command.ended).toBe(0)
    await nothingLeft()
  })

  it('takes everything with it when it is killed outright', async () => {
    const command = await start()
    command.child.kill('SIGKILL')
    await command.ended

    await nothingLeft()
  })

  it('recovers when even the process that cleans up was killed', async () => {
    const command = await start()
    for (const pid of processesLike(checkout.folder, 'reaper.mjs')) process.kill(pid, 'SIGKILL')
    command.child.kill('SIGKILL')
    await command.gone
    // The database and the server go on, without anyone to stop them.
    expect(processesLike(checkout.folder, 'postgres')).not.toEqual([])
    expect(processesLike(checkout.folder, 'main.ts')).not.toEqual([])

    const next = await start()
    expect(next.output()).toContain('Stopping the server that an earlier, killed start left running')
    expect(next.output()).toContain('Stopping the database server that an earlier, killed start left running')
    expect(await isReady()).toBe(true)

    // And when the server falls over, the command says so and leaves nothing.
    for (const pid of processesLike(checkout.folder, 'lib/server/main.ts')) process.kill(pid, 'SIGKILL')
    expect(await next.ended).toBe(1)
    expect(next.output()).toContain('The server stopped unexpectedly')
    await nothingLeft()
  })

  it('chooses another port for the database when somebody has taken its own', async () => {
    const port = Number(await readFile(path.join(checkout.folder, '.data/pg-port'), 'utf8'))
    const thief = await listen(port)
    const command = await start()

    expect(await isReady()).toBe(true)
    await thief.close()
    command.child.kill('SIGHUP')
    expect(await command.ended).toBe(0)
    await nothingLeft()
  })
})
