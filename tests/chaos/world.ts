import { createRng } from '@/lib/core/rng'
import { readEnv } from '@/lib/server/env'
import { buildServices, type Services } from '@/lib/server/services'
import { startCrashableDatabase } from '@/scripts/up/crashable-database.mjs'
import { deploy } from '@/scripts/up/migrate.mjs'
import { seed } from '@/scripts/up/seed.mjs'
import { setLanguage, signIn } from '@/tests/e2e/journey'
import { ownExam } from '@/tests/e2e/own-exam'
import { freePort, startApp } from '@/tests/helpers/app-server'
import { type Chromium, openChromium } from './browser'
import { type Network, openNetwork } from './network'

const secret = 'a secret for tests alone, of sufficient length'

/** The server process, to be killed and started again at the same port. */
export interface Server {
  kill(): Promise<void>
  start(): Promise<void>
  output(): string
}

/** Everything that a run can break, and a student with an exam in it. */
export interface World {
  readonly url: string
  readonly browser: Chromium
  readonly network: Network
  readonly server: Server
  readonly database: { restart(): Promise<void>; cutConnections(): Promise<void> }
  /** The same stores and rules as the server has, for looking behind it. */
  readonly services: Services
  readonly student: { id: string; examId: string }
  close(): Promise<void>
}

/** @param name tells logs apart where several worlds run side by side */
export async function buildWorld(name: string): Promise<World> {
  const postgres = await startCrashableDatabase(name)
  const databaseUrl = postgres.url('chaos')
  await deploy(databaseUrl)
  await seed({ ...process.env, DATABASE_URL: databaseUrl, QUIZGRAD_DEMO: '1', NEXTAUTH_SECRET: secret })
  const serverPort = await freePort()
  const network = await openNetwork(serverPort)
  const url = `http://127.0.0.1:${network.port}`
  const server = await openServer(databaseUrl, serverPort, url)
  const services = buildServices(
    readEnv({ DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: secret, LOG_LEVEL: 'silent' }),
  )

  const { examId, student } = await withEnv({ E2E_DATABASE_URL: databaseUrl, E2E_BASE_URL: url }, () =>
    ownExam({ attemptsAllowed: null }),
  )
  const browser = await openChromium()
  await withEnv({ E2E_BASE_URL: url }, async () => {
    const page = await browser.context().newPage()
    await setLanguage(page, 'en')
    await signIn(page, student, url)
    await browser.keepCookies()
    await page.close()
  })

  return {
    url,
    browser,
    network,
    server,
    database: {
      async restart() {
        await postgres.crash()
        await postgres.start()
      },
      async cutConnections() {
        await services.database.pool.query(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
        )
      },
    },
    services,
    student: { id: student.id, examId },
    async close() {
      await browser.remove()
      await server.kill()
      network.close()
      await services.database.close()
      await postgres.remove()
    },
  }
}

/** What the journeys of the browser tests read, for as long as they are walked here. */
async function withEnv<Value>(env: Record<string, string>, walk: () => Promise<Value>): Promise<Value> {
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, env)
  try {
    return await walk()
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

async function openServer(databaseUrl: string, port: number, url: string): Promise<Server> {
  const start = () => startApp({ databaseUrl, port, env: { NEXTAUTH_URL: url, LOG_LEVEL: 'warn' } })
  let app = await start()
  return {
    kill: () => app.kill(),
    async start() {
      app = await start()
    },
    output: () => app.output(),
  }
}

/** Chance of a run: nothing else decides what happens in it. */
export const chanceOf = (seed: number) => createRng(`chaos ${seed}`)
