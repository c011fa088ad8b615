import { type ChildProcess, spawn } from 'node:child_process'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface RunningApp {
  readonly url: string
  readonly pid: number
  /** What the server has written so far (its log). */
  output(): string
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>
  /** Ends the server as an operator would, and waits until it is gone. */
  stop(): Promise<void>
}

/** What the server under test signs with. */
export const APP_SECRET = 'a secret for tests alone, of sufficient length'

const root = path.resolve(import.meta.dirname, '../..')
/** Where the server under test writes its mails. */
export const TEST_OUTBOX = path.join(root, '.data/test-outbox')

const patience = 60_000

/**
 * Starts the product's real HTTP server on a free port of the loopback address and waits until it is ready.
 * Pages need a build (`npm test -- e2e` makes one); `pages: false` leaves them out.
 */
export async function startApp(options: {
  readonly databaseUrl: string
  readonly env?: Readonly<Record<string, string>>
  /** The port to listen on, for a server that comes back; else a free one. */
  readonly port?: number
  readonly pages?: boolean
}): Promise<RunningApp> {
  const entry = options.pages === false ? 'tests/helpers/server-without-pages.ts' : 'lib/server/main.ts'
  // A port that was free a moment ago may be taken by now: then the server says so and ends, and the next is tried.
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort())
    const url = `http://127.0.0.1:${port}`
    const child = spawn(process.execPath, ['--import', 'tsx', entry], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        HOST: '127.0.0.1',
        PORT: String(port),
        NEXTAUTH_URL: url,
        NEXTAUTH_SECRET: APP_SECRET,
        QUIZGRAD_DEMO: '1',
        MAIL_OUTBOX: TEST_OUTBOX,
        DATABASE_URL: options.databaseUrl,
        ...options.env,
      },
    })
    const words = collect(child)
    // Should the tests be ended without ceremony, their server goes too.
    const killWithUs = () => child.kill('SIGKILL')
    process.once('exit', killWithUs)
    child.once('exit', () => process.off('exit', killWithUs))

    if (await becomesReady(child, url)) {
      return {
        url,
        pid: child.pid ?? 0,
        output: words,
        kill: () => stop(child, 'SIGKILL'),
        stop: () => stop(child),
      }
    }
    await stop(child)
    if (attempt === 3 || !/EADDRINUSE/.test(words())) {
      throw new Error(`The server did not become ready:\n${words()}`)
    }
  }
}

function collect(child: ChildProcess): () => string {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
    })
  }
  return () => text
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

async function becomesReady(child: ChildProcess, url: string): Promise<boolean> {
  const end = performance.now() + patience
  while (!hasEnded(child) && performance.now() < end) {
    const response = await fetch(`${url}/api/health/ready`).catch(() => null)
    if (response?.ok) return true
    await pause(50)
  }
  return false
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (hasEnded(child)) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await gone
  clearTimeout(impatience)
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
