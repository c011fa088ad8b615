import type { ReadingOutcome } from '@/lib/use-cases/second-reader'
import type { Span } from './place-quote'
import type { Reply } from './reply'

/** A reply whose quotation was found in the answer. */
export interface PlacedReply extends Reply {
  readonly span: Span
}

/** What two independent readings come to: a suggestion only where both decide, and decide alike. */
export function merge(first: PlacedReply, second: PlacedReply): ReadingOutcome {
  if (first.verdict !== second.verdict) return { kind: 'none', why: 'the two readings differ' }
  if (first.verdict === 'unsure') return { kind: 'none', why: 'it is unsure too' }
  const { quote, span } = first.quote === '' ? second : first
  return { kind: 'suggestion', verdict: first.verdict, quote, ...span }
}
