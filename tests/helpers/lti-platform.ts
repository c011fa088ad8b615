import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

export interface LtiPlatform {
  readonly issuer: string
  /** Claims signed as they are by one of the platform's keys. */
  sign(claims: object, over?: { kid?: string; header?: object }): Promise<string>
  /** The published key of that name. */
  publicKey(kid?: string): Promise<object>
  /** From now on only this new key is published. */
  rotate(kid: string): Promise<void>
  /** A key that nobody can look up. */
  hide(kid: string): Promise<void>
  stop(): Promise<void>
}

/** Starts the platform in its own process. */
export async function startLtiPlatform(): Promise<LtiPlatform> {
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, 'lti-simulator.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [first] = (await once(child.stdout, 'data')) as [Buffer]
  const issuer = first.toString().trim()
  const ask = async (where: string, sent: object) =>
    (await fetch(`${issuer}${where}`, { method: 'POST', body: JSON.stringify(sent) })).json()
  return {
    issuer,
    sign: async (claims, over = {}) => (await ask('/sign', { claims, ...over })).token,
    publicKey: async (kid = 'key-1') => (await ask('/sign', { claims: {}, kid })).publicKey,
    rotate: async (kid) => void (await ask('/rotate', { kid })),
    hide: async (kid) => void (await ask('/hidden', { kid })),
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}
