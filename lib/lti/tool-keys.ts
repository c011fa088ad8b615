import {
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
} from 'jose'
import type { Clock } from '@/lib/core/clock'
import { createSeal } from './seal'

/** The key with which the tool signs gets this old; then the next one takes over. */
const CURRENT_MS = 90 * 24 * 60 * 60_000
/** A platform that keeps our keys for so long has read the next one before anything is signed with it. */
const PUBLISHED_FIRST_MS = 60 * 60_000
/** A retired key stays published for what was signed with it. */
const OVERLAP_MS = 7 * 24 * 60 * 60_000

export interface ToolKeyRecord {
  readonly kid: string
  readonly publicJwk: JWK
  readonly createdAt: Date
  /** Null: the next key, which signs nothing yet. */
  readonly activeFrom: Date | null
  readonly retiredAt: Date | null
}

export interface StoredToolKey extends ToolKeyRecord {
  /** The private JWK, encrypted. */
  readonly sealed: Uint8Array
}

export interface ToolKeyStore {
  /** Newest first. */
  list(): Promise<readonly StoredToolKey[]>
  /** Replaces the whole set by what `decide` makes of it; of all processes one at a time. */
  change(
    decide: (keys: readonly StoredToolKey[]) => Promise<readonly StoredToolKey[]>,
  ): Promise<readonly StoredToolKey[]>
}

export type Rotation =
  | { readonly kind: 'rotated' }
  /** Platforms may not know the next key yet. */
  | { readonly kind: 'too-soon'; readonly until: Date }

/** The tool's own keys (Security Framework 1.0, 6): one that signs, the next one, and those that have signed lately. */
export interface ToolKeys {
  /** A JWT of exactly these claims, RS256, with the kid of the current key. */
  sign(claims: JWTPayload, header?: Omit<JWTHeaderParameters, 'alg' | 'kid'>): Promise<string>
  /** The public parts of all keys that are current, next or retired lately. */
  published(): Promise<JSONWebKeySet>
  list(): Promise<readonly ToolKeyRecord[]>
  rotate(): Promise<Rotation>
  /** Rotates where the current key is old enough, and forgets keys that are retired for long. */
  rotateIfDue(): Promise<void>
}

const currentOf = <Key extends ToolKeyRecord>(keys: readonly Key[]): Key | undefined =>
  keys.find(({ activeFrom, retiredAt }) => activeFrom !== null && retiredAt === null)
const nextOf = <Key extends ToolKeyRecord>(keys: readonly Key[]): Key | undefined =>
  keys.find(({ activeFrom }) => activeFrom === null)

export function createToolKeys(parts: {
  readonly clock: Clock
  readonly store: ToolKeyStore
  readonly secret: string
  /** A key can not be opened, since the server's secret is another one now; a new key takes its place. */
  readonly onLost: (kid: string) => void
}): ToolKeys {
  const { clock, store, onLost } = parts
  const seal = createSeal(parts.secret, 'quizgrad lti tool keys')
  const opened = new Map<string, CryptoKey>()

  async function generate(activeFrom: Date | null): Promise<StoredToolKey> {
    const pair = await generateKeyPair('RS256', { extractable: true })
    const kid = crypto.randomUUID()
    return {
      kid,
      publicJwk: { ...(await exportJWK(pair.publicKey)), kid, alg: 'RS256', use: 'sig' },
      sealed: seal.close(JSON.stringify(await exportJWK(pair.privateKey)), kid),
      createdAt: clock.now(),
      activeFrom,
      retiredAt: null,
    }
  }

  async function open({ kid, sealed }: StoredToolKey): Promise<CryptoKey | null> {
    const known = opened.get(kid)
    if (known) return known
    const text = seal.open(sealed, kid)
    if (text === null) return null
    const key = (await importJWK(JSON.parse(text) as JWK, 'RS256')) as CryptoKey
    opened.set(kid, key)
    return key
  }

  const usable = async (key: StoredToolKey | undefined): Promise<boolean> =>
    key !== undefined && (await open(key)) !== null

  /** A set that can sign: with a current key and a next one that both open. */
  async function complete(keys: readonly StoredToolKey[]): Promise<readonly StoredToolKey[]> {
    const now = clock.now()
    const kept: StoredToolKey[] = []
    for (const key of keys) {
      if (key.retiredAt !== null || (await usable(key))) kept.push(key)
      else {
        onLost(key.kid)
        // What it has signed is still verified for a while.
        if (key.activeFrom !== null) kept.push({ ...key, retiredAt: now })
      }
    }
    if (!currentOf(kept)) kept.push(await generate(now))
    if (!nextOf(kept)) kept.push(await generate(null))
    return kept
  }

  async function ready(): Promise<readonly StoredToolKey[]> {
    const keys = await store.list()
    return (await usable(currentOf(keys))) && (await usable(nextOf(keys))) ? keys : store.change(complete)
  }

  /** The next key signs from now on, and another one is published. */
  const turn = async (keys: readonly StoredToolKey[]): Promise<readonly StoredToolKey[]> => {
    const now = clock.now()
    const moved = keys.map((key) => {
      if (key === currentOf(keys)) return { ...key, retiredAt: now }
      return key === nextOf(keys) ? { ...key, activeFrom: now } : key
    })
    return [...moved, await generate(null)]
  }

  const knownFrom = (key: ToolKeyRecord | undefined): Date =>
    new Date((key?.createdAt.getTime() ?? 0) + PUBLISHED_FIRST_MS)

  return {
    async sign(claims, header) {
      const current = currentOf(await ready())
      const key = current && (await open(current))
      if (!key) throw new Error('no key to sign with')
      return new SignJWT(claims)
        .setProtectedHeader({ typ: 'JWT', ...header, alg: 'RS256', kid: current.kid })
        .sign(key)
    },

    async published() {
      const keys = await ready()
      return { keys: keys.map(({ publicJwk }) => publicJwk) }
    },

    async list() {
      return (await ready()).map(({ sealed: _, ...key }) => key)
    },

    async rotate() {
      let outcome: Rotation = { kind: 'rotated' }
      await store.change(async (keys) => {
        const whole = await complete(keys)
        const until = knownFrom(nextOf(whole))
        if (clock.now() >= until) return turn(whole)
        outcome = { kind: 'too-soon', until }
        return whole
      })
      return outcome
    },

    async rotateIfDue() {
      await store.change(async (keys) => {
        const now = clock.now()
        const whole = (await complete(keys)).filter(
          ({ retiredAt }) => retiredAt === null || now.getTime() - retiredAt.getTime() < OVERLAP_MS,
        )
        const age = now.getTime() - (currentOf(whole)?.activeFrom ?? now).getTime()
        return age >= CURRENT_MS && now >= knownFrom(nextOf(whole)) ? turn(whole) : whole
      })
    },
  }
}
