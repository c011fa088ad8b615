import { PrismaAdapter } from '@auth/prisma-adapter'
import type { AuthOptions } from 'next-auth'
import type { Adapter } from 'next-auth/adapters'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import type { Clock } from '@/lib/core/clock'
import type { Locale } from '@/lib/core/localized'
import { passwordSchema } from '@/lib/core/password-rules'
import type { Database } from '@/lib/db/client'
import { arriveBySso } from './identities'
import type { Login } from './login-cookie'
import { OIDC_PROVIDER, type OidcClaims, type OidcSettings, oidcProvider, subjectOf } from './oidc'
import { endSession, LOGIN_SECONDS, openSession } from './sessions'
import { signInWithPassword } from './sign-in'

const credentialsSchema = z.object({
  // No address holds one, and the database takes none.
  email: z
    .string()
    .max(320)
    .refine((email) => !email.includes('\u0000')),
  password: z.string().min(1).max(1024),
  /** The one to come, where the password has to be changed. */
  next: passwordSchema.optional(),
})

/** The request that asks, as far as signing in cares. */
export interface Visit {
  readonly userAgent: string | null
  readonly locale: Locale
  /** The living login that asked minutes ago for an identity to be added; null where none did. */
  readonly findLink: () => Promise<{ readonly login: Login; readonly tokenHash: string } | null>
}

export interface AuthParts {
  readonly database: Database
  readonly clock: Clock
  readonly secret: string
  readonly oidc: OidcSettings | null
  /** Hears why a sign-in by the provider failed; never a token. */
  readonly onProblem: (code: string, why: string) => void
}

/**
 * next-auth with an encrypted cookie that names a row in `sessions`: next-auth offers no database sessions for
 * passwords, and a cookie alone could not be revoked.
 */
export function createAuthOptions(
  { database, clock, secret, oidc, onProblem }: AuthParts,
  visit: Visit,
): AuthOptions {
  /** The account that the provider's subject turned out to be, and the login that it takes the place of. */
  let arrived: { userId: string; before: Login | null } | null = null

  return {
    secret,
    adapter: {
      ...(PrismaAdapter(database.prisma as never) as Adapter),
      // By itself next-auth would add an identity to whomever the cookie names, ended or not, and find people by address.
      getUser: async () => null,
      getUserByEmail: async () => null,
      getUserByAccount: async () => {
        const user = arrived && (await database.prisma.user.findUnique({ where: { id: arrived.userId } }))
        return (
          user && { id: user.id, name: user.name, email: user.email ?? '', emailVerified: user.emailVerified }
        )
      },
    },
    session: { strategy: 'jwt', maxAge: LOGIN_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    logger: {
      error: (code, about) => onProblem(code, about instanceof Error ? about.message : about.error.message),
      warn: () => undefined,
      debug: () => undefined,
    },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' }, next: { type: 'password' } },
        async authorize(raw, request) {
          const input = credentialsSchema.safeParse(raw)
          if (!input.success) return null
          const result = await signInWithPassword(
            database,
            { ...input.data, address: String(request.headers?.['x-client-address'] ?? 'unknown') },
            clock.now(),
          )
          if (result.kind === 'welcome') return result.user
          if (result.kind === 'wrong') return null
          // next-auth shows this code in the reply; the page has words for it.
          throw new Error(result.kind)
        },
      }),
      ...(oidc ? [oidcProvider(oidc)] : []),
    ],
    callbacks: {
      async signIn({ account, profile }) {
        if (account?.provider !== OIDC_PROVIDER) return true
        const subject = oidc && subjectOf(profile as OidcClaims, oidc.issuer)
        if (!subject) return '/sign-in?error=refused'
        const link = await visit.findLink()
        const arrival = await arriveBySso(
          database,
          subject,
          link && { tokenHash: link.tokenHash, userId: link.login.userId },
          clock.now(),
        )
        if (arrival.kind !== 'welcome')
          return link ? `/account?link=${arrival.kind}` : `/sign-in?error=${arrival.kind}`
        arrived = { userId: arrival.userId, before: link?.login ?? null }
        return true
      },
      async jwt({ token, user, account }) {
        // `user` is there only at the moment of signing in.
        if (!user) return token
        const now = clock.now()
        const kind = account?.provider === OIDC_PROVIDER ? 'sso' : 'password'
        const sid = await openSession(database, user.id, now, { kind, userAgent: visit.userAgent })
        // Whoever can do more now goes on with a login of its own.
        if (arrived?.before) await endSession(database, arrived.before.sessionToken)
        await database.prisma.user.updateMany({ where: { id: user.id }, data: { locale: visit.locale } })
        return { sub: user.id, sid }
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === 'string') await endSession(database, token.sid)
      },
    },
  }
}
