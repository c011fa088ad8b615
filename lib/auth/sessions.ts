import { randomBytes } from 'node:crypto'
import type { Database } from '@/lib/db/client'

/** How long a login lasts, in seconds: an exam day and the way home. */
export const LOGIN_SECONDS = 12 * 60 * 60
/** In a frame of a learning management system it is made anew with every launch: an exam with extra time. */
export const FRAME_LOGIN_SECONDS = 6 * 60 * 60

export interface Viewer {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly isAdmin: boolean
  /** Teaches at least one course. */
  readonly isStaff: boolean
}

/** Opens a login and gives back its token: 256 random bits. */
export async function openSession(
  { prisma }: Database,
  userId: string,
  now: Date,
  seconds = LOGIN_SECONDS,
): Promise<string> {
  const sessionToken = randomBytes(32).toString('base64url')
  await prisma.session.create({
    data: { sessionToken, userId, createdAt: now, expires: new Date(now.getTime() + seconds * 1000) },
  })
  return sessionToken
}

/** Ends one login. */
export async function endSession({ prisma }: Database, sessionToken: string): Promise<void> {
  await prisma.session.deleteMany({ where: { sessionToken } })
}

/** Which of the logins live. */
export async function liveSessions(
  { prisma }: Database,
  sessionTokens: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await prisma.session.findMany({
    where: { sessionToken: { in: [...sessionTokens] }, expires: { gt: now } },
    select: { sessionToken: true },
  })
  return new Set(rows.map((row) => row.sessionToken))
}

/** Who a living login belongs to; null where it has ended. */
export async function findViewer(
  { prisma }: Database,
  login: { userId: string; sessionToken: string },
  now: Date,
): Promise<Viewer | null> {
  const session = await prisma.session.findFirst({
    where: { sessionToken: login.sessionToken, userId: login.userId, expires: { gt: now } },
    include: {
      user: {
        include: {
          enrolments: {
            where: { role: { in: ['instructor', 'grader', 'observer'] }, leftAt: null },
            take: 1,
          },
        },
      },
    },
  })
  if (!session) return null
  const { user } = session
  return {
    id: user.id,
    name: user.name ?? user.email ?? '',
    email: user.email,
    isAdmin: user.isAdmin,
    isStaff: user.isAdmin || user.enrolments.length > 0,
  }
}
