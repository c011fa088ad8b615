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
  /** What the services are told: lti-simulator/services.mjs says what there is. */
  services(what: 'setup' | 'reset' | 'revoke' | 'grade', sent?: object): Promise<void>
  /** All that the services hold. */
  gradebook(): Promise<Gradebook>
  stop(): Promise<void>
}

export interface Gradebook {
  readonly lineItems: readonly {
    readonly id: string
    readonly label: string
    readonly scoreMaximum: number
    readonly resourceId?: string
    readonly resourceLinkId?: string
    readonly scores: Readonly<
      Record<
        string,
        { readonly result?: number; readonly posts: number; readonly last: Record<string, unknown> }
      >
    >
  }[]
  readonly counts: Readonly<Record<string, number>>
  readonly jtis: number
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
    services: async (what, sent = {}) => void (await ask(`/services/${what}`, sent)),
    gradebook: async () => (await ask('/services/state', {})) as Gradebook,
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}
