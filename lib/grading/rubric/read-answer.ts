import type { CompiledRubric, Signal } from './compile'
import type { Pieces } from './copied'
import { applyDenials } from './denials'
import { describeSentences } from './describe-sentences'
import { rejectedSpans } from './disowned'
import { normalise } from './normalise'
import { scanNumerals } from './numerals'
import type { Hit, Reading, Span } from './reading'
import { segment } from './sentences'
import { repair } from './vocabulary'

const within = (at: number, spans: readonly Span[]): boolean =>
  spans.some((span) => at >= span.start && at < span.end)

/** Reads an answer against a rubric's concepts. Total and linear in the text. */
export function readAnswer(
  raw: string,
  compiled: CompiledRubric,
  shown: readonly Pieces[],
  unknown?: (form: number) => boolean,
): Reading {
  const norm = repair(normalise(raw), compiled.vocabulary)
  const { text } = norm
  const matches = compiled.automaton.find(text)
  const marks = new Map<Signal, Span[]>()
  const found: { concept: number; start: number; end: number }[] = []
  for (const match of matches) {
    for (const meaning of compiled.meanings[match.form] ?? []) {
      if (meaning.kind === 'concept') {
        if (unknown?.(match.form) === true) continue
        found.push({ concept: meaning.concept, start: match.start, end: match.end })
        continue
      }
      const spans = marks.get(meaning.signal)
      if (spans === undefined) marks.set(meaning.signal, [match])
      else spans.push(match)
    }
  }
  for (const numeral of scanNumerals(text)) {
    const concept = compiled.conceptIndex.get(numeral.concept)
    if (concept !== undefined) found.push({ concept, start: numeral.start, end: numeral.end })
  }
  const of = (signal: Signal): readonly Span[] => marks.get(signal) ?? []
  const clauseStarts = [
    ...of('clauseBefore').map((span) => span.start),
    ...of('clauseAfter').map((span) => span.end),
  ]
  const segmentation = segment(norm, clauseStarts)
  const sentences = describeSentences(norm, segmentation, of, shown)
  const hits = longest(found).map(
    (hit): Hit => ({
      ...hit,
      sentence: segmentation.sentenceOf[hit.start] ?? 0,
      clause: segmentation.clauseOf[hit.start] ?? 0,
      standing: 'asserted',
    }),
  )
  hits.sort((a, b) => a.start - b.start || a.end - b.end || a.concept - b.concept)
  applyDenials(hits, compiled, norm, segmentation, of)
  const rejected = rejectedSpans(norm, segmentation, sentences, of)
  for (const hit of hits) {
    const sentence = sentences[hit.sentence]
    if (sentence === undefined) continue
    const unsaid =
      sentence.copied ||
      sentence.list ||
      sentence.instructs ||
      sentence.supposed ||
      (sentence.question && !sentence.hedged)
    if (unsaid || within(hit.start, rejected)) hit.standing = 'void'
  }
  let letters = 0
  for (const sentence of sentences) letters += sentence.letters
  return { norm, segmentation, sentences, hits, letters }
}

/** Of hits of one concept, one inside another is the same hit; the longer one stays. */
function longest<Item extends { concept: number; start: number; end: number }>(
  found: readonly Item[],
): Item[] {
  const sorted = [...found].sort((a, b) => a.concept - b.concept || a.start - b.start || b.end - a.end)
  const kept: Item[] = []
  for (const item of sorted) {
    const last = kept[kept.length - 1]
    if (last !== undefined && last.concept === item.concept && item.end <= last.end) continue
    kept.push(item)
  }
  return kept
}
