import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { jwtVerify } from 'jose'
import type { Clock } from '@/lib/core/clock'
import { err, ok, type Result } from '@/lib/core/result'
import { type Launch, readLaunch } from './claims'
import { mayReturn } from './deep-link'
import type { PlatformKeys } from './platform-keys'

/** A launch that is begun and never ended is forgotten. */
export const LAUNCH_MS = 10 * 60_000
/** Clocks differ by so many seconds at most. */
const SKEW_S = 10
const LONGEST_TOKEN = 32 * 1024

export interface Platform {
  readonly id: string
  readonly issuer: string
  readonly clientId: string
  readonly authUrl: string
  readonly jwksUrl: string
}

/** A frame of the platform that keeps values for tools (Client Side postMessage Storage, 1EdTech). */
export interface PlatformStorage {
  /** '_parent', or the name of a frame beside ours. */
  readonly target: string
  /** Nobody else is told or believed anything: the origin of the registered login. */
  readonly origin: string
}

export interface LtiStore {
  /** The active platform of that issuer and client; without a client, of the issuer where it has only one. */
  findPlatform(issuer: string, clientId: string | null): Promise<Platform | null>
  begin(login: {
    readonly stateHash: string
    readonly nonceHash: string
    readonly browserHash: string
    readonly platformId: string
    readonly storageTarget: string | null
    readonly now: Date
  }): Promise<void>
  /** Where the platform may keep what ties this launch to the browser; null where it may not, or there is no launch. */
  findStorage(stateHash: string): Promise<PlatformStorage | null>
  /** Uses the state, once and for all; null where it is not there, used, too old, or another browser's. */
  use(input: {
    readonly stateHash: string
    readonly browserHash: string
    readonly since: Date
    readonly now: Date
  }): Promise<{ readonly nonceHash: string; readonly platform: Platform } | null>
  /** Lets in whom the platform vouches for; where they come out. */
  admit(input: {
    readonly platform: Platform
    readonly launch: Launch
    readonly now: Date
  }): Promise<Admission>
}

export type Admission =
  | { readonly kind: 'admitted'; readonly userId: string; readonly path: string }
  /** The administrator has not approved this deployment. */
  | { readonly kind: 'deployment' }
  /** Content is chosen by instructors alone. */
  | { readonly kind: 'instructors-only' }
  /** A student, and the instructor has not opened the course, or not chosen an exam for the link. */
  | { readonly kind: 'not-ready' }

export interface LaunchParts {
  readonly clock: Clock
  readonly store: LtiStore
  readonly keys: PlatformKeys
}

/** 256 random bits. */
export const secret = (): string => randomBytes(32).toString('base64url')
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const same = (a: string, b: string): boolean => {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}

export interface Initiation {
  readonly iss: string
  readonly login_hint: string
  readonly client_id?: string | undefined
  readonly lti_message_hint?: string | undefined
  readonly lti_storage_target?: string | undefined
}

/** A launch under way, for the browser that began it. */
export interface Begun {
  readonly location: string
  readonly state: string
  /** The secret that ties the launch to the browser. */
  readonly browser: string
  readonly storage: PlatformStorage | null
}

/**
 * Third-party initiated login (Security Framework 1.0, 5.1.1): where to send the browser, and what to leave with it so that
 * no other browser can end what this one began.
 */
export async function beginLaunch(
  { clock, store }: LaunchParts,
  initiation: Initiation,
  redirectUri: string,
): Promise<Begun | null> {
  const platform = await store.findPlatform(initiation.iss, initiation.client_id ?? null)
  if (!platform) return null
  const [state, nonce, browser] = [secret(), secret(), secret()]
  const storageTarget = initiation.lti_storage_target ?? null
  await store.begin({
    stateHash: hashOf(state),
    nonceHash: hashOf(nonce),
    browserHash: hashOf(browser),
    platformId: platform.id,
    storageTarget,
    now: clock.now(),
  })
  const location = new URL(platform.authUrl)
  const query = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: platform.clientId,
    redirect_uri: redirectUri,
    login_hint: initiation.login_hint,
    ...(initiation.lti_message_hint !== undefined && { lti_message_hint: initiation.lti_message_hint }),
    state,
    nonce,
  }
  for (const [name, value] of Object.entries(query)) location.searchParams.set(name, value)
  const storage = storageTarget === null ? null : { target: storageTarget, origin: location.origin }
  return { location: location.href, state, browser, storage }
}

/** Why a launch is refused: for the log. The page says only what its reader can do about it. */
export type LaunchRefusal = {
  readonly kind: 'state' | 'token' | 'claims' | 'anonymous'
  readonly why: string
}

/** The end of a launch: the state is used up whatever comes of it. @param browser the secret that was left with it */
export async function endLaunch(
  { clock, store, keys }: LaunchParts,
  { state, token, browser }: { readonly state: string; readonly token: string; readonly browser: string },
): Promise<Result<Admission, LaunchRefusal>> {
  const now = clock.now()
  const begun = await store.use({
    stateHash: hashOf(state),
    browserHash: hashOf(browser),
    since: new Date(now.getTime() - LAUNCH_MS),
    now,
  })
  if (!begun) return err({ kind: 'state', why: 'unknown, used, too old, or of another browser' })
  const { platform, nonceHash } = begun
  if (token.length > LONGEST_TOKEN) return err({ kind: 'token', why: 'too long' })
  let payload: unknown
  try {
    const verified = await jwtVerify(token, keys.keyOf(platform.jwksUrl), {
      // Fixed: a token never chooses how it is checked.
      algorithms: ['RS256'],
      issuer: platform.issuer,
      audience: platform.clientId,
      clockTolerance: SKEW_S,
      currentDate: now,
      requiredClaims: ['exp', 'iat', 'nonce'],
      maxTokenAge: LAUNCH_MS / 1000,
    })
    payload = verified.payload
  } catch (error) {
    return err({ kind: 'token', why: error instanceof Error ? error.message : 'not verified' })
  }
  const launch = readLaunch(payload, platform.clientId)
  if ('wrong' in launch) return err({ kind: 'claims', why: launch.wrong })
  if (!same(hashOf(launch.nonce), nonceHash)) return err({ kind: 'claims', why: 'nonce' })
  if (launch.sub === null) return err({ kind: 'anonymous', why: 'sub is absent' })
  if (launch.deepLink && !mayReturn(launch.deepLink, platform))
    return err({ kind: 'claims', why: 'deep_link_return_url' })
  return ok(await store.admit({ platform, launch, now }))
}
