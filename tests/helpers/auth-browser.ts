import NextAuth from 'next-auth'
import { decode } from 'next-auth/jwt'
import { type AuthParts, createAuthOptions, type Visit } from '@/lib/auth/options'

const ORIGIN = 'http://127.0.0.1:3000'

/** A browser at our side of next-auth: it keeps cookies and follows a provider's redirects. */
export function createAuthBrowser(parts: AuthParts, visit: Visit) {
  const cookies = new Map<string, string>()
  // Where next-auth believes it is reached.
  process.env.NEXTAUTH_URL = ORIGIN

  async function ask(method: 'GET' | 'POST', address: string, body: Record<string, string> = {}) {
    const url = new URL(address, ORIGIN)
    const [, , , ...nextauth] = url.pathname.split('/')
    const headers = new Map<string, string | readonly string[]>()
    let sent: unknown = null
    const response = {
      getHeader: (name: string) => headers.get(name.toLowerCase()),
      setHeader(name: string, value: string | readonly string[]) {
        headers.set(name.toLowerCase(), value)
        return response
      },
      status: () => response,
      json: (value: unknown) => {
        sent = value
      },
      send: (value: unknown) => {
        sent = value
      },
      end: () => undefined,
    }
    const request = {
      method,
      headers: { host: new URL(ORIGIN).host },
      cookies: Object.fromEntries(cookies),
      query: { ...Object.fromEntries(url.searchParams), nextauth },
      body,
    }
    await NextAuth(request as never, response as never, createAuthOptions(parts, visit))
    for (const line of [headers.get('set-cookie') ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, decodeURIComponent(value))
    }
    return { sent, location: String(headers.get('location') ?? '') }
  }

  return {
    cookies,
    ask,
    /** Starts a sign-in by the provider, and gives the address that it sends the browser back to. */
    async goToProvider(callbackUrl: string): Promise<string> {
      const { sent } = await ask('GET', '/api/auth/csrf')
      const { csrfToken } = sent as { csrfToken: string }
      const { location } = await ask('POST', '/api/auth/signin/oidc', { csrfToken, callbackUrl })
      const reply = await fetch(location, { redirect: 'manual' })
      return reply.headers.get('location') ?? ''
    },
    /** The login that the cookie claims. */
    async login(): Promise<{ userId: string; sessionToken: string } | null> {
      const token = cookies.get('next-auth.session-token')
      const claims = token ? await decode({ token, secret: parts.secret }) : null
      return claims ? { userId: String(claims.sub), sessionToken: String(claims.sid) } : null
    },
  }
}
