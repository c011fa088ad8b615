import type { Database } from './client'

/** What an administrator sees at a glance. */
export interface Overview {
  readonly databaseVersion: string
  readonly jobsWaiting: number
  readonly openAttempts: number
  readonly people: number
}

export async function readOverview({ prisma, pool }: Database): Promise<Overview> {
  const [version, jobs, openAttempts, people] = await Promise.all([
    pool.query<{ server_version: string }>('SHOW server_version'),
    pool.query<{ count: number }>('SELECT count(*)::int AS count FROM graphile_worker.jobs'),
    prisma.attempt.count({ where: { closedAt: null } }),
    prisma.user.count(),
  ])
  return {
    databaseVersion: `PostgreSQL ${version.rows[0]?.server_version ?? ''}`,
    jobsWaiting: jobs.rows[0]?.count ?? 0,
    openAttempts,
    people,
  }
}
