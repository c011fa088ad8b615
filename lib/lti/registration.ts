import { z } from 'zod'
import type { Clock } from '@/lib/core/clock'
import { err, ok, type Result } from '@/lib/core/result'
import type { StaffViewer } from '@/lib/use-cases/deps'
import type { AddedPlatform, PlatformInput } from '@/lib/use-cases/platforms'
import { readJson } from './access-tokens'
import { type FetchParts, guardedFetch } from './guarded-fetch'
import { hashOf, secret } from './launch'
import { toolRegistration } from './tool-description'

/** Dynamic Registration 1.0: an administrator's link lets one platform register this product by itself. */

export const INVITED_MS = 24 * 60 * 60_000

export interface RegistrationStore {
  /** False for whoever is no administrator. */
  invite(input: {
    readonly viewer: StaffViewer
    readonly tokenHash: string
    readonly now: Date
  }): Promise<boolean>
  /** Uses the link; false where it is not there, used or too old. */
  use(input: { readonly tokenHash: string; readonly since: Date; readonly now: Date }): Promise<boolean>
  /** A registration that came to nothing may be tried again. */
  giveBack(tokenHash: string): Promise<void>
  /** A platform that lets nobody in until an administrator turns it on. */
  addWaiting(input: {
    readonly platform: PlatformInput
    readonly deploymentId: string | null
    readonly now: Date
  }): Promise<AddedPlatform>
}

export type RegistrationRefusal = {
  readonly kind:
    | 'invite'
    | 'unreachable'
    | 'configuration'
    | 'foreign-issuer'
    | 'refused'
    | 'unreadable'
    | 'taken'
    | 'other-keys'
  /** For the log. */
  readonly why: string
}

const address = z.url({ protocol: /^https?$/ }).max(500)
const configurationSchema = z.object({
  issuer: address,
  authorization_endpoint: address,
  token_endpoint: address,
  /** What assertions name as their audience, where it is not the token endpoint (Dynamic Registration 1.0). */
  authorization_server: z.string().max(500).optional(),
  jwks_uri: address,
  registration_endpoint: address,
  scopes_supported: z.array(z.string()).optional(),
  'https://purl.imsglobal.org/spec/lti-platform-configuration': z
    .object({ product_family_code: z.string().max(200).optional() })
    .optional(),
})
const answerSchema = z.object({
  client_id: z.string().min(1).max(500),
  'https://purl.imsglobal.org/spec/lti-tool-configuration': z
    .object({ deployment_id: z.string().max(255).optional() })
    .optional(),
})

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : 'no answer')

export interface Registration {
  /** A link's secret; null for whoever is no administrator. */
  invite(viewer: StaffViewer): Promise<string | null>
  register(input: {
    readonly invite: string
    readonly configurationUrl: string
    /** The platform's own, one use. */
    readonly registrationToken: string | null
    /** The address under which browsers reach the product. */
    readonly origin: string
  }): Promise<Result<{ readonly name: string }, RegistrationRefusal>>
}

export function createRegistration(
  parts: FetchParts & { readonly clock: Clock; readonly store: RegistrationStore },
): Registration {
  const { clock, store } = parts

  /** What the platform is, by its own word at the address where its issuer lives. */
  async function readConfiguration(configurationUrl: string, bearer: Readonly<Record<string, string>>) {
    let text: string
    try {
      // Canvas shows it to whoever has its token alone.
      const answer = await guardedFetch(parts, configurationUrl, {
        headers: { accept: 'application/json', ...bearer },
      })
      if (answer.status !== 200)
        return err({ kind: 'unreachable' as const, why: `configuration: HTTP ${answer.status}` })
      text = answer.text
    } catch (error) {
      return err({ kind: 'unreachable' as const, why: `configuration: ${wordsOf(error)}` })
    }
    const parsed = configurationSchema.safeParse(readJson(text))
    if (!parsed.success)
      return err({ kind: 'configuration' as const, why: parsed.error.issues[0]?.path.join('.') ?? '' })
    const { data } = parsed
    // Else whoever has the link could register under the name of another platform.
    if (new URL(data.issuer).host !== new URL(configurationUrl).host)
      return err({ kind: 'foreign-issuer' as const, why: data.issuer })
    const own = [data.issuer, data.authorization_endpoint, data.token_endpoint, data.jwks_uri]
    if (!parts.allowInside && own.some((each) => !each.startsWith('https://')))
      return err({ kind: 'configuration' as const, why: 'not https' })
    return ok(data)
  }

  async function ask({
    configurationUrl,
    registrationToken,
    origin,
  }: Parameters<Registration['register']>[0]): Promise<
    Result<{ platform: PlatformInput; deploymentId: string | null }, RegistrationRefusal>
  > {
    const bearer: Record<string, string> =
      registrationToken === null ? {} : { authorization: `Bearer ${registrationToken}` }
    const read = await readConfiguration(configurationUrl, bearer)
    if (!read.ok) return read
    const configuration = read.value
    const product =
      configuration['https://purl.imsglobal.org/spec/lti-platform-configuration']?.product_family_code ?? null
    let answer: Awaited<ReturnType<typeof guardedFetch>>
    try {
      // Once: the platform's token is used up by it.
      answer = await guardedFetch(parts, configuration.registration_endpoint, {
        method: 'POST',
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          ...bearer,
        },
        body: JSON.stringify(
          toolRegistration(origin, { scopes: configuration.scopes_supported ?? null, product }),
        ),
      })
    } catch (error) {
      return err({ kind: 'unreachable', why: `registration: ${wordsOf(error)}` })
    }
    if (answer.status !== 200 && answer.status !== 201)
      return err({ kind: 'refused', why: `HTTP ${answer.status}` })
    const parsed = answerSchema.safeParse(readJson(answer.text))
    if (!parsed.success) return err({ kind: 'unreadable', why: parsed.error.issues[0]?.path.join('.') ?? '' })
    const { host } = new URL(configuration.issuer)
    return ok({
      platform: {
        name: product === null ? host : `${product} (${host})`,
        issuer: configuration.issuer,
        clientId: parsed.data.client_id,
        authUrl: configuration.authorization_endpoint,
        tokenUrl: configuration.token_endpoint,
        tokenAudience: configuration.authorization_server ?? null,
        jwksUrl: configuration.jwks_uri,
        frameOrigins: [],
      },
      deploymentId:
        parsed.data['https://purl.imsglobal.org/spec/lti-tool-configuration']?.deployment_id ?? null,
    })
  }

  return {
    async invite(viewer) {
      const token = secret()
      return (await store.invite({ viewer, tokenHash: hashOf(token), now: clock.now() })) ? token : null
    },

    async register(input) {
      const now = clock.now()
      const tokenHash = hashOf(input.invite)
      if (!(await store.use({ tokenHash, since: new Date(now.getTime() - INVITED_MS), now })))
        return err({ kind: 'invite', why: 'the link is unknown, used or too old' })
      const asked = await ask(input)
      if (!asked.ok) {
        await store.giveBack(tokenHash)
        return asked
      }
      const { platform } = asked.value
      const added = await store.addWaiting({ ...asked.value, now })
      if (added !== 'done') return err({ kind: added, why: `${platform.issuer} ${platform.clientId}` })
      return ok({ name: platform.name })
    },
  }
}
