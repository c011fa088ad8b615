import { createHmac, hkdfSync, randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Locale } from '@/lib/core/localized'

/**
 * What a token entitles to, and for how many minutes: a new password; an address that its owner proves; an account
 * that is made once its address is proven; an identity to be added to the account at hand.
 */
export const TOKEN_MINUTES = { reset: 45, address: 24 * 60, 'sign-up': 24 * 60, link: 5 } as const
export type TokenPurpose = keyof typeof TOKEN_MINUTES

/** Makes the token of a row, which nobody without the server's secret can make. */
export type TokenMaker = (tokenId: string) => string

/**
 * Tokens are computed from the row's id by HMAC-SHA256 with a key of their own made from the server's secret (HKDF, RFC
 * 5869): the job that mails a link needs no copy of it, so that neither the table nor the queue ever holds one.
 */
export function createTokenMaker(secret: string): TokenMaker {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'quizgrad account token', 32))
  return (tokenId) => createHmac('sha256', key).update(tokenId).digest('base64url')
}

export interface NewToken {
  readonly purpose: TokenPurpose
  /** Null where the account is found by its address at the time of use. */
  readonly userId: string | null
  readonly email: string | null
  readonly name?: string
  readonly passwordHash?: string
  readonly locale: Locale
}

/** What writing tokens needs beside the database. */
export interface TokenParts {
  readonly makeToken: TokenMaker
  readonly digest: (text: string) => string
}

/** Writes a token and gives its row's id and itself; what has ended long ago is swept out. */
export async function insertToken(
  client: pg.ClientBase,
  { makeToken, digest }: TokenParts,
  token: NewToken,
  now: Date,
): Promise<{ readonly id: string; readonly token: string }> {
  const id = randomUUID()
  const text = makeToken(id)
  await client.query("DELETE FROM account_tokens WHERE expires_at < $1::timestamptz - interval '1 day'", [
    now,
  ])
  await client.query(
    `INSERT INTO account_tokens
      (id, purpose, token_hash, user_id, email, name, password_hash, locale, created_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9::timestamptz + make_interval(mins => $10))`,
    [
      id,
      token.purpose,
      digest(text),
      token.userId,
      token.email,
      token.name ?? null,
      token.passwordHash ?? null,
      token.locale,
      now,
      TOKEN_MINUTES[token.purpose],
    ],
  )
  return { id, token: text }
}

export interface TokenRow {
  readonly id: string
  readonly userId: string | null
  readonly email: string | null
  readonly name: string | null
  readonly passwordHash: string | null
  readonly locale: Locale
}

const columns = 'id, user_id AS "userId", email, name, password_hash AS "passwordHash", locale'

/** A token that still holds. Looking uses nothing up: mail scanners open every link. */
export async function findToken(
  client: Pick<pg.ClientBase, 'query'>,
  { purpose, tokenHash, now }: { purpose: TokenPurpose; tokenHash: string; now: Date },
): Promise<TokenRow | null> {
  const { rows } = await client.query<TokenRow>(
    `SELECT ${columns} FROM account_tokens
    WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3`,
    [tokenHash, purpose, now],
  )
  return rows[0] ?? null
}

/** Uses a token up: of two at once, one gets it. */
export async function spendToken(
  client: pg.ClientBase,
  { purpose, tokenHash, now }: { purpose: TokenPurpose; tokenHash: string; now: Date },
): Promise<TokenRow | null> {
  const { rows } = await client.query<TokenRow>(
    `UPDATE account_tokens SET used_at = $3
    WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3 RETURNING ${columns}`,
    [tokenHash, purpose, now],
  )
  return rows[0] ?? null
}

/**
 * Ends what was asked for in the name of an account and is not used yet: whoever asked may be the one who is to be kept
 * out. Links to a new password went to the account's own address, and end with it where `email` is given. The link to a
 * first password, which whoever made the account has, ends too.
 */
export async function endTokens(
  client: Pick<pg.ClientBase, 'query'>,
  { userId, email = null, now }: { userId: string; email?: string | null; now: Date },
): Promise<void> {
  await client.query(
    `UPDATE account_tokens SET used_at = $3
    WHERE used_at IS NULL AND (user_id = $1 OR (purpose = 'reset' AND lower(email) = lower($2)))`,
    [userId, email, now],
  )
  await client.query("DELETE FROM verification_tokens WHERE identifier = 'set-up:' || $1::text", [userId])
}
