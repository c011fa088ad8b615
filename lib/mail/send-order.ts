import type { TokenMaker, TokenPurpose } from '@/lib/auth/account-tokens'
import type { Clock } from '@/lib/core/clock'
import type { Locale } from '@/lib/core/localized'
import type { Database } from '@/lib/db/client'
import type { Mailer } from './mailer'
import { type MailOrder, mailOrderSchema } from './order'
import { writeMail } from './words'

export interface PostOffice {
  readonly database: Database
  readonly clock: Clock
  readonly mailer: Mailer
  readonly makeToken: TokenMaker
  /** The product's own address, as set: never one that a request names. */
  readonly origin: string
}

/** The page where each kind of token is used. */
export const tokenPath = (purpose: TokenPurpose, token: string): string =>
  purpose === 'reset' ? `/reset/${token}` : `/confirm/${token}`

/**
 * Sends what was ordered. Whether there is an account is looked up only here, so that whoever ordered the mail learns
 * nothing from the reply or its time: where there is none, or the link has ended, no mail goes out.
 * @throws where the mail server does not take it: the queue tries again
 */
export async function sendOrder(office: PostOffice, payload: unknown): Promise<void> {
  const order = mailOrderSchema.parse(payload)
  const mail = order.kind === 'token' ? await tokenMail(office, order.tokenId) : notice(order)
  if (mail) await office.mailer.send(mail)
}

const notice = (order: Exclude<MailOrder, { kind: 'token' }>) => ({
  to: order.to,
  ...writeMail(order.kind, order.locale, null),
})

async function tokenMail({ database, clock, makeToken, origin }: PostOffice, tokenId: string) {
  const { rows } = await database.pool.query<{
    purpose: TokenPurpose
    email: string
    locale: Locale
    taken: boolean
    known: boolean
  }>(
    `SELECT t.purpose, t.email, t.locale, u.id IS NOT NULL AS taken,
      u.id IS NOT NULL AND u.deactivated_at IS NULL AS known
    FROM account_tokens t LEFT JOIN users u ON lower(u.email) = lower(t.email)
    WHERE t.id = $1 AND t.email IS NOT NULL AND t.used_at IS NULL AND t.expires_at > $2`,
    [tokenId, clock.now()],
  )
  const [row] = rows
  if (!row) return null
  const { purpose, email: to, locale, taken, known } = row
  if (purpose === 'reset' && !known) return null
  if (purpose === 'sign-up' && taken) return { to, ...writeMail('has-account', locale, `${origin}/sign-in`) }
  const about = purpose === 'reset' || purpose === 'sign-up' ? purpose : 'address'
  return { to, ...writeMail(about, locale, origin + tokenPath(purpose, makeToken(tokenId))) }
}
