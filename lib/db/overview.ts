import { type Localized, localizedSchema } from '@/lib/core/localized'
import type { Role } from '@/prisma/generated/client'
import type { Database } from './client'

/** What an administrator sees at a glance. */
export interface Overview {
  readonly databaseVersion: string
  readonly jobsWaiting: number
  readonly openAttempts: number
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly email: string | null
    readonly isAdmin: boolean
    readonly roles: readonly { readonly courseId: string; readonly title: Localized; readonly role: Role }[]
  }[]
}

export async function readOverview({ prisma, pool }: Database): Promise<Overview> {
  const [version, jobs, openAttempts, users] = await Promise.all([
    pool.query<{ server_version: string }>('SHOW server_version'),
    pool.query<{ count: number }>('SELECT count(*)::int AS count FROM graphile_worker.jobs'),
    prisma.attempt.count({ where: { closedAt: null } }),
    prisma.user.findMany({
      orderBy: { name: 'asc' },
      include: { enrolments: { include: { course: true } } },
    }),
  ])
  return {
    databaseVersion: `PostgreSQL ${version.rows[0]?.server_version ?? ''}`,
    jobsWaiting: jobs.rows[0]?.count ?? 0,
    openAttempts,
    people: users.map((user) => ({
      id: user.id,
      name: user.name ?? user.email ?? '',
      email: user.email,
      isAdmin: user.isAdmin,
      roles: user.enrolments.map(({ courseId, course, role }) => ({
        courseId,
        title: localizedSchema.parse(course.title),
        role,
      })),
    })),
  }
}
