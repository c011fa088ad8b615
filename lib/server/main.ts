import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import next from 'next'
import { ok } from '@/lib/core/result'
import { migrateQueue, startWorker } from '@/lib/jobs/worker'
import { closeInTime } from '@/lib/use-cases/close-attempt'
import { secondRead } from '@/lib/use-cases/second-read'
import { CLIENT_ADDRESS, clientAddress } from './client-address'
import { log } from './log'
import { createPageGate } from './page-gate'
import { attemptRoads } from './roads/attempt-roads'
import { eventRoads } from './roads/event-roads'
import { examRoads } from './roads/exam-roads'
import { healthRoads } from './roads/health-roads'
import { createRouter } from './roads/router'
import { setSecurityHeaders } from './security-headers'
import { services } from './services'
import { warmUpGraders } from './warm-up'

/** The product's own small HTTP server: the hot roads first, Next for all else, the job queue beside them. */
async function main(): Promise<void> {
  const all = services()
  const { env, database, deps, secondReader } = all
  const development = env.NODE_ENV === 'development'
  const report = (level: 'error' | 'warn' | 'info' | 'debug', message: string) =>
    log[level]({ from: 'jobs' }, message)

  await migrateQueue(database.pool, report)
  warmUpGraders(deps.questions)
  const pages = next({ dev: development, hostname: env.HOST, port: env.PORT })
  await pages.prepare()
  const toNext = pages.getRequestHandler()
  const route = createRouter([...healthRoads, ...attemptRoads, ...examRoads, ...eventRoads], all)
  const gate = createPageGate()
  const server = createServer((request, response) => {
    if (route(request, response)) return
    setSecurityHeaders(request, response, development)
    request.headers[CLIENT_ADDRESS] = clientAddress(request, env.TRUST_PROXY)
    gate(request, response, () => {
      toNext(request, response).catch((error: unknown) =>
        log.error({ err: error, path: request.url }, 'page failed'),
      )
    })
  })
  // A client that sends its request drop by drop does not hold a connection for long.
  server.headersTimeout = 15_000
  server.requestTimeout = 30_000
  // Students save every few seconds; a new connection for each would cost more than the save.
  server.keepAliveTimeout = 65_000
  if (development) server.on('upgrade', pages.getUpgradeHandler())

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(env.PORT, env.HOST, resolve)
  })
  const worker = await startWorker(
    database.pool,
    {
      closeAttempt: (id) => closeInTime(deps, id),
      // Jobs of a time when a reader was configured end without effect.
      secondRead: async (itemId, signal) =>
        secondReader ? secondRead({ ...deps, secondReader }, { itemId, signal }) : ok(null),
    },
    report,
  )
  const { port } = server.address() as AddressInfo
  log.info({ host: env.HOST, port }, 'ready')

  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    server.close()
    await all.live().stop()
    server.closeAllConnections()
    await worker.stop()
    await pages.close()
    await database.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal))
}

main().catch((error: unknown) => {
  log.fatal({ err: error }, error instanceof Error ? error.message : 'could not start')
  process.exit(1)
})
