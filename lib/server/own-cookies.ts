import { cookies } from 'next/headers'
import { TOKEN_MINUTES } from '@/lib/auth/account-tokens'
import { type Login, loginCookie, secondsOf } from '@/lib/auth/login-cookie'
import { endSession, kindOfLogin, openSession } from '@/lib/auth/sessions'
import { services } from './services'

/** Holds the token of an identity about to be added, while the person signs in over there. */
export const LINK_COOKIE = 'quizgrad-link'

const isSecure = (): boolean => services().postOffice.origin.startsWith('https:')

/** Ties the wish to add an identity to this browser. */
export async function setLinkCookie(token: string): Promise<void> {
  ;(await cookies()).set(LINK_COOKIE, token, {
    maxAge: TOKEN_MINUTES.link * 60,
    path: '/api/auth',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
  })
}

/** Goes on with a new login, of the same person or of the one they turned out to be; the one before ends. */
export async function renewLogin(before: Login, userId: string, userAgent: string | null): Promise<void> {
  const { database, deps, env } = services()
  const { inFrame } = before
  const kind = await kindOfLogin(database, before.sessionToken)
  const seconds = secondsOf({ inFrame })
  const sessionToken = await openSession(database, userId, deps.clock.now(), { kind, userAgent, seconds })
  await endSession(database, before.sessionToken)
  const login = { userId, sessionToken, inFrame }
  const { name, value, options } = await loginCookie(login, env.NEXTAUTH_SECRET, isSecure())
  ;(await cookies()).set(name, value, options)
}
