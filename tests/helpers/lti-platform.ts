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
  /** Tools, people and links of its pages: lti-simulator/browser.mjs says what there is. */
  setUpPages(sent: object): Promise<void>
  pages(): Promise<PlatformPages>
  /** For one registration. */
  registrationToken(): Promise<string>
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

/** What its pages hold. */
export interface PlatformPages {
  readonly tools: Readonly<
    Record<string, { readonly deploymentId: string; readonly asked?: Record<string, unknown> }>
  >
  readonly links: Readonly<Record<string, { readonly title: string; readonly contextId: string }>>
  /** Verified answers of deep linking. */
  readonly chosen: readonly { readonly payload: Record<string, unknown>; readonly kid: string }[]
}

/** Starts the platform in its own process. @param host the name of this machine under which browsers know it */
export async function startLtiPlatform(host = '127.0.0.1'): Promise<LtiPlatform> {
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, 'lti-simulator.mjs'), host], {
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
    setUpPages: async (sent) => void (await ask('/browser/setup', sent)),
    pages: async () => (await ask('/browser/state', {})) as PlatformPages,
    registrationToken: async () => (await ask('/browser/registration-token', {})).token,
    services: async (what, sent = {}) => void (await ask(`/services/${what}`, sent)),
    gradebook: async () => (await ask('/services/state', {})) as Gradebook,
    async stop() {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}
