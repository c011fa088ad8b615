import type { CompiledRubric, Signal } from './compile'
import { isLatinUnit, type NormalisedText, normalise } from './normalise'
import { scanNumerals } from './numerals'
import { type Segmentation, segment } from './sentences'
import { repair } from './vocabulary'

/** asserted: said to be so; denied: said not to be so; void: asked, rejected, supposed, or not part of an answer. */
export type Standing = 'asserted' | 'denied' | 'void'

/** A concept where it stands in the normalised text. */
export interface Hit {
  readonly concept: number
  readonly start: number
  readonly end: number
  readonly sentence: number
  readonly clause: number
  standing: Standing
}

export interface SentenceReading {
  readonly start: number
  readonly end: number
  readonly question: boolean
  readonly hedged: boolean
  readonly instructs: boolean
  readonly copied: boolean
  readonly list: boolean
  readonly supposed: boolean
  readonly letters: number
}

export interface Reading {
  readonly norm: NormalisedText
  readonly segmentation: Segmentation
  readonly sentences: readonly SentenceReading[]
  readonly hits: Hit[]
  /** Letters in the answer. */
  readonly letters: number
}

interface Span {
  readonly start: number
  readonly end: number
}

const reachAfter = 48
const reachNarrow = 4
const reachWide = 14

/** Spans merged where they overlap, in order. */
function merged(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  const result: { start: number; end: number }[] = []
  for (const span of sorted) {
    const last = result[result.length - 1]
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end)
    else result.push({ ...span })
  }
  return result
}

const within = (at: number, spans: readonly Span[]): boolean =>
  spans.some((span) => at >= span.start && at < span.end)

