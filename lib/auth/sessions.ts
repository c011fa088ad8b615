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

/** The ways in. */
export type LoginKind = 'password' | 'lms' | 'sso'

/** How somebody came in, and with what. */
export interface Arrival {
  readonly kind: LoginKind
  readonly userAgent?: string | null | undefined
  /** How long the login lasts. */
  readonly seconds?: number
}

/** The account is kept out: whatever was proven, no login is opened. */
export class Deactivated extends Error {
  override readonly name = 'Deactivated'
}

const USER_AGENT_LENGTH = 300
/** A login that was seen so long ago is noted anew: one write in so long, however many requests. */
const SEEN_MS = 5 * 60_000

/**
 * Opens a login and gives back its token: 256 random bits. Every way in ends here.
 * @throws Deactivated where an administrator keeps the account out
 */
export async function openSession(
  { pool }: Database,
  userId: string,
  now: Date,
  { kind, userAgent, seconds = LOGIN_SECONDS }: Arrival = { kind: 'password' },
): Promise<string> {
  const sessionToken = randomBytes(32).toString('base64url')
  // The lock makes a deactivation going on wait or be seen: it ends what was opened before.
  const { rowCount } = await pool.query(
    `WITH person AS (SELECT id FROM users WHERE id = $2 AND deactivated_at IS NULL FOR SHARE)
    INSERT INTO sessions (id, session_token, user_id, created_at, last_seen_at, expires, kind, user_agent)
    SELECT gen_random_uuid(), $1, id, $3, $3, $4, $5, $6 FROM person`,
    [
      sessionToken,
      userId,
      now,
      new Date(now.getTime() + seconds * 1000),
      kind,
      userAgent?.slice(0, USER_AGENT_LENGTH) ?? null,
    ],
  )
  if (rowCount === 0) throw new Deactivated('The account is deactivated.')
  return sessionToken
}

/** How the owner of a login came in; by password where it is gone. */
export async function kindOfLogin({ prisma }: Database, sessionToken: string): Promise<LoginKind> {
  const row = await prisma.session.findUnique({ where: { sessionToken }, select: { kind: true } })
  return (row?.kind as LoginKind | undefined) ?? 'password'
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
    where: {
      sessionToken: login.sessionToken,
      userId: login.userId,
      expires: { gt: now },
      user: { deactivatedAt: null },
    },
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
  const { user, lastSeenAt } = session
  if (lastSeenAt === null || now.getTime() - lastSeenAt.getTime() >= SEEN_MS)
    await prisma.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } })
  return {
    id: user.id,
    name: user.name ?? user.email ?? '',
    email: user.email,
    isAdmin: user.isAdmin,
    isStaff: user.isAdmin || user.enrolments.length > 0,
  }
}
