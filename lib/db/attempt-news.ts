import type pg from 'pg'
import type { Database } from './client'

/** Channel on which processes tell each other of attempts that have changed; the payload is the attempt's id. */
export const NEWS_CHANNEL = 'quizgrad_attempts'

/** Tells open pages to look again once the caller's transaction has taken effect. */
export async function announce(client: pg.ClientBase | Database['pool'], attemptIds: readonly string[]) {
  if (attemptIds.length === 0) return
  await client.query(`SELECT pg_notify('${NEWS_CHANNEL}', id) FROM unnest($1::text[]) AS id`, [attemptIds])
}
