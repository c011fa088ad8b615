import type { Signal } from './compile'
import { isCopied, type Pieces } from './copied'
import { isBare, isFramedRow, isRow, isTicked } from './lists'
import { isAboutMarking, isPlea } from './marking'
import type { NormalisedText } from './normalise'
import type { SentenceReading, Signals } from './reading'
import { isSalad } from './salad'
import type { Segmentation } from './sentences'

/** A question by its build, whatever doubt it voices. */
const asks =
  /^[^a-z가-힣]*(?:and |but |or |so |then )*(?:might|could|would|may|is|are|was|were|does|do|did|can|should|will|isn't|aren't|doesn't|don't|wouldn't|couldn't|why|what|how|when|who)\b|^[^a-z가-힣]*(?:왜|혹시)|(?:을|ㄹ|는|은|던|인|일|될|걸)까[?]|(?:가요|나요|을까요|일까요)[?]/

/** Korean predicates written in Latin letters, by their endings. */
const romanisedPredicates =
  /\b[a-z]{2,}(?:mnida|seo|jigo|hago|doego|jiman|nikka|ryeo|eoyo|ayo|aeyo|doem|andoem|moida|doenda|handa|jinda|inda)\b/g

/** The signals that tell of what kind a sentence is. */
const told = [
  'hedges',
  'instructs',
  'wary',
  'supposes',
  'would',
  'conditional',
  'modal',
  'personal',
  'contrast',
  'deniesAfter',
  'deniesBeforeNarrow',
  'deniesBeforeWide',
] as const satisfies readonly Signal[]
type Told = (typeof told)[number]
const bitsOf = (signals: readonly Told[]): number =>
  signals.reduce((bits, signal) => bits | (1 << told.indexOf(signal)), 0)

/** So many ideas without a verb are a list, however short. */
const manyIdeas = 7

/** Holds words in quotation marks; an apostrophe or the prime of a derivative is none. */
const quotes = (body: string): boolean =>
  body.includes('"') || (body.includes("'") && /(?:^|[^a-zφσ)])'[^']{8,}'/.test(body))

/** How many stretches without white space a sentence has. */
function wordsIn(norm: NormalisedText, { start, end }: { start: number; end: number }): number {
  let words = 1
  for (let i = start + 1; i < end; i += 1) words += norm.gapBefore[i] ?? 0
  return words
}

/** What kind of sentence each one is. `ideasIn`: the rubric's concepts that stand between two units. */
export function describeSentences(
  norm: NormalisedText,
  { sentences, sentenceOf }: Segmentation,
  of: Signals,
  shown: readonly Pieces[],
  ideasIn: (start: number, end: number) => ReadonlySet<number>,
): SentenceReading[] {
  // One bit for each kind of signal that a sentence holds.
  const signs = new Int32Array(sentences.length)
  told.forEach((signal, bit) => {
    for (const span of of(signal)) {
      const index = sentenceOf[span.start] ?? 0
      signs[index] = (signs[index] ?? 0) | (1 << bit)
    }
  })
  // The nearest end of a predicate that starts at each unit; 0 for none.
  const predicates = new Int32Array(norm.text.length)
  for (const span of of('predicates')) {
    const known = predicates[span.start] ?? 0
    if (known === 0 || span.end < known) predicates[span.start] = span.end
  }
  for (const word of norm.text.matchAll(romanisedPredicates)) {
    const at = word.index
    if (predicates[at] === 0) predicates[at] = at + word[0].length
  }
  const bare = sentences.map(({ start, end }) => isBare(norm, start, end, predicates))
  const bareLines = bare.filter(Boolean).length
  const listOfLines =
    (bareLines >= 4 && bareLines >= 0.6 * sentences.length) ||
    (bareLines >= 3 && bareLines === sentences.length)
  // What an instruction goes on to enumerate, after a semicolon or on the lines below its colon, is part of it.
  let instructed = false
  let lastBody = ''
  return sentences.map((sentence, index) => {
    let letters = 0
    for (let i = sentence.start; i < sentence.end; i += 1) {
      const unit = norm.text.charCodeAt(i)
      if (unit > 64 && unit !== 91 && unit !== 93 && unit !== 94 && unit !== 95 && unit !== 124) letters += 1
    }
    const body = norm.text.slice(sentence.start, sentence.end)
    const has = (...signals: Told[]): boolean => ((signs[index] ?? 0) & bitsOf(signals)) !== 0
    const continues = instructed && (bare[index] === true || /;\s*$/.test(lastBody))
    const instructs = continues || (has('instructs') && !isPlea(body)) || isAboutMarking(body)
    instructed = instructs && /[;:]\s*$/.test(body)
    lastBody = body
    return {
      ...sentence,
      letters,
      hedged: has('hedges') && !(sentence.question && asks.test(body)),
      instructs,
      wary: has('wary'),
      copied: isCopied(norm.text, sentence.start, sentence.end, shown),
      list:
        (bare[index] === true &&
          (listOfLines ||
            ideasIn(sentence.start, sentence.end).size >= manyIdeas ||
            letters >= 36 ||
            (letters >= 24 && wordsIn(norm, sentence) >= 8))) ||
        isRow(norm, sentence, predicates) ||
        isFramedRow(norm, sentence, ideasIn) ||
        isSalad(norm, sentence) ||
        isTicked(body),
      supposed:
        has('supposes') && (has('would') || /[였했었았]다면|더라면/.test(body)) && !/\bi would/.test(body),
      conditional: has('conditional'),
      modal: has('modal'),
      personal: has('personal'),
      contrast: has('contrast'),
      quoted: quotes(body),
      denies: has('deniesAfter', 'deniesBeforeNarrow', 'deniesBeforeWide'),
    }
  })
}
