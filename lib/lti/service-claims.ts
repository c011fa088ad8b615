import { z } from 'zod'

/** Where a launch says that its platform's services are (AGS 2.0, 3.1; NRPS 2.0, 3.6.1.1). */
export interface ServiceClaims {
  readonly lineItemUrl: string | null
  readonly lineItemsUrl: string | null
  readonly scopes: readonly string[]
  readonly membershipsUrl: string | null
}

const url = z.url({ protocol: /^https?$/ }).max(4_000)

const endpointSchema = z.object({
  lineitem: url.optional(),
  lineitems: url.optional(),
  scope: z.array(z.string().max(200)).max(20).default([]),
})
const membershipsSchema = z.object({ context_memberships_url: url })

const ENDPOINT = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint'
const MEMBERSHIPS = 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice'

/** Of verified claims; a service that is not described as it should be is not there, and the launch goes on. */
export function readServiceClaims(payload: Readonly<Record<string, unknown>>): ServiceClaims {
  const endpoint = endpointSchema.safeParse(payload[ENDPOINT]).data
  const memberships = membershipsSchema.safeParse(payload[MEMBERSHIPS]).data
  return {
    lineItemUrl: endpoint?.lineitem ?? null,
    lineItemsUrl: endpoint?.lineitems ?? null,
    scopes: endpoint?.scope ?? [],
    membershipsUrl: memberships?.context_memberships_url ?? null,
  }
}
