import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { setImmediate as immediately, setTimeout as pause } from 'node:timers/promises'
import { FRAME_COOKIE, findCookie } from '@/lib/auth/login-cookie'
import { ok } from '@/lib/core/result'
import { askForNightlyWork, requeueScores } from '@/lib/db/lti-score-store'
import { startLtiWorker } from '@/lib/jobs/lti-worker'
import { startSweep } from '@/lib/jobs/sweep'
import { migrateQueue, startWorker } from '@/lib/jobs/worker'
import { syncRoster } from '@/lib/lti/roster-sync'
import { compareScores } from '@/lib/lti/score-comparison'
import { deliverScore } from '@/lib/lti/score-delivery'
import { sendOrder } from '@/lib/mail/send-order'
import { closeInTime, sweepOverdue } from '@/lib/use-cases/close-attempt'
import { resumeRegrades, workOnRegrade } from '@/lib/use-cases/regrade'
import { secondRead } from '@/lib/use-cases/second-read'
import { CLIENT_ADDRESS, clientAddress } from './client-address'
import type { Env } from './env'
import { log } from './log'
import { createPageGate } from './page-gate'
import { roads } from './roads/all'
import { isFromOwnPages } from './roads/road'
import { createRouter } from './roads/router'
import { REQUEST_TARGET } from './seb-request'
import { setSecurityHeaders } from './security-headers'
import { services } from './services'
import { warmUpGraders } from './warm-up'

/** An attempt that is open so long after its time has been forgotten by its job; also how often that is looked for. */
const OVERDUE_MS = 5_000
/** Saves and pages get their turn between two answers that are graded anew. */
const breathe = () => immediately()
/** A regrade that nobody has touched for so long has lost its process. */
const STALLED_MS = 30_000
const DRAIN_MS = 2_000
const GIVE_UP_MS = 8_000

/** What answers where no road leads. */
export interface Pages {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Live reloading, while developing. */
  readonly upgrade: ((request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>) | null
  close(): Promise<void>
}

/** The product's own small HTTP server: the hot roads first, pages for all else, the job queue beside them. */
async function serve(openPages: (env: Env) => Promise<Pages>): Promise<void> {
  const all = services()
  const { env, database, deps, secondReader } = all
  const development = env.NODE_ENV === 'development'
  const report = (level: 'error' | 'warn' | 'info' | 'debug', message: string) =>
    log[level]({ from: 'jobs' }, message)

  await migrateQueue(database.pool, report)
  warmUpGraders(deps.questions)
  const pages = await openPages(env)
  const route = createRouter(roads, all)
  const gate = createPageGate()
  // Node looks for slow clients every so often only.
  const connectionsCheckingInterval = Math.min(10_000, env.REQUEST_TIMEOUT_MS / 4)
  const server = createServer({ connectionsCheckingInterval }, (request, response) => {
    if (!route(request, response)) void page(request, response)
  })
  async function page(request: IncomingMessage, response: ServerResponse) {
    const ancestors = await all.frames().ancestorsOf(request.url ?? '/')
    setSecurityHeaders(request, response, { development, ancestors })
    // The cookie of a frame comes along from pages of other sites; what changes anything has to come from ours.
    const inFrame = findCookie(request.headers.cookie, FRAME_COOKIE) !== null
    if (inFrame && !isFromOwnPages(request, env.NEXTAUTH_URL) && request.method !== 'GET')
      return void response.writeHead(403).end()
    request.headers[CLIENT_ADDRESS] = clientAddress(request, env.TRUST_PROXY)
    request.headers[REQUEST_TARGET] = request.url ?? '/'
    gate(request, response, () => {
      pages.handle(request, response).catch((error: unknown) => {
        log.error({ err: error, path: request.url }, 'page failed')
        if (response.headersSent) response.destroy()
        else response.writeHead(500).end()
      })
    })
  }
  // A client that sends its request drop by drop does not hold a connection for long.
  server.headersTimeout = env.REQUEST_TIMEOUT_MS / 2
  server.requestTimeout = env.REQUEST_TIMEOUT_MS
  // An open page saves every few seconds; a connection that outlasts the pause between saves spares it a handshake.
  server.keepAliveTimeout = 65_000
  if (pages.upgrade) server.on('upgrade', pages.upgrade)

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(env.PORT, env.HOST, resolve)
  })
  let stopping = false
  const worker = await startWorker(
    database.pool,
    {
      closeAttempt: (id) => closeInTime(deps, id),
      regrade: (runId, signal) =>
        workOnRegrade(deps, runId, () => {
          // What is not written yet is done by whoever takes the run up again.
          signal.throwIfAborted()
          return breathe()
        }),
      sendMail: (order) => sendOrder(all.postOffice, order),
      // Jobs of a time when a reader was configured end without effect.
      secondRead: async (itemId, signal) =>
        secondReader ? secondRead({ ...deps, secondReader }, { itemId, signal }) : ok(null),
    },
    report,
  )
  const ltiWorker = await startLtiWorker(
    database.pool,
    {
      sendScore: (key) => deliverScore(all.scores(), key),
      compareScores: (linkId) => compareScores(all.scores(), linkId),
      requeueScores: () => requeueScores(database, deps.clock.now()),
      syncRoster: async (key) => {
        const done = await syncRoster(all.rosters(), key)
        log.info({ ...key, ...(done.ok ? done.value : done.error), from: 'lti' }, 'roster read')
      },
      nightly: async () => {
        await all.toolKeys().rotateIfDue()
        await askForNightlyWork(database)
      },
    },
    report,
  )
  // Attempts are still closed without it, by the sweep; the operator is to know.
  worker.promise.then(
    () => stopping || log.error('the job queue has stopped'),
    (error: unknown) => log.error({ err: error }, 'the job queue has stopped'),
  )
  const sweep = startSweep(
    async () => {
      for (const { attemptId, error } of await sweepOverdue(deps, OVERDUE_MS))
        log.error({ err: error, attemptId }, 'attempt could not be closed')
    },
    OVERDUE_MS,
    (error) => log.error({ err: error }, 'sweep failed'),
  )
  const regrades = startSweep(
    async () => {
      const turn = async () => {
        if (stopping) throw new Error('stopping')
        await breathe()
      }
      for (const { runId, error } of await resumeRegrades(deps, STALLED_MS, turn))
        if (!stopping) log.error({ err: error, runId }, 'regrade could not go on')
    },
    STALLED_MS,
    (error) => log.error({ err: error }, 'looking for stalled regrades failed'),
  )
  const { port } = server.address() as AddressInfo
  log.info({ host: env.HOST, port }, 'ready')

  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    // Whatever hangs, the operator gets the process back.
    setTimeout(() => process.exit(1), GIVE_UP_MS).unref()
    const drained = new Promise((resolve) => server.close(resolve))
    all.roomWatch().stop()
    await all.live().stop()
    server.closeIdleConnections()
    // Requests under way get their replies.
    await Promise.race([drained, pause(DRAIN_MS)])
    server.closeAllConnections()
    await Promise.all([worker.stop(), ltiWorker.stop(), sweep.stop(), regrades.stop()])
    await pages.close()
    await database.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal))
}

/** Runs the server as this process; ends it with a message where it can not start. */
export function run(openPages: (env: Env) => Promise<Pages>): void {
  serve(openPages).catch((error: unknown) => {
    log.fatal({ err: error }, error instanceof Error ? error.message : 'could not start')
    process.exit(1)
  })
}
