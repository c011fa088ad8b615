import { z } from 'zod'
import { type DeepLinkSettings, deepLinkSettingsSchema } from './deep-link'
import { readServiceClaims, type ServiceClaims } from './service-claims'

/** Claims of an id_token that are used, and no others (LTI Core 1.3, 5.3 and 5.4). */
const claim = <Name extends string>(name: Name) =>
  `https://purl.imsglobal.org/spec/lti/claim/${name}` as const

const settingsClaim = 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings'

const id = z.string().min(1).max(255)
const text = z.string().max(1_000)

const launchSchema = z.object({
  /** Absent for anonymous launches. */
  sub: id.optional(),
  nonce: z.string().max(500),
  azp: z.string().optional(),
  aud: z.union([z.string(), z.array(z.string())]),
  name: text.optional(),
  given_name: text.optional(),
  family_name: text.optional(),
  [claim('message_type')]: z.enum(['LtiResourceLinkRequest', 'LtiDeepLinkingRequest']),
  [claim('version')]: z.literal('1.3.0'),
  [claim('deployment_id')]: id,
  [claim('target_link_uri')]: text,
  [claim('roles')]: z.array(text).max(200),
  [claim('resource_link')]: z.object({ id, title: text.optional() }).optional(),
  [settingsClaim]: deepLinkSettingsSchema.optional(),
  [claim('context')]: z.object({ id, title: text.optional(), label: text.optional() }),
  // A platform may send what it was to fill in as it stands: '$ResourceLink.title'.
  [claim('custom')]: z.record(z.string(), z.unknown()).optional(),
})

/** A launch as it is used. */
export interface Launch {
  readonly sub: string | null
  readonly nonce: string
  readonly name: string | null
  readonly deploymentId: string
  readonly roles: readonly string[]
  /** What was pressed in the platform's course; null where content is chosen for a link to come. */
  readonly link: { readonly id: string; readonly title: string } | null
  /** How to answer with the content that is chosen; null where a link was pressed. */
  readonly deepLink: DeepLinkSettings | null
  readonly context: { readonly id: string; readonly title: string }
  /** Of ours, as the platform's link says it. */
  readonly examId: string | null
  readonly services: ServiceClaims
}

/** The launch in verified claims, or the first claim that is not as it should be. */
export function readLaunch(payload: unknown, clientId: string): Launch | { readonly wrong: string } {
  const parsed = launchSchema.safeParse(payload)
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? 'token'
    return { wrong: path.replace(/^https:\/\/purl\.imsglobal\.org\/spec\/lti(?:-dl)?\/claim\//, '') }
  }
  const claims = parsed.data
  // Several audiences name the one that was meant (OpenID Connect Core, 3.1.3.7).
  const several = Array.isArray(claims.aud) && claims.aud.length > 1
  if (claims.azp === undefined ? several : claims.azp !== clientId) return { wrong: 'azp' }
  const filled = (value: unknown): string | null =>
    typeof value === 'string' && value.trim() !== '' && !value.startsWith('$') ? value.trim() : null
  const choosing = claims[claim('message_type')] === 'LtiDeepLinkingRequest'
  const link = choosing ? undefined : claims[claim('resource_link')]
  const deepLink = choosing ? claims[settingsClaim] : undefined
  if (!link && !deepLink) return { wrong: choosing ? 'deep_linking_settings' : 'resource_link' }
  const context = claims[claim('context')]
  const target = claims[claim('target_link_uri')]
  return {
    sub: claims.sub ?? null,
    nonce: claims.nonce,
    name: filled(claims.name) ?? filled([claims.given_name, claims.family_name].filter(Boolean).join(' ')),
    deploymentId: claims[claim('deployment_id')],
    roles: claims[claim('roles')],
    link: link ? { id: link.id, title: filled(link.title) ?? link.id } : null,
    deepLink: deepLink ?? null,
    context: { id: context.id, title: filled(context.title) ?? filled(context.label) ?? context.id },
    examId: filled(claims[claim('custom')]?.exam_id) ?? examOf(target),
    services: readServiceClaims(payload as Readonly<Record<string, unknown>>),
  }
}

/** '/exams/<id>' in the signed target; where it leads otherwise is none of its business. */
function examOf(target: string): string | null {
  return URL.canParse(target)
    ? (/^\/exams\/([0-9a-f-]{36})$/.exec(new URL(target).pathname)?.[1] ?? null)
    : null
}
