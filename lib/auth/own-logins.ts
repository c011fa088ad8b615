import { isId } from '@/lib/core/ids'
import type { Database } from '@/lib/db/client'
import { type Device, deviceOf } from './device'
import type { LoginKind } from './sessions'

/** A living login, as its owner or an administrator may see it: the token stays here. */
export interface ShownLogin {
  readonly id: string
  readonly kind: LoginKind
  readonly device: Device
  readonly since: Date
  /** To a few minutes. */
  readonly lastSeen: Date | null
  readonly until: Date
}

export interface OwnLogin extends ShownLogin {
  /** Whether it is the one that asks. */
  readonly isThis: boolean
}

interface Asking {
  readonly userId: string
  readonly sessionToken: string
}

/** The person's living logins, the latest first. */
export async function listOwnLogins(
  { prisma }: Database,
  { userId, sessionToken }: Asking,
  now: Date,
): Promise<readonly OwnLogin[]> {
  const rows = await prisma.session.findMany({
    where: { userId, expires: { gt: now } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as LoginKind,
    device: deviceOf(row.userAgent),
    since: row.createdAt,
    lastSeen: row.lastSeenAt,
    until: row.expires,
    isThis: row.sessionToken === sessionToken,
  }))
}

/** Ends one of the person's own logins. Somebody else's is left alone. */
export async function endOwnLogin(
  { prisma }: Database,
  { userId }: Asking,
  loginId: string,
): Promise<number> {
  if (!isId(loginId)) return 0
  const { count } = await prisma.session.deleteMany({ where: { id: loginId, userId } })
  return count
}

/** Ends all of the person's logins but the one that asks. */
export async function endOtherLogins(
  { prisma }: Database,
  { userId, sessionToken }: Asking,
): Promise<number> {
  const { count } = await prisma.session.deleteMany({
    where: { userId, sessionToken: { not: sessionToken } },
  })
  return count
}
