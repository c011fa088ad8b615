import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { type ReceiptFacts, receiptCode, receiptText } from '@/lib/exam/receipt'

/** Codes of receipts, by HMAC-SHA256 with a key of their own made from the server's secret (HKDF, RFC 5869). */
export function createReceiptSigner(secret: string): (facts: ReceiptFacts) => string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'quizgrad receipt', 32))
  return (facts) => receiptCode(createHmac('sha256', key).update(receiptText(facts)).digest())
}

/** SHA-256 over the bytes of the hash before and of the text; the same that the save statement computes. */
export const hashRevision = (before: string, text: string): string =>
  createHash('sha256').update(Buffer.from(before, 'hex')).update(text).digest('hex')

/** SHA-256 of a text, in hexadecimal digits. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
