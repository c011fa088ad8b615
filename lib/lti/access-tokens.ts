import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '@/lib/core/clock'
import { err, ok, type Result } from '@/lib/core/result'
import { type FetchParts, guardedFetch } from './guarded-fetch'
import type { ToolKeys } from './tool-keys'

/** A platform as its services are called. */
export interface ServicePlatform {
  readonly id: string
  readonly clientId: string
  readonly tokenUrl: string
  /** What the token endpoint wants to be called; null: by its address. */
  readonly tokenAudience: string | null
}

/** Why a platform gave no usable answer: a code for the page, and when it wants to be asked again. */
export interface ServiceProblem {
  readonly code: string
  readonly retryAfterMs: number | null
}

/** Before its end a token is not used any more. */
const SPARE_S = 60
/** Our clock may be ahead of the platform's by so much. */
const AHEAD_S = 10
const ASSERTION_S = 4 * 60
/** OAuth 2.0 (RFC 6749, 5.1) leaves the lifetime open. */
const USUAL_S = 3600

const answerSchema = z.object({
  access_token: z.string().min(1).max(16_000),
  expires_in: z.coerce.number().positive().optional(),
})

export interface AccessTokens {
  /** @param fresh a new one even if the kept one should still live: the platform has refused it */
  get(
    platform: ServicePlatform,
    scopes: readonly string[],
    fresh?: boolean,
  ): Promise<Result<string, ServiceProblem>>
}

/**
 * Access tokens by client credentials with a signed assertion (Security Framework 1.0, 4.1; RFC 7523), kept for each
 * platform and set of scopes.
 */
export function createAccessTokens(
  parts: FetchParts & { readonly clock: Clock; readonly keys: ToolKeys },
): AccessTokens {
  const kept = new Map<string, { readonly token: string; readonly until: number }>()
  const asking = new Map<string, Promise<Result<string, ServiceProblem>>>()

  async function ask(
    platform: ServicePlatform,
    scope: string,
    key: string,
  ): Promise<Result<string, ServiceProblem>> {
    const now = parts.clock.now().getTime()
    const issuedAt = Math.floor(now / 1000) - AHEAD_S
    const assertion = await parts.keys.sign({
      iss: platform.clientId,
      sub: platform.clientId,
      aud: platform.tokenAudience ?? platform.tokenUrl,
      iat: issuedAt,
      exp: issuedAt + AHEAD_S + ASSERTION_S,
      jti: randomUUID(),
    })
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      scope,
    })
    const answer = await guardedFetch(parts, platform.tokenUrl, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body,
    }).catch(() => null)
    if (!answer) return err({ code: 'token-unreachable', retryAfterMs: null })
    if (answer.status < 200 || answer.status > 299)
      return err({
        code: `token-refused-${answer.status}`,
        retryAfterMs: retryAfter(answer.headers, parts.clock.now()),
      })
    const parsed = answerSchema.safeParse(readJson(answer.text))
    if (!parsed.success) return err({ code: 'token-unreadable', retryAfterMs: null })
    const { access_token: token, expires_in: seconds = USUAL_S } = parsed.data
    kept.set(key, { token, until: now + (seconds - SPARE_S) * 1000 })
    return ok(token)
  }

  return {
    get(platform, scopes, fresh = false) {
      const scope = [...scopes].sort().join(' ')
      const key = `${platform.id} ${platform.clientId} ${platform.tokenUrl} ${scope}`
      const known = kept.get(key)
      if (!fresh && known && parts.clock.now().getTime() < known.until)
        return Promise.resolve(ok(known.token))
      // Whoever comes meanwhile waits for the same answer.
      const under = asking.get(key) ?? ask(platform, scope, key).finally(() => asking.delete(key))
      asking.set(key, under)
      return under
    },
  }
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3); null where there is none. At most a day. */
export function retryAfter(headers: Headers, now: Date): number | null {
  const text = headers.get('retry-after')
  if (text === null) return null
  const ms = /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - now.getTime()
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), 24 * 60 * 60_000)
}
