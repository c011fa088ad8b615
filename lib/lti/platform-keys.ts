import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose'
import type { Clock } from '@/lib/core/clock'

/** Keys of platforms, fetched when they are needed and kept for a while; an unknown key is looked for anew, not too often. */

const KEPT_MS = 10 * 60_000
const AGAIN_MS = 30_000
const TIMEOUT_MS = 5_000
const MOST_BYTES = 64 * 1024

/** Addresses inside of networks: nothing that an administrator types makes the server ask there. */
const inside = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(network, prefix, 'ipv6')

const isInside = (address: string): boolean => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const plain = mapped ?? address
  return inside.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
}

/** Throws where the address is no place to ask. @param allowInside for tests and networks of one's own */
export async function requireOutside(address: string, allowInside: boolean): Promise<void> {
  const url = new URL(address)
  if (allowInside && (url.protocol === 'http:' || url.protocol === 'https:')) return
  if (url.protocol !== 'https:') throw new Error('keys are fetched over https alone')
  const found = await lookup(url.hostname.replace(/^\[|\]$/g, ''), { all: true })
  if (found.length === 0 || found.some((each) => isInside(each.address)))
    throw new Error('keys are not fetched from inside of a network')
}

export interface PlatformKeys {
  /** What jose asks for the key of a token. */
  keyOf(jwksUrl: string): JWTVerifyGetKey
}

export function createPlatformKeys(parts: {
  readonly clock: Clock
  readonly allowInside: boolean
  readonly fetch?: typeof fetch
}): PlatformKeys {
  const { clock, allowInside } = parts
  const ask = parts.fetch ?? fetch
  const kept = new Map<string, { at: number; get: ReturnType<typeof createLocalJWKSet> }>()

  async function load(address: string) {
    await requireOutside(address, allowInside)
    const response = await ask(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (!response.ok) throw new Error(`keys: HTTP ${response.status}`)
    let text = ''
    const decoder = new TextDecoder()
    for await (const piece of response.body ?? []) {
      text += decoder.decode(piece as Uint8Array, { stream: true })
      if (text.length > MOST_BYTES) throw new Error('keys: too large')
    }
    const entry = { at: clock.now().getTime(), get: createLocalJWKSet(JSON.parse(text) as JSONWebKeySet) }
    kept.set(address, entry)
    return entry
  }

  return {
    keyOf: (address) => async (header, token) => {
      const now = clock.now().getTime()
      const known = kept.get(address)
      const entry = known && now - known.at < KEPT_MS ? known : await load(address)
      try {
        return await entry.get(header, token)
      } catch (error) {
        // A platform has changed its keys.
        if (now - entry.at < AGAIN_MS) throw error
        return (await load(address)).get(header, token)
      }
    },
  }
}
