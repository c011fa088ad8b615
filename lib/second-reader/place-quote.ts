import type { Reply } from './reply'

/** A stretch of the answer, in UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A quotation has to say something, and to survive being stored as it is (no NUL, no half of a surrogate pair). */
const isQuotable = (quote: string): boolean =>
  /[\p{L}\p{N}]/u.test(quote) && !/\p{Surrogate}/u.test(quote) && !quote.includes('\u0000')

/**
 * Where the quotation stands in the answer, word for word, clear of the spans that cannot be relied on; null where it
 * stands nowhere. Only what is not met may go without a quotation.
 */
export function placeQuote(answer: string, reply: Reply, unusable: readonly Span[]): Span | null {
  const { quote, verdict } = reply
  if (quote === '') return verdict === 'met' ? null : { start: 0, end: 0 }
  if (!isQuotable(quote)) return null
  for (let start = answer.indexOf(quote); start >= 0; start = answer.indexOf(quote, start + 1)) {
    const end = start + quote.length
    if (!unusable.some((span) => span.start < end && start < span.end)) return { start, end }
  }
  return null
}
