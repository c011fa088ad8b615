import { type CompiledRubric, type Signal, signals } from './compile'
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
  const marks: Span[][] = signals.map(() => [])
  const found: number[] = []
  compiled.automaton.each(text, (form, start, end) => {
    const codes = compiled.codes[form] ?? []
    for (let i = 0; i < codes.length; i += 1) {
      const code = codes[i] ?? 0
      if (code < 0) marks[-1 - code]?.push({ start, end })
      else if (unknown === undefined || !unknown(form)) found.push(keyOf(code, start, end))
    }
  })
  for (const numeral of scanNumerals(text)) {
    const concept = compiled.conceptIndex.get(numeral.concept)
    if (concept !== undefined) found.push(keyOf(concept, numeral.start, numeral.end))
  }
  const of = (signal: Signal): readonly Span[] => marks[signals.indexOf(signal)] ?? []
  const clauseStarts = [
    ...of('clauseBefore').map((span) => span.start),
    ...of('clauseAfter').map((span) => span.end),
  ]
  const segmentation = segment(norm, clauseStarts)
  const mentioned = longest(found)
  const ideasIn = (start: number, end: number): ReadonlySet<number> =>
    new Set(mentioned.flatMap((hit) => (hit.start >= start && hit.end <= end ? [hit.concept] : [])))
  const sentences = describeSentences(norm, segmentation, of, shown, ideasIn)
  const hits = mentioned.map(
    ({ concept, start, end }): Hit => ({
      concept,
      start,
      end,
      sentence: segmentation.sentenceOf[start] ?? 0,
      clause: segmentation.clauseOf[start] ?? 0,
      standing: 'asserted',
    }),
  )
  applyDenials(hits, compiled, norm, segmentation, of)
  const rejected = rejectedSpans(norm, segmentation, sentences, of, compiled.rubric.recurrentOnly)
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

interface Found {
  readonly concept: number
  readonly start: number
  readonly end: number
}

const wide = 2 ** 17
/** A hit as one number, in the order of concepts, starts and, for those from one start, the longest first. */
const keyOf = (concept: number, start: number, end: number): number =>
  (concept * wide + start) * wide + (wide - 1 - end)

/**
 * Of hits of one concept, one inside another is the same hit; the longer one stays. In the order of their starts, ends
 * and concepts. Sorted as plain numbers, which is many times faster than by comparing objects.
 */
function longest(found: readonly number[]): Found[] {
  const byConcept = Float64Array.from(found).sort()
  const kept: number[] = []
  let lastConcept = -1
  let lastEnd = -1
  for (const key of byConcept) {
    const end = wide - 1 - (key % wide)
    const rest = Math.floor(key / wide)
    const start = rest % wide
    const concept = Math.floor(rest / wide)
    if (concept === lastConcept && end <= lastEnd) continue
    lastConcept = concept
    lastEnd = end
    kept.push((start * wide + end) * 4096 + concept)
  }
  return Array.from(Float64Array.from(kept).sort(), (key) => {
    const rest = Math.floor(key / 4096)
    return { concept: key % 4096, start: Math.floor(rest / wide), end: rest % wide }
  })
}
