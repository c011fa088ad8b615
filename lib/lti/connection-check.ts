import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '@/lib/core/clock'
import type { PlatformInput } from '@/lib/use-cases/platforms'
import { readJson } from './access-tokens'
import { type Answer, type FetchParts, guardedFetch } from './guarded-fetch'
import { requireOutside } from './platform-keys'
import { SCOPES } from './tool-description'
import type { ToolKeys } from './tool-keys'

/** One line of a connection check: a code that the page has words for, and the facts in them. */
export interface CheckLine {
  readonly code: CheckCode
  readonly good: boolean
  readonly facts: Readonly<Record<string, string | number>>
}

export type CheckCode =
  | 'own-good'
  | 'own-unset'
  | 'own-http'
  | 'issuer-good'
  | 'issuer-http'
  | 'issuer-unreachable'
  | 'keys-good'
  | 'keys-unreachable'
  | 'keys-status'
  | 'keys-unreadable'
  | 'keys-unusable'
  | 'clock-good'
  | 'clock-off'
  | 'clock-unknown'
  | 'auth-good'
  | 'auth-unreachable'
  | 'auth-status'
  | 'token-good'
  | 'token-unreachable'
  | 'token-refused'
  | 'token-unreadable'

type CheckedPlatform = Omit<PlatformInput, 'name' | 'frameOrigins'>

/** What a launch forgives, seconds. */
const CLOCK_S = 10
const TIMEOUT_MS = 5_000

const line = (code: CheckCode, facts: CheckLine['facts'] = {}): CheckLine => ({
  code,
  good: code.endsWith('-good'),
  facts,
})

/** Why there was no answer, as the network names it: ENOTFOUND, CERT_HAS_EXPIRED … */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const { cause } = error
  const code = (cause instanceof Error ? cause : error) as { code?: unknown }
  return typeof code.code === 'string' ? code.code : error.message
}

const keysSchema = z.object({
  keys: z.array(
    z.object({
      kty: z.string(),
      kid: z.string().optional(),
      alg: z.string().optional(),
      use: z.string().optional(),
    }),
  ),
})
const tokenSchema = z.object({ access_token: z.string().min(1) })
const errorSchema = z.object({ error: z.string().max(100) })

/**
 * Tries what a launch and the services need of a platform, and tells one line about each: our own address, the issuer,
 * its keys, its clock, its login, and a token for an assertion of ours.
 */
export async function checkConnection(
  parts: FetchParts & {
    readonly clock: Clock
    readonly keys: Pick<ToolKeys, 'sign'>
    /** NEXTAUTH_URL */
    readonly ownAddress: string | undefined
  },
  platform: CheckedPlatform,
): Promise<readonly CheckLine[]> {
  const asking = { ...parts, timeoutMs: TIMEOUT_MS }
  const [issuer, keys, auth, token] = await Promise.all([
    checkIssuer(asking, platform),
    checkKeys(asking, platform),
    checkLogin(asking, platform),
    checkToken(asking, platform),
  ])
  return [ownLine(parts.ownAddress), issuer, ...keys, auth, token]
}

function ownLine(address: string | undefined): CheckLine {
  if (address === undefined) return line('own-unset')
  return line(address.startsWith('https://') ? 'own-good' : 'own-http', { address })
}

/** The name of a platform; whether anybody answers there at all tells a mistyped one. */
async function checkIssuer(parts: FetchParts, { issuer }: CheckedPlatform): Promise<CheckLine> {
  if (!issuer.startsWith('https://')) return line('issuer-http')
  try {
    await look(parts, issuer)
    return line('issuer-good')
  } catch (error) {
    return line('issuer-unreachable', { why: reason(error) })
  }
}

/** The status of a page that is for browsers: it may lead elsewhere. */
async function look(parts: FetchParts, address: string): Promise<number> {
  await requireOutside(address, parts.allowInside)
  const response = await (parts.fetch ?? fetch)(address, {
    redirect: 'manual',
    signal: AbortSignal.timeout(parts.timeoutMs ?? TIMEOUT_MS),
  })
  await response.body?.cancel()
  return response.status
}

async function checkKeys(
  parts: FetchParts & { readonly clock: Clock },
  { jwksUrl }: CheckedPlatform,
): Promise<readonly CheckLine[]> {
  let answer: Answer
  const asked = parts.clock.now().getTime()
  try {
    answer = await guardedFetch(parts, jwksUrl, { headers: { accept: 'application/json' } })
  } catch (error) {
    return [line('keys-unreachable', { why: reason(error) })]
  }
  const clock = clockLine(answer.headers.get('date'), (asked + parts.clock.now().getTime()) / 2)
  if (answer.status !== 200) return [line('keys-status', { status: answer.status }), clock]
  const parsed = keysSchema.safeParse(readJson(answer.text))
  if (!parsed.success) return [line('keys-unreadable'), clock]
  const usable = parsed.data.keys.filter(
    ({ kty, alg = 'RS256', use = 'sig' }) => kty === 'RSA' && alg === 'RS256' && use === 'sig',
  )
  return [line(usable.length > 0 ? 'keys-good' : 'keys-unusable', { count: usable.length }), clock]
}

/** @param between the middle of the time that the answer took, so that the way there and back tells nothing */
function clockLine(date: string | null, between: number): CheckLine {
  const theirs = date === null ? Number.NaN : Date.parse(date)
  if (Number.isNaN(theirs)) return line('clock-unknown')
  // The header counts whole seconds.
  const seconds = Math.round((theirs + 500 - between) / 1000)
  return line(Math.abs(seconds) <= CLOCK_S ? 'clock-good' : 'clock-off', { seconds: Math.abs(seconds) })
}

async function checkLogin(parts: FetchParts, { authUrl }: CheckedPlatform): Promise<CheckLine> {
  try {
    const status = await look(parts, authUrl)
    // Without a request in it, it may well be refused.
    return status === 404 || status >= 500 ? line('auth-status', { status }) : line('auth-good')
  } catch (error) {
    return line('auth-unreachable', { why: reason(error) })
  }
}

async function checkToken(
  parts: FetchParts & { readonly clock: Clock; readonly keys: Pick<ToolKeys, 'sign'> },
  { clientId, tokenUrl, tokenAudience }: CheckedPlatform,
): Promise<CheckLine> {
  const now = Math.floor(parts.clock.now().getTime() / 1000)
  const assertion = await parts.keys.sign({
    iss: clientId,
    sub: clientId,
    aud: tokenAudience ?? tokenUrl,
    iat: now,
    exp: now + 60,
    jti: randomUUID(),
  })
  try {
    const answer = await guardedFetch(parts, tokenUrl, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
        scope: SCOPES.join(' '),
      }),
    })
    const body = readJson(answer.text)
    if (answer.status !== 200) {
      const said = errorSchema.safeParse(body)
      return line('token-refused', { status: answer.status, error: said.success ? said.data.error : '–' })
    }
    return line(tokenSchema.safeParse(body).success ? 'token-good' : 'token-unreadable')
  } catch (error) {
    return line('token-unreachable', { why: reason(error) })
  }
}
