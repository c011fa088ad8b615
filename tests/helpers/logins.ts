import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { endSession, openSession } from '@/lib/auth/sessions'
import type { Database } from '@/lib/db/client'
import { APP_SECRET } from './app-server'

/** Cookies as a browser holds them, in every state that a login can be in; by the real clock, as the server's. */

const cookie = async (userId: string, sessionToken: string, secret = APP_SECRET): Promise<string> =>
  `next-auth.session-token=${await encode({ token: { sub: userId, sid: sessionToken }, secret })}`

export const living = async (database: Database, userId: string): Promise<string> =>
  cookie(userId, await openSession(database, userId, new Date()))

/** Made by somebody who does not know the server's secret. */
export const forged = async (database: Database, userId: string): Promise<string> =>
  cookie(userId, await openSession(database, userId, new Date()), 'a guess at the secret, and a wrong one')

/** Names a login that never was. */
export const invented = (userId: string): Promise<string> => cookie(userId, randomUUID())

/** Somebody's own login under another's name. */
export const borrowed = async (database: Database, userId: string, otherId: string): Promise<string> =>
  cookie(userId, await openSession(database, otherId, new Date()))

export const expired = async (database: Database, userId: string): Promise<string> =>
  cookie(userId, await openSession(database, userId, new Date(Date.now() - 13 * 60 * 60_000)))

/** Copied before its owner signed out. */
export async function replayed(database: Database, userId: string): Promise<string> {
  const sessionToken = await openSession(database, userId, new Date())
  const copied = await cookie(userId, sessionToken)
  await endSession(database, sessionToken)
  return copied
}
