import type pg from 'pg'
import type { ServiceClaims } from '@/lib/lti/service-claims'
import { markScores } from './mark-scores'

/** Notes who came, from which course of the platform, and where that has its roster: scores go to those who came through it alone. */
export async function keepMember(
  client: pg.ClientBase,
  input: {
    readonly platformId: string
    readonly contextId: string
    readonly subject: string
    readonly membershipsUrl: string | null
    readonly now: Date
  },
): Promise<void> {
  await client.query(
    `UPDATE lti_contexts SET memberships_url = $3
    WHERE platform_id = $1 AND context_id = $2 AND memberships_url IS DISTINCT FROM $3 AND $3::text IS NOT NULL`,
    [input.platformId, input.contextId, input.membershipsUrl],
  )
  await client.query(
    `INSERT INTO lti_members (platform_id, context_id, subject, launched_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (platform_id, context_id, subject) DO UPDATE SET launched_at = EXCLUDED.launched_at, deactivated_at = NULL`,
    [input.platformId, input.contextId, input.subject, input.now],
  )
}

/** Keeps where a link's scores go, as this launch says it; what was graded before it was known is sent now. */
export async function keepServices(
  client: pg.ClientBase,
  input: {
    readonly linkId: string
    readonly contextId: string
    readonly userId: string
    readonly services: ServiceClaims
  },
): Promise<void> {
  const { linkId, contextId, services } = input
  const { rows } = await client.query<{ changed: boolean }>(
    `UPDATE lti_links l SET context_id = $2,
      line_item_url = CASE WHEN $6 THEN COALESCE($3, CASE WHEN l.line_items_url = $4 THEN l.line_item_url END) ELSE l.line_item_url END,
      line_items_url = CASE WHEN $6 THEN $4 ELSE l.line_items_url END,
      scopes = CASE WHEN $6 THEN $5::text[] ELSE l.scopes END
    FROM (SELECT * FROM lti_links WHERE id = $1 FOR UPDATE) AS old WHERE l.id = old.id
    RETURNING (l.context_id, l.line_item_url, l.line_items_url, l.scopes)
      IS DISTINCT FROM (old.context_id, old.line_item_url, old.line_items_url, old.scopes) AS changed`,
    [
      linkId,
      contextId,
      services.lineItemUrl,
      services.lineItemsUrl,
      [...services.scopes].sort(),
      // A launch without the claim tells nothing new.
      services.scopes.length > 0,
    ],
  )
  if (rows[0]?.changed) return markScores(client, { linkId })
  // Attempts from before the first launch of this student.
  const { rows: unknown } = await client.query<{ id: string }>(
    `SELECT a.id FROM attempts a JOIN lti_links l ON l.exam_id = a.exam_id
    WHERE l.id = $1 AND a.user_id = $2 AND a.closed_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM lti_scores s WHERE s.link_id = l.id AND s.user_id = a.user_id)`,
    [linkId, input.userId],
  )
  if (unknown.length > 0) await markScores(client, { attemptIds: unknown.map(({ id }) => id) })
}