/** Reads an answer against a rubric's concepts. Total and linear in the text. */
export function readAnswer(
  raw: string,
  compiled: CompiledRubric,
  copiedFrom: readonly ReadonlySet<string>[],
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
  const sentences = describeSentences(norm, segmentation, of, copiedFrom)
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

/** Marks claims denied where an odd number of denials reaches them. */
function applyDenials(
  hits: readonly Hit[],
  compiled: CompiledRubric,
  norm: NormalisedText,
  { clauseOf, sentenceOf }: Segmentation,
  of: (signal: Signal) => readonly Span[],
): void {
  const harmless = of('noDenial')
  const real = (span: Span): boolean =>
    !harmless.some((other) => span.start >= other.start && span.end <= other.end)
  const claims = hits.filter((hit) => compiled.claim[hit.concept] === 1)
  const counts = new Map<Hit, number>()
  const add = (hit: Hit): void => {
    counts.set(hit, (counts.get(hit) ?? 0) + 1)
  }
  const denials = merged(of('deniesAfter').filter(real))
  for (const span of denials) {
    const clause = clauseOf[span.start]
    let reach = -1
    for (const hit of claims) {
      if (hit.start < span.end || hit.clause !== clause) continue
      if (reach < 0) {
        if (hit.start - span.end > reachAfter) break
        add(hit)
        // "not hard to learn": the denial goes on through a word that denies as well.
        if (!denials.some((other) => other !== span && hit.start < other.end && other.start < hit.end))
          reach = hit.end
      } else if (hit.start < reach) {
        add(hit)
        reach = Math.max(reach, hit.end)
      } else {
        // "neither shrinks nor grows", "not vanish or explode": the denial goes on.
        const joint = norm.text.slice(reach, hit.start)
        if (joint.length > 10 || !/^[a-z]* ?(or|nor)\b/.test(joint)) break
        add(hit)
        reach = hit.end
      }
    }
  }
  const wide = of('deniesBeforeWide').filter(real)
  const narrow = of('deniesBeforeNarrow').filter(
    (span) => real(span) && (norm.text[span.start] !== 'x' || isCross(norm, span)),
  )
  for (const span of merged([...narrow, ...wide])) {
    const isWide = wide.some((other) => other.start >= span.start && other.end <= span.end)
    const latin = isLatinUnit(norm.text.charCodeAt(span.start))
    const reach = isWide ? reachWide : latin ? 40 : reachNarrow
    const candidates = claims.filter(
      (hit) =>
        hit.start < span.start &&
        (hit.end <= span.start || (hit.end === span.start + 1 && norm.text[span.start] === '지')) &&
        span.start - hit.end <= reach &&
        sentenceOf[hit.start] === sentenceOf[span.start] &&
        (isWide || hit.clause === clauseOf[span.start]),
    )
    const nearest = candidates.reduce((best, hit) => Math.max(best, hit.end), -1)
    // The nearest claim, and those that belong to the same word.
    for (const hit of candidates)
      if (hit.end >= nearest - 1 || (!latin && span.start - hit.end <= 3)) add(hit)
  }
  // 안, 못 right before the verb.
  for (const hit of claims) {
    const before = norm.text[hit.start - 1]
    if ((before === '안' || before === '못') && (hit.start === 1 || norm.gapBefore[hit.start - 1] === 1))
      add(hit)
  }
  for (const [hit, count] of counts) if (count % 2 === 1) hit.standing = 'denied'
}

/** The cross of Korean notes: 학습 X. */
function isCross(norm: NormalisedText, span: Span): boolean {
  const before = norm.text.charCodeAt(span.start - 1)
  const after = norm.text[span.end]
  return before >= 0xac00 && before <= 0xd7a3 && (after === undefined || '\n.,)(→;!'.includes(after))
}

function rejectedSpans(
  norm: NormalisedText,
  { sentenceOf }: Segmentation,
  sentences: readonly SentenceReading[],
  of: (signal: Signal) => readonly Span[],
): Span[] {
  const breaks = of('strongBreak')
  const spans: Span[] = []
  for (const marker of of('rejectsBefore')) {
    const sentence = sentences[sentenceOf[marker.start] ?? 0]
    if (sentence === undefined) continue
    let start = sentence.start
    for (const other of breaks) if (other.end <= marker.start && other.end > start) start = other.end
    spans.push({ start, end: marker.start })
  }
  for (const marker of of('rejectsAfter')) {
    const sentence = sentences[sentenceOf[marker.start] ?? 0]
    if (sentence === undefined) continue
    let end = sentence.end
    for (const other of breaks) if (other.start >= marker.end && other.start < end) end = other.start
    if (norm.text.startsWith('contrary', marker.start)) {
      const comma = norm.text.indexOf(',', marker.end)
      if (comma >= 0 && comma < end) end = comma
    }
    spans.push({ start: marker.end, end })
  }
  for (const marker of of('takesBack')) {
    const index = sentenceOf[marker.start] ?? 0
    const sentence = sentences[index]
    const previous = sentences[index - 1]
    if (sentence === undefined || previous === undefined || marker.start - sentence.start > 8) continue
    spans.push({ start: previous.start, end: previous.end })
  }
  for (const marker of of('takesAllBack')) {
    const sentence = sentences[sentenceOf[marker.start] ?? 0]
    if (sentence !== undefined) spans.push({ start: 0, end: sentence.start })
  }
  return spans
}

const fiveGrams = 5

/** Pieces of five units of a text, for finding what was copied from it. */
export function piecesOf(text: string): ReadonlySet<string> {
  const pieces = new Set<string>()
  for (let i = 0; i + fiveGrams <= text.length; i += 1) pieces.add(text.slice(i, i + fiveGrams))
  return pieces
}

const finalSyllables = new Set('다요음함됨짐임죠까며고서니면지져듦김옴감됌럼움듬줌킴림침끔뜀')
const particles = new Set('은는이가을를에로도만')

/** A stretch of nouns: no verb, no sign that relates, no Korean ending or particle. */
function isBare(norm: NormalisedText, start: number, end: number, predicates: Int32Array): boolean {
  for (let i = start; i < end; i += 1) {
    const predicate = predicates[i] ?? 0
    if (predicate > 0 && predicate <= end) return false
    const unit = norm.text.charCodeAt(i)
    if (unit < 0xac00 || unit > 0xd7a3) continue
    const char = norm.text[i] ?? ''
    const next = norm.text.charCodeAt(i + 1)
    const wordEnds = i + 1 >= end || norm.gapBefore[i + 1] === 1 || !(next >= 0xac00 && next <= 0xd7a3)
    if (!wordEnds) continue
    if (finalSyllables.has(char) && !(char === '다' && norm.text[i - 1] === '보') && i > start) return false
    if (particles.has(char) && i + 1 < end && norm.gapBefore[i + 1] === 1 && i > start) return false
    if (char === '다' && norm.text[i - 1] === '마') return false
  }
  return true
}

/** Five items or more between commas or slashes, most of them bare. */
function isRow(norm: NormalisedText, sentence: Span, predicates: Int32Array): boolean {
  let items = 0
  let bare = 0
  let from = sentence.start
  for (let i = sentence.start; i <= sentence.end; i += 1) {
    const char = norm.text[i]
    if (i < sentence.end && char !== ',' && char !== '/') continue
    if (i > from) {
      items += 1
      if (isBare(norm, from, i, predicates)) bare += 1
    }
    from = i + 1
  }
  return items >= 5 && bare >= 0.7 * items
}

function describeSentences(
  norm: NormalisedText,
  { sentences, sentenceOf }: Segmentation,
  of: (signal: Signal) => readonly Span[],
  copiedFrom: readonly ReadonlySet<string>[],
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
  const listOfLines = bareLines >= 3 && bareLines >= 0.6 * sentences.length
  return sentences.map((sentence, index) => {
    let letters = 0
    for (let i = sentence.start; i < sentence.end; i += 1) {
      const char = norm.text[i] ?? ''
      if (char > '@' && char !== '[' && char !== ']' && char !== '^' && char !== '_' && char !== '|')
        letters += 1
    }
    const body = norm.text.slice(sentence.start, sentence.end)
    let copied = false
    if (body.length >= 15) {
      for (const pieces of copiedFrom) {
        let shared = 0
        for (let i = 0; i + fiveGrams <= body.length; i += 1)
          if (pieces.has(body.slice(i, i + fiveGrams))) shared += 1
        if (shared >= 0.8 * (body.length - fiveGrams + 1)) copied = true
      }
    }
    const supposed =
      (supposing[index] ?? 0) > 0 &&
      ((woulds[index] ?? 0) > 0 || /[였했었았]다면|더라면/.test(body)) &&
      !/\bi would/.test(body)
    return {
      ...sentence,
      letters,
      hedged: (hedged[index] ?? 0) > 0,
      instructs: (instructing[index] ?? 0) > 0,
      copied,
      list:
        ((listOfLines || letters >= 36) && isBare(norm, sentence.start, sentence.end, predicates)) ||
        isRow(norm, sentence, predicates),
      supposed,
    }
  })
}
