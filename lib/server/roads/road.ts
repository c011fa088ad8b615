import type { IncomingMessage, ServerResponse } from 'node:http'
import { FRAME_COOKIE, findCookie, type Login } from '@/lib/auth/login-cookie'
import type { Services } from '../services'

/** A small endpoint that is served before Next: saving, submitting, the clock, health. */
export interface Road {
  readonly method: 'GET' | 'POST'
  /** Path segments; ':name' matches one segment and hands it over. */
  readonly path: string
  readonly handle: (call: Call) => Promise<Reply | Stream> | Reply | Stream
}

export interface Call {
  readonly services: Services
  readonly request: IncomingMessage
  readonly params: Readonly<Record<string, string>>
}

export interface Reply {
  readonly status: number
  readonly body: unknown
}

/** A reply that goes on for as long as the page is open. */
export interface Stream {
  readonly stream: (response: ServerResponse) => void
}

export const reply = (status: number, body: unknown): Reply => ({ status, body })

/** An expected refusal; thrown by the steps that every road shares, answered by the router. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export function send(response: ServerResponse, { status, body }: Reply): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  })
  response.end(text)
}

/** The caller's login as the cookie claims it. Refuses requests that another site made the browser send. */
export async function requireLogin({ services, request }: Call): Promise<Login> {
  if (!isFromOwnPages(request, services.env.NEXTAUTH_URL)) throw crossSite()
  const login = await services.readLogin(request.headers.cookie)
  if (!login) throw new Refusal(401, 'signed-out', 'Sign in again; your work is kept.')
  return login
}

export const crossSite = () => new Refusal(403, 'cross-site', 'Requests from another site are not taken.')

/**
 * Whether a page of ours, or nobody's, made the browser send this. The cookie of a frame is sent from pages of other
 * sites: with it, what changes anything has to name our pages as its origin.
 */
export function isFromOwnPages(request: IncomingMessage, ownAddress: string | undefined): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (request.method === 'GET' || request.method === 'HEAD') return true
  const { origin } = request.headers
  if (origin === undefined) return findCookie(request.headers.cookie, FRAME_COOKIE) === null
  // A proxy before us may ask under another name than browsers do.
  const own = [request.headers.host, ownAddress && new URL(ownAddress).host]
  return URL.canParse(origin) && own.includes(new URL(origin).host)
}
