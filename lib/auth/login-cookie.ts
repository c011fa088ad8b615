import { decode, encode } from 'next-auth/jwt'
import { FRAME_LOGIN_SECONDS, LOGIN_SECONDS } from './sessions'

/** What the cookie claims; whether the login still lives is asked of the database. */
export interface Login {
  readonly userId: string
  readonly sessionToken: string
  /** Whether it is the login of a frame in a learning management system, and holds nowhere else. */
  readonly inFrame: boolean
}

/** The login of a frame: the one cookie of ours that browsers send from pages of another site, apart for each site. */
export const FRAME_COOKIE = '__Host-quizgrad-frame'
const NAMES = ['__Secure-next-auth.session-token', 'next-auth.session-token'] as const
// Decrypting costs more than the save it guards, and the same cookie comes with every save.
const REMEMBERED = 5_000

/** Reads the login out of a Cookie header; null where there is none, or it was not made here, or is too old. */
export function createLoginReader(
  secret: string,
): (cookieHeader: string | undefined) => Promise<Login | null> {
  const remembered = new Map<string, { login: Login; expires: number }>()
  return async (cookieHeader) => {
    const name = [...NAMES, FRAME_COOKIE].find((each) => findCookie(cookieHeader, each) !== null)
    const cookie = name === undefined ? null : findCookie(cookieHeader, name)
    if (cookie === null) return null
    const known = remembered.get(cookie)
    if (known && known.expires > Date.now()) return known.login
    const claims = await decode({ token: cookie, secret }).catch(() => null)
    if (!claims || typeof claims.sub !== 'string' || typeof claims.sid !== 'string') return null
    const login = { userId: claims.sub, sessionToken: claims.sid, inFrame: name === FRAME_COOKIE }
    if (remembered.size >= REMEMBERED) remembered.clear()
    const expires = typeof claims.exp === 'number' ? claims.exp * 1000 : 0
    remembered.set(cookie, { login, expires })
    return login
  }
}

/** The value of a cookie in a Cookie header; null where it is not there. */
export function findCookie(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (name === pair.slice(0, at).trim()) return pair.slice(at + 1).trim()
  }
  return null
}

export interface LoginCookie {
  readonly name: string
  readonly value: string
  readonly options: {
    readonly maxAge: number
    readonly path: '/'
    readonly httpOnly: true
    readonly secure: boolean
    readonly sameSite: 'lax' | 'none'
    readonly partitioned?: true
  }
}

/** How long the login of a frame, or of a window, lasts. */
export const secondsOf = ({ inFrame }: Pick<Login, 'inFrame'>): number =>
  inFrame ? FRAME_LOGIN_SECONDS : LOGIN_SECONDS

/** The cookie that carries a login: in a window as next-auth would set it. @param secure whether the product is reached over https */
export async function loginCookie(
  { userId, sessionToken, inFrame }: Login,
  secret: string,
  secure: boolean,
): Promise<LoginCookie> {
  const maxAge = secondsOf({ inFrame })
  const value = await encode({ token: { sub: userId, sid: sessionToken }, secret, maxAge })
  const common = { maxAge, path: '/', httpOnly: true } as const
  return inFrame
    ? { name: FRAME_COOKIE, value, options: { ...common, secure: true, sameSite: 'none', partitioned: true } }
    : { name: secure ? NAMES[0] : NAMES[1], value, options: { ...common, secure, sameSite: 'lax' } }
}

/** The Set-Cookie header of it. */
export function setCookieOf({ name, value, options }: LoginCookie): string {
  const { maxAge, path, secure, sameSite, partitioned } = options
  return [
    `${name}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly`,
    sameSite === 'none' ? 'SameSite=None' : 'SameSite=Lax',
    ...(secure ? ['Secure'] : []),
    ...(partitioned ? ['Partitioned'] : []),
  ].join('; ')
}
