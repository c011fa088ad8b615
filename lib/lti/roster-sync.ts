import { z } from 'zod'
import type { Clock } from '@/lib/core/clock'
import { err, ok, type Result } from '@/lib/core/result'
import type { ServicePlatform } from './access-tokens'
import { courseRole } from './roles'
import { readPages, type ServiceClient } from './service-client'

/** Names and Role Provisioning Services 2.0. */
export const ROSTER_SCOPE = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly'
const ROSTER_TYPE = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json'

export interface ContextKey {
  readonly platformId: string
  readonly contextId: string
}

/** Somebody in the platform's roster. */
export interface Listed {
  readonly subject: string
  readonly name: string | null
  /** Only students are enrolled by the roster: what staff may do is for a live launch to say. */
  readonly isStudent: boolean
}

export interface SyncCounts {
  readonly listed: number
  readonly enrolled: number
  /** Had left, and are back. */
  readonly returned: number
  readonly deactivated: number
}

export interface RosterStore {
  /** Where the roster is read; null where no launch has told, or the platform is off. */
  findSource(key: ContextKey): Promise<{
    readonly platform: ServicePlatform
    readonly membershipsUrl: string
  } | null>
  /**
   * Applies a whole roster, in one transaction. People who were added by hand are left alone, and so is everybody's role.
   * @param input.begun whoever has launched since is no leaver, though the list that was read may lack them
   */
  apply(
    input: ContextKey & { readonly listed: readonly Listed[]; readonly begun: Date; readonly now: Date },
  ): Promise<SyncCounts>
  keepError(key: ContextKey, problem: string): Promise<void>
}

const text = z.string().max(1_000)
const pageSchema = z.object({
  members: z.array(
    z.object({
      user_id: z.coerce.string().min(1).max(255),
      // By the specification, Active where it is not said.
      status: z.enum(['Active', 'Inactive', 'Deleted']).nullish().catch('Inactive'),
      roles: z.array(text).max(200).default([]),
      name: text.nullish(),
      given_name: text.nullish(),
      family_name: text.nullish(),
    }),
  ),
})

/** Those of the pages who are active, each once; null where a page is not as it should be. */
export function readRoster(pages: readonly unknown[]): readonly Listed[] | null {
  const found = new Map<string, Listed>()
  for (const page of pages) {
    const { data } = pageSchema.safeParse(page)
    if (!data) return null
    for (const { user_id: subject, status, roles, name, given_name, family_name } of data.members) {
      if ((status ?? 'Active') !== 'Active') continue
      const whole = (name ?? [given_name, family_name].filter(Boolean).join(' ')).trim()
      found.set(subject, {
        subject,
        name: whole === '' ? null : whole,
        isStudent: courseRole(roles) === 'student',
      })
    }
  }
  return [...found.values()]
}

/** Reads the whole roster and applies it; where any part of it is missing, nothing is changed. */
export async function syncRoster(
  parts: { readonly clock: Clock; readonly rosters: RosterStore; readonly client: ServiceClient },
  key: ContextKey,
): Promise<Result<SyncCounts, { readonly problem: string }>> {
  const { clock, rosters, client } = parts
  const source = await rosters.findSource(key)
  if (!source) return err({ problem: 'no-roster' })
  const fail = async (problem: string) => {
    await rosters.keepError(key, problem)
    return err({ problem })
  }
  const begun = clock.now()
  const pages = await readPages(client, {
    platform: source.platform,
    scopes: [ROSTER_SCOPE],
    url: source.membershipsUrl,
    accept: ROSTER_TYPE,
  })
  if (!pages.ok) return fail(pages.error.code)
  const listed = readRoster(pages.value)
  if (!listed) return fail('page-unreadable')
  // A course has at least the person who made the link: nobody is no roster.
  if (listed.length === 0) return fail('roster-empty')
  return ok(await rosters.apply({ ...key, listed, begun, now: clock.now() }))
}
