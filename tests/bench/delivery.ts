import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { startApp } from '../helpers/app-server'
import { benchEnd } from './delivery-end'
import { heading, line } from './delivery-numbers'
import { benchPages } from './delivery-pages'
import { watchMemory } from './delivery-process'
import { benchSaves, SAVERS, type Target } from './delivery-save'
import { benchStampede } from './delivery-stampede'
import { benchSteps } from './delivery-steps'
import { createWorld, SECRET } from './delivery-world'

/**
 * How exams are delivered under load: saving, a room that starts, a room that ends. Everything on one machine: the
 * generator shares its cores with the server and with PostgreSQL, so ratios say more than figures do.
 */
async function main(): Promise<void> {
  const databaseUrl = process.env.BENCH_DATABASE_URL
  if (!databaseUrl) throw new Error('BENCH_DATABASE_URL is unset: run this by `npm run bench:delivery`.')
  const world = await createWorld(databaseUrl)
  const app = await startApp({ databaseUrl, env: { NEXTAUTH_SECRET: SECRET } })
  const bare = await startBare(databaseUrl)
  // Whoever ends this run ends its servers.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
  try {
    console.log(
      '\nGenerator, server and PostgreSQL share this machine; PostgreSQL runs without fsync, so that the code and not the disk is measured.',
    )
    const examId = await world.addExam()
    const people = await world.addStudents(2 * SAVERS)
    const seated = await Promise.all(people.map((student) => world.start(examId, student)))
    const product = { name: "the product's save road", url: app.url, pid: app.pid }
    await benchSaves(world, product, bare.target, seated)
    await benchSteps(world, product, bare.target, seated)
    const memory = watchMemory(app.pid)
    await benchPages(world, product)
    const room = await benchStampede(world, app.url)
    await benchEnd(world, app.url, room)
    const { start, peak, end } = memory.stop()
    heading('Memory of the server process over the start and the end of the room')
    line(
      'resident',
      `${start.toFixed(0)} MiB before, ${peak.toFixed(0)} MiB at most, ${end.toFixed(0)} MiB after`,
    )
    if (/"level":50|"level":60/.test(app.output()))
      throw new Error(`The server logged errors:\n${app.output()}`)
  } finally {
    bare.child.kill()
    await app.stop()
    await world.close()
  }
}

/** Starts the bare server as a process of its own, as the product's is. */
async function startBare(databaseUrl: string): Promise<{ child: ChildProcess; target: Target }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'delivery-bare-server.ts')],
    {
      env: { ...process.env, NODE_ENV: 'production', BENCH_DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  process.once('exit', () => child.kill('SIGKILL'))
  const port = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The bare server did not start.')))
    child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()))
  })
  return {
    child,
    target: { name: 'bare node:http and pg', url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0 },
  }
}

await main()
