import type { Signal } from './compile'
import { isCopied, type Pieces } from './copied'
import { isBare, isRow, isTicked } from './lists'
import type { NormalisedText } from './normalise'
import type { SentenceReading, Signals } from './reading'
import type { Segmentation } from './sentences'

/** A question by its build, whatever doubt it voices. */
const asks =
  /^[^a-z가-힣]*(?:and |but |or |so |then )*(?:might|could|would|may|is|are|was|were|does|do|did|can|should|will|isn't|aren't|doesn't|don't|wouldn't|couldn't|why|what|how|when|who)\b|^[^a-z가-힣]*(?:왜|혹시)|(?:을|ㄹ|는|은|던|인|일|될|걸)까[?]|(?:가요|나요|을까요|일까요)[?]/

/** What kind of sentence each one is. */
export function describeSentences(
  norm: NormalisedText,
  { sentences, sentenceOf }: Segmentation,
  of: Signals,
  shown: readonly Pieces[],
): SentenceReading[] {
  const count = (signal: Signal): Int32Array => {
    const counts = new Int32Array(sentences.length)
    for (const span of of(signal)) {
      const index = sentenceOf[span.start] ?? 0
      counts[index] = (counts[index] ?? 0) + 1
    }
    return counts
  }
  const hedged = count('hedges')
  const instructing = count('instructs')
  const wary = count('wary')
  const supposing = count('supposes')
  const woulds = count('would')
  // The nearest end of a predicate that starts at each unit; 0 for none.
  const predicates = new Int32Array(norm.text.length)
  for (const span of of('predicates')) {
    const known = predicates[span.start] ?? 0
    if (known === 0 || span.end < known) predicates[span.start] = span.end
  }
  const bareLines = sentences.filter((sentence) =>
    isBare(norm, sentence.start, sentence.end, predicates),
  ).length
  const listOfLines =
    (bareLines >= 4 && bareLines >= 0.6 * sentences.length) ||
    (bareLines >= 3 && bareLines === sentences.length)
  return sentences.map((sentence, index) => {
    let letters = 0
    for (let i = sentence.start; i < sentence.end; i += 1) {
      const unit = norm.text.charCodeAt(i)
      if (unit > 64 && unit !== 91 && unit !== 93 && unit !== 94 && unit !== 95 && unit !== 124) letters += 1
    }
    const body = norm.text.slice(sentence.start, sentence.end)
    const supposed =
      (supposing[index] ?? 0) > 0 &&
      ((woulds[index] ?? 0) > 0 || /[였했었았]다면|더라면/.test(body)) &&
      !/\bi would/.test(body)
    return {
      ...sentence,
      letters,
      hedged: (hedged[index] ?? 0) > 0 && !(sentence.question && asks.test(body)),
      instructs: (instructing[index] ?? 0) > 0,
      wary: (wary[index] ?? 0) > 0,
      copied: isCopied(norm.text, sentence.start, sentence.end, shown),
      list:
        ((listOfLines || letters >= 36) && isBare(norm, sentence.start, sentence.end, predicates)) ||
        isRow(norm, sentence, predicates) ||
        isTicked(body),
      supposed,
    }
  })
}
