import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { OidcSettings } from '@/lib/auth/oidc'

export interface OidcProvider {
  readonly settings: OidcSettings
  /** Who signs in from now on, and how the token is forged. */
  next(claims: object, forge?: 'alg-none' | 'hs256' | 'other-key' | 'other-issuer'): Promise<void>
  stop(): Promise<void>
}

/** Starts the provider in its own process. */
export async function startOidcProvider(): Promise<OidcProvider> {
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, 'oidc-simulator.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [first] = (await once(child.stdout, 'data')) as [Buffer]
  const issuer = first.toString().trim()
  return {
    settings: {
      issuer,
      clientId: 'quizgrad',
      clientSecret: 'a secret of the client',
      name: 'Example University',
    },
    async next(claims, forge) {
      await fetch(`${issuer}/next`, {
        method: 'POST',
        body: JSON.stringify({ claims, forge: forge ?? null }),
      })
    },
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}
