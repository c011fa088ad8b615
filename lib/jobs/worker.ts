import { Logger, type Runner, run, runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { z } from 'zod'
import type { Result } from '@/lib/core/result'

/** What the queue can ask for; each is safe to run twice. */
export interface JobHandlers {
  closeAttempt(attemptId: string): Promise<unknown>
  /** Does the work of a regrade to its end, or until it has to stop. */
  regrade(runId: string, signal: AbortSignal): Promise<unknown>
  /** Sends a mail; the order is read by whoever sends. Throws where it has to be tried again. */
  sendMail(order: unknown): Promise<unknown>
  /** Asks the second reader, if there is one; a reader out of reach is asked again later, a few times. */
  secondRead(itemId: string, signal: AbortSignal): Promise<Result<unknown, { why: string }>>
}

export type Report = (level: 'error' | 'warn' | 'info' | 'debug', message: string) => void

const closeAttemptPayload = z.object({ attemptId: z.string() })
const regradePayload = z.object({ runId: z.string() })
const secondReadPayload = z.object({ itemId: z.string() })

export const loggerFor = (report: Report) =>
  new Logger(() => (level, message) => report(level === 'warning' ? 'warn' : level, message))

/** Creates or updates the queue's own tables. */
export const migrateQueue = (pool: pg.Pool, report: Report): Promise<void> =>
  runMigrations({ pgPool: pool, logger: loggerFor(report) })

/** Works through the queue until stopped; a restart continues where it stood. */
export const startWorker = (pool: pg.Pool, handlers: JobHandlers, report: Report): Promise<Runner> =>
  run({
    pgPool: pool,
    logger: loggerFor(report),
    noHandleSignals: true,
    parsedCronItems: [],
    concurrency: 4,
    pollInterval: 1000,
    taskList: {
      'close-attempt': async (payload) => {
        await handlers.closeAttempt(closeAttemptPayload.parse(payload).attemptId)
      },
      regrade: async (payload, { abortSignal }) => {
        await handlers.regrade(regradePayload.parse(payload).runId, abortSignal)
      },
      'send-mail': async (payload) => {
        await handlers.sendMail(payload)
      },
      'second-read': async (payload, { abortSignal }) => {
        const outcome = await handlers.secondRead(secondReadPayload.parse(payload).itemId, abortSignal)
        // Thrown for the queue, which waits longer each time and gives up in the end.
        if (!outcome.ok) throw new Error(`The second reader is out of reach: ${outcome.error.why}`)
      },
    },
  })
