import type { Clock } from '@/lib/core/clock'
import { err, ok, type Result } from '@/lib/core/result'
import {
  type AccessTokens,
  readJson,
  retryAfter,
  type ServicePlatform,
  type ServiceProblem,
} from './access-tokens'
import { type FetchParts, guardedFetch } from './guarded-fetch'

export interface ServiceRequest {
  readonly platform: ServicePlatform
  /** Of the token. */
  readonly scopes: readonly string[]
  readonly url: string
  readonly accept?: string
  /** A body makes it a POST. */
  readonly body?: { readonly type: string; readonly text: string }
}

export interface ServiceReply {
  readonly status: number
  readonly json: unknown
  /** The address of the next page, where there is one. */
  readonly next: string | null
  readonly retryAfterMs: number | null
}

/** Calls services of platforms with an access token. */
export interface ServiceClient {
  /** The platform's answer whatever its status; an error where there was none or no token. */
  call(request: ServiceRequest): Promise<Result<ServiceReply, ServiceProblem>>
}

export function createServiceClient(
  parts: FetchParts & { readonly clock: Clock; readonly tokens: AccessTokens },
): ServiceClient {
  async function once(
    request: ServiceRequest,
    fresh: boolean,
  ): Promise<Result<ServiceReply, ServiceProblem>> {
    const { platform, scopes, url, accept, body } = request
    const token = await parts.tokens.get(platform, scopes, fresh)
    if (!token.ok) return token
    const answer = await guardedFetch(parts, url, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${token.value}`,
        ...(accept !== undefined && { accept }),
        ...(body && { 'content-type': body.type }),
      },
      ...(body && { body: body.text }),
    }).catch(() => null)
    if (!answer) return err({ code: 'unreachable', retryAfterMs: null })
    return ok({
      status: answer.status,
      json: readJson(answer.text),
      next: nextPage(answer.headers.get('link'), url),
      retryAfterMs: retryAfter(answer.headers, parts.clock.now()),
    })
  }

  return {
    async call(request) {
      const first = await once(request, false)
      // The platform may have ended the token before its time: one more try with a new one.
      return first.ok && first.value.status === 401 ? once(request, true) : first
    },
  }
}

/** The code of an answer that is no success. */
export const problemOf = ({ status, retryAfterMs }: ServiceReply): ServiceProblem => ({
  code: `http-${status}`,
  retryAfterMs,
})

/**
 * `Link: <…>; rel="next"` (RFC 8288), read leniently: platforms write `&amp;` inside the address and typographic
 * quotes around the relation.
 */
export function nextPage(header: string | null, base: string): string | null {
  for (const [, address = '', rest = ''] of (header ?? '').matchAll(/<([^>]*)>([^<]*)/g)) {
    const plain = address.replaceAll('&amp;', '&')
    if (/\brel\s*=[^;,]*\bnext\b/i.test(rest) && URL.canParse(plain, base)) return new URL(plain, base).href
  }
  return null
}

const MOST_PAGES = 500

/** Every page, or why one of them is missing: a part of a list is never taken for the whole. */
export async function readPages(
  client: ServiceClient,
  request: ServiceRequest,
): Promise<Result<readonly unknown[], ServiceProblem>> {
  const pages: unknown[] = []
  const seen = new Set<string>()
  const { origin } = new URL(request.url)
  for (let url: string | null = request.url; url !== null; ) {
    if (seen.has(url)) return err({ code: 'pages-in-a-circle', retryAfterMs: null })
    if (new URL(url).origin !== origin) return err({ code: 'page-elsewhere', retryAfterMs: null })
    if (seen.size >= MOST_PAGES) return err({ code: 'too-many-pages', retryAfterMs: null })
    seen.add(url)
    const reply = await client.call({ ...request, url })
    if (!reply.ok) return reply
    if (reply.value.status !== 200) return err(problemOf(reply.value))
    pages.push(reply.value.json)
    url = reply.value.next
  }
  return ok(pages)
}
