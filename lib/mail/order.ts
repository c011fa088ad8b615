import type pg from 'pg'
import { z } from 'zod'
import { locales } from '@/lib/core/localized'

/** A mail to be sent, as it waits in the queue: with no link in it, which is made when the mail is. */
export const mailOrderSchema = z.discriminatedUnion('kind', [
  /** The link of a token: what it says depends on the token's purpose. */
  z.object({ kind: z.literal('token'), tokenId: z.string() }),
  /** Tells the address that an account had until now. */
  z.object({ kind: z.literal('address-changed'), to: z.string(), locale: z.enum(locales) }),
  z.object({ kind: z.literal('password-set'), to: z.string(), locale: z.enum(locales) }),
])
export type MailOrder = z.infer<typeof mailOrderSchema>

/** About nine hours of trying, waiting longer each time; a link that has ended meanwhile is not sent. */
const ATTEMPTS = 12

/** Puts the mail into the queue, in the transaction that gives the reason for it. One mail at a time is sent. */
export async function orderMail(client: pg.ClientBase, order: MailOrder): Promise<void> {
  await client.query(
    `SELECT graphile_worker.add_job('send-mail', $1::json, queue_name => 'mail', max_attempts => $2)::text`,
    [JSON.stringify(order), ATTEMPTS],
  )
}
