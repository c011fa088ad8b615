import { parseCronItems, type Runner, run } from 'graphile-worker'
import type pg from 'pg'
import { z } from 'zod'
import { loggerFor, type Report } from './worker'

/** What the queue can ask for in the services of learning management systems; each is safe to run twice. */
export interface LtiJobs {
  sendScore(key: { readonly linkId: string; readonly subject: string }): Promise<unknown>
  compareScores(linkId: string): Promise<unknown>
  syncRoster(key: { readonly platformId: string; readonly contextId: string }): Promise<unknown>
  /** Every minute: what is released by the clock, and what a crash has left lying. */
  requeueScores(): Promise<unknown>
  /** Every night: asks for comparisons and rosters, and lets our keys grow old. */
  nightly(): Promise<unknown>
}

const scorePayload = z.object({ linkId: z.string(), subject: z.string() })
const rosterPayload = z.object({ platformId: z.string(), contextId: z.string() })
const comparePayload = z.object({ linkId: z.string() })

/**
 * A worker of its own beside the queue's: a platform that answers slowly, or not at all, never holds up the closing of
 * attempts. Times are UTC.
 */
export const startLtiWorker = (
  pool: pg.Pool,
  jobs: LtiJobs,
  report: Report,
  pollInterval = 2000,
): Promise<Runner> =>
  run({
    pgPool: pool,
    logger: loggerFor(report),
    noHandleSignals: true,
    parsedCronItems: parseCronItems([
      { task: 'lti-requeue', match: '* * * * *', options: { backfillPeriod: 0 } },
      { task: 'lti-nightly', match: '10 18 * * *', options: { backfillPeriod: 0 } },
    ]),
    concurrency: 4,
    pollInterval,
    taskList: {
      'lti-score': async (payload) => {
        await jobs.sendScore(scorePayload.parse(payload))
      },
      'lti-compare': async (payload) => {
        await jobs.compareScores(comparePayload.parse(payload).linkId)
      },
      'lti-roster': async (payload) => {
        await jobs.syncRoster(rosterPayload.parse(payload))
      },
      'lti-requeue': async () => {
        await jobs.requeueScores()
      },
      'lti-nightly': async () => {
        await jobs.nightly()
      },
    },
  })
