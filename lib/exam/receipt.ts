/** What a receipt vouches for: which answers were there, unchanged, when the attempt was closed. */
export interface ReceiptFacts {
  readonly attemptId: string
  readonly closedAt: Date
  readonly items: readonly {
    readonly itemId: string
    /** Number of the last revision; 0 for none. */
    readonly revision: number
    /** The chain's last hash, in hexadecimal digits; empty for none. */
    readonly hash: string
  }[]
}

/** The text that is signed; problems in the order of their ids, so that it does not depend on how they were read. */
export const receiptText = ({ attemptId, closedAt, items }: ReceiptFacts): string =>
  [
    'quizgrad receipt 1',
    attemptId,
    String(closedAt.getTime()),
    ...items.map(({ itemId, revision, hash }) => `${itemId} ${revision} ${hash}`).sort(),
  ].join('\n')

// Crockford's base 32: no letter that is taken for a digit.
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 20

/**
 * The code of a receipt: the first 100 bits of a signature, in four groups of five.
 * @param signature at least 13 bytes
 */
export function receiptCode(signature: Uint8Array): string {
  let bits = 0n
  for (const byte of signature.subarray(0, 13)) bits = (bits << 8n) | BigInt(byte)
  bits >>= 4n
  let code = ''
  for (let i = LENGTH - 1; i >= 0; i -= 1) code += DIGITS[Number((bits >> BigInt(5 * i)) & 31n)]
  return code.replace(/.{5}(?=.)/g, '$&-')
}

/** A code as a person copied it, in its own form; null where it can't be one. */
export function readReceiptCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (plain.length !== LENGTH || [...plain].some((digit) => !DIGITS.includes(digit))) return null
  return plain.replace(/.{5}(?=.)/g, '$&-')
}

/** The text of which a revision's hash covers the bytes, after the hash before it. `response` is as PostgreSQL writes jsonb. */
export const revisionText = (revision: {
  readonly itemId: string
  readonly number: number
  readonly mutationId: string
  readonly receivedAt: Date
  readonly response: string
}): string =>
  [
    revision.itemId,
    revision.number,
    revision.mutationId,
    revision.receivedAt.getTime(),
    revision.response,
  ].join('\n')
