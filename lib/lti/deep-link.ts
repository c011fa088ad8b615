import { z } from 'zod'
import type { Localized } from '@/lib/core/localized'
import type { StaffViewer } from '@/lib/use-cases/deps'

/** Content is chosen within so long. */
export const DEEP_LINK_MS = 2 * 60 * 60_000

/** What a platform asks for when its instructor chooses content (Deep Linking 2.0, 4.4.1), as far as it is used. */
export const deepLinkSettingsSchema = z.object({
  deep_link_return_url: z.url({ protocol: /^https?$/ }).max(4_000),
  accept_types: z.array(z.string().max(100)).max(50),
  accept_presentation_document_targets: z.array(z.string().max(50)).max(20).default([]),
  accept_lineitem: z.boolean().optional(),
  data: z.string().max(16_000).optional(),
})
export type DeepLinkSettings = z.infer<typeof deepLinkSettingsSchema>

/** The answer goes over https, or back to where the platform lives itself. */
export function mayReturn(
  { deep_link_return_url: address }: DeepLinkSettings,
  platform: { readonly issuer: string; readonly authUrl: string },
): boolean {
  const { protocol, origin } = new URL(address)
  const own = [platform.issuer, platform.authUrl].filter((each) => URL.canParse(each))
  return protocol === 'https:' || own.some((each) => new URL(each).origin === origin)
}

/** A platform's dialog in which an instructor chooses, and may until it is answered. */
export interface DeepLinkView {
  readonly id: string
  readonly course: { readonly id: string; readonly title: Localized }
  readonly exams: readonly { readonly id: string; readonly title: Localized; readonly points: number }[]
  readonly platform: { readonly issuer: string; readonly clientId: string; readonly name: string }
  readonly deploymentId: string
  readonly settings: DeepLinkSettings
}

export interface DeepLinkStore {
  /** Null where it is not this person's, answered or too old, or they may not change the course any more. */
  find(input: {
    readonly id: string
    readonly viewer: StaffViewer
    readonly since: Date
  }): Promise<DeepLinkView | null>
  /** Marks it answered; false where it was. */
  answer(input: { readonly id: string; readonly now: Date }): Promise<boolean>
}

export interface DeepLinkAnswer {
  readonly platform: { readonly issuer: string; readonly clientId: string }
  readonly deploymentId: string
  readonly settings: DeepLinkSettings
  readonly exam: {
    readonly id: string
    readonly title: string
    /** Whole hundredths. */
    readonly points: number
  }
  /** The address under which browsers reach the product. */
  readonly origin: string
  readonly nonce: string
  readonly now: Date
}

const claim = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`
const dl = (name: string) => `https://purl.imsglobal.org/spec/lti-dl/claim/${name}`
const ANSWER_S = 5 * 60

/** The claims of the answer: one link that opens the exam, with a column in the gradebook (Deep Linking 2.0, 4.5). */
export function deepLinkClaims({
  platform,
  deploymentId,
  settings,
  exam,
  origin,
  nonce,
  now,
}: DeepLinkAnswer) {
  const issuedAt = Math.floor(now.getTime() / 1000)
  const targets = settings.accept_presentation_document_targets
  return {
    iss: platform.clientId,
    aud: platform.issuer,
    iat: issuedAt,
    exp: issuedAt + ANSWER_S,
    nonce,
    [claim('message_type')]: 'LtiDeepLinkingResponse',
    [claim('version')]: '1.3.0',
    [claim('deployment_id')]: deploymentId,
    ...(settings.data !== undefined && { [dl('data')]: settings.data }),
    [dl('content_items')]: [
      {
        type: 'ltiResourceLink',
        title: exam.title,
        url: `${origin}/exams/${exam.id}`,
        custom: { exam_id: exam.id },
        ...(targets.includes('window') && { window: { targetName: `quizgrad-${exam.id}` } }),
        ...(targets.includes('iframe') && { iframe: { width: 1000, height: 800 } }),
        ...(settings.accept_lineitem !== false && {
          lineItem: {
            // Scores say out of how much they are: a column made before the exam has problems only scales them.
            scoreMaximum: exam.points > 0 ? exam.points / 100 : 100,
            label: exam.title,
            resourceId: exam.id,
            tag: 'exam',
          },
        }),
      },
    ],
  }
}
