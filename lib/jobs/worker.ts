import { Logger, type Runner, run, runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { z } from 'zod'

/** What the queue can ask for; each is safe to run twice. */
export interface JobHandlers {
  closeAttempt(attemptId: string): Promise<unknown>
}

type Report = (level: 'error' | 'warn' | 'info' | 'debug', message: string) => void

const closeAttemptPayload = z.object({ attemptId: z.string() })

const loggerFor = (report: Report) =>
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
    },
  })
