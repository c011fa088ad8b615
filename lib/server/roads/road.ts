import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Login } from '@/lib/auth/login-cookie'
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
  requireSameOrigin(request, services.env.NEXTAUTH_URL)
  const login = await services.readLogin(request.headers.cookie)
  if (!login) throw new Refusal(401, 'signed-out', 'Sign in again; your work is kept.')
  return login
}

function requireSameOrigin(request: IncomingMessage, ownAddress: string | undefined): void {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new Refusal(403, 'cross-site', 'Requests from another site are not taken.')
  }
  const origin = request.headers.origin
  if (origin === undefined || request.method === 'GET') return
  // A proxy before us may ask under another name than browsers do.
  const own = [request.headers.host, ownAddress && new URL(ownAddress).host]
  if (!URL.canParse(origin) || !own.includes(new URL(origin).host)) {
    throw new Refusal(403, 'cross-site', 'Requests from another site are not taken.')
  }
}
