import { PrismaAdapter } from '@auth/prisma-adapter'
import type { AuthOptions } from 'next-auth'
import type { Adapter } from 'next-auth/adapters'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import type { Clock } from '@/lib/core/clock'
import type { Database } from '@/lib/db/client'
import { endSession, LOGIN_SECONDS, openSession } from './sessions'
import { signInWithPassword } from './sign-in'

const credentialsSchema = z.object({
  // No address holds one, and the database takes none.
  email: z
    .string()
    .max(320)
    .refine((email) => !email.includes('\u0000')),
  password: z.string().min(1).max(1024),
})

/**
 * next-auth with an encrypted cookie that names a row in `sessions`: next-auth offers no database sessions for
 * passwords, and a cookie alone could not be revoked.
 */
export function createAuthOptions(database: Database, clock: Clock, secret: string): AuthOptions {
  return {
    secret,
    adapter: PrismaAdapter(database.prisma as never) as Adapter,
    session: { strategy: 'jwt', maxAge: LOGIN_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(raw, request) {
          const input = credentialsSchema.safeParse(raw)
          if (!input.success) return null
          const result = await signInWithPassword(
            database,
            { ...input.data, address: String(request.headers?.['x-client-address'] ?? 'unknown') },
            clock.now(),
          )
          // next-auth shows this code in the reply; the page has words for it.
          if (result.kind === 'too-many') throw new Error('too-many')
          return result.kind === 'welcome' ? result.user : null
        },
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        // `user` is there only at the moment of signing in.
        if (user) return { sub: user.id, sid: await openSession(database, user.id, clock.now()) }
        return token
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === 'string') await endSession(database, token.sid)
      },
    },
  }
}
