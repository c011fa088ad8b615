import type pg from 'pg'

/** Something that was done to an account; written in the transaction that does it. */
export interface AdminEntryInput {
  /** Null: from the command line. */
  readonly byId: string | null
  readonly userId: string | null
  readonly action: AdminAction
  /** Neither a password nor a token. */
  readonly data?: object
  readonly at: Date
}

/** app/messages has words for each. */
export const adminActions = [
  'admin-made',
  'admin-unmade',
  'deactivated',
  'activated',
  'logins-ended',
  'reset-link',
  'one-time-password',
  'identity-added',
  'identity-removed',
  'joined',
  'address-changed',
  'lms-keys-rotated',
] as const
export type AdminAction = (typeof adminActions)[number]

/** Adds to the administrators' log. */
export async function writeAdminEntry(
  client: Pick<pg.ClientBase, 'query'>,
  { byId, userId, action, data = {}, at }: AdminEntryInput,
): Promise<void> {
  await client.query(
    `INSERT INTO admin_entries (id, by_id, user_id, action, data, at)
    VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)`,
    [byId, userId, action, data, at],
  )
}
