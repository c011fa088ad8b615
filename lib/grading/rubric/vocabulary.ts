import { differsByOneLetter, fromLatinKeys, isSyllable } from './hangul'
import { type Edit, latinKeyEdits } from './latin-keys'
import { isLatinUnit, type NormalisedText } from './normalise'

const shortest = 6

/** Latin words of the lexicon, for repairing a slip of one letter and words run together. */
export interface Vocabulary {
  /** Whole words. */
  readonly words: ReadonlySet<string>
  /** Beginnings that may go on (`multipl*`). */
  readonly stems: ReadonlySet<string>
  /** Every word with one letter left out, to the word; ambiguous ones are left out. */
  readonly deletions: ReadonlyMap<string, string>
  /** Korean terms by their first and by their second syllable. */
  readonly termsByFirst: ReadonlyMap<string, readonly string[]>
  readonly termsBySecond: ReadonlyMap<string, readonly string[]>
}

const common =
  'the and that this with from for are was were has have had not but because each every when where which while then than there their they them into onto over under until unless also only just even same very much more most less some such one two any all out off its own our you your can cannot could would should will may might must does did done been being between after before about again against through during without within back way time step steps layer layers value values thing things hidden network networks input inputs output outputs first last long short small large many few number numbers times therefore thus hence so if is it in on of or at as by an be to we he no nor do a i something somewhat like means mean makes make get gets give gives use used uses using practical practically purposes purpose power minus plus zero fifty sixty factor factors below above loss network instead help helps learning signal range late early'.split(
    ' ',
  )

export function buildVocabulary(
  words: Iterable<string>,
  stems: Iterable<string>,
  koreanTerms: readonly string[] = [],
): Vocabulary {
  const termsByFirst = new Map<string, string[]>()
  const termsBySecond = new Map<string, string[]>()
  for (const term of koreanTerms) {
    termsByFirst.set(term.charAt(0), [...(termsByFirst.get(term.charAt(0)) ?? []), term])
    termsBySecond.set(term.charAt(1), [...(termsBySecond.get(term.charAt(1)) ?? []), term])
  }
  const known = new Set<string>([...words, ...common])
  const open = new Set<string>(stems)
  const deletions = new Map<string, string>()
  const ambiguous = new Set<string>()
  for (const word of [...known, ...open]) {
    if (word.length < shortest) continue
    for (let i = 1; i < word.length; i += 1) {
      const shorter = word.slice(0, i) + word.slice(i + 1)
      const other = deletions.get(shorter)
      if (other !== undefined && other !== word && !other.startsWith(word) && !word.startsWith(other))
        ambiguous.add(shorter)
      else if (other === undefined || word.length > other.length) deletions.set(shorter, word)
    }
  }
  for (const key of ambiguous) deletions.delete(key)
  return { words: known, stems: open, deletions, termsByFirst, termsBySecond }
}

function isKnown(word: string, { words, stems }: Vocabulary): boolean {
  if (words.has(word)) return true
  for (let length = word.length; length >= 3; length -= 1) if (stems.has(word.slice(0, length))) return true
  return false
}

/** Whether one letter missing, added, changed, or two neighbours swapped turn one word into the other. */
function oneSlip(a: string, b: string): boolean {
  let from = 0
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1
  let endA = a.length
  let endB = b.length
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA -= 1
    endB -= 1
  }
  const restA = endA - from
  const restB = endB - from
  if (restA <= 1 && restB <= 1) return true
  return restA === 2 && restB === 2 && a[from] === b[from + 1] && a[from + 1] === b[from]
}

/** The word meant by one with a letter missing, added, changed or swapped; null where none is near. */
function repaired(word: string, vocabulary: Vocabulary): string | null {
  const missing = vocabulary.deletions.get(word)
  if (missing !== undefined && oneSlip(word, missing)) return missing
  for (let i = 1; i < word.length; i += 1) {
    const shorter = word.slice(0, i) + word.slice(i + 1)
    if (shorter.length >= shortest && (vocabulary.words.has(shorter) || vocabulary.stems.has(shorter)))
      return shorter
    const changed = vocabulary.deletions.get(shorter)
    // One letter changed or two swapped: as long as the word, or longer where the stem goes on.
    if (changed !== undefined && changed.length === word.length && oneSlip(word, changed)) return changed
  }
  // A slip inside a stem that goes on: try the longest beginnings.
  for (let length = word.length - 1; length >= shortest + 1; length -= 1) {
    const head = word.slice(0, length)
    const stem = vocabulary.deletions.get(head)
    if (stem !== undefined && vocabulary.stems.has(stem) && oneSlip(head, stem))
      return stem + word.slice(length)
  }
  return null
}

const endings = new Set([
  's',
  'es',
  'd',
  'ed',
  'ing',
  'ly',
  'ion',
  'ions',
  'ation',
  'y',
  'ies',
  'ied',
  'er',
  'ment',
  'ity',
  'e',
  'ying',
])

/** A known word, or a stem with a usual ending: "gradientis" is two words. */
function isWhole(piece: string, { words, stems }: Vocabulary): boolean {
  if (words.has(piece) || stems.has(piece)) return true
  for (let length = piece.length - 1; length >= 3; length -= 1) {
    if (stems.has(piece.slice(0, length)) && endings.has(piece.slice(length))) return true
  }
  return false
}

/** Words run together, taken apart into known words; null where that fails. Linear: words have at most 14 letters. */
function splitWords(text: string, vocabulary: Vocabulary): number[] | null {
  const cost = new Float64Array(text.length + 1).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(text.length + 1)
  cost[0] = 0
  for (let i = 0; i < text.length; i += 1) {
    const here = cost[i] ?? Number.POSITIVE_INFINITY
    if (here === Number.POSITIVE_INFINITY) continue
    for (let length = 1; length <= 14 && i + length <= text.length; length += 1) {
      const piece = text.slice(i, i + length)
      const known = length === 1 ? piece === 'a' || piece === 'i' : isWhole(piece, vocabulary)
      const digits = /^[0-9]+$/.test(piece)
      const price = here + (known || digits ? 1 + (length < 3 ? 0.4 : 0) : 1.5 + length * 1.2)
      if (price < (cost[i + length] ?? 0)) {
        cost[i + length] = price
        from[i + length] = i
      }
    }
  }
  const cuts: number[] = []
  for (let at = text.length; at > 0; at = from[at] ?? 0) cuts.push(at)
  return cuts.length > 1 ? cuts.reverse() : null
}

const isLatinLetter = (unit: number): boolean => isLatinUnit(unit) && !(unit >= 48 && unit <= 57)

/** The term that stands at a word's start with one letter wrong; null for the right spelling and for anything else. */
function misspeltTerm(text: string, at: number, { termsByFirst, termsBySecond }: Vocabulary): string | null {
  const near = (terms: readonly string[] | undefined): string | undefined =>
    terms?.find((term) => differsByOneLetter(text.slice(at, at + term.length), term))
  return near(termsByFirst.get(text.charAt(at))) ?? near(termsBySecond.get(text.charAt(at + 1))) ?? null
}

const holdsTerm = (korean: string, { termsByFirst }: Vocabulary): boolean =>
  (termsByFirst.get(korean.charAt(0)) ?? []).some((term) => korean.startsWith(term))

/** Repairs single-letter slips in Latin words and takes run-together ones apart; offsets keep pointing at the raw text. */
export function repair(raw: NormalisedText, vocabulary: Vocabulary): NormalisedText {
  const typed = latinKeyEdits(raw.text, (word) => isKnown(word, vocabulary))
  const norm = typed.length === 0 ? raw : applyEdits(raw, typed)
  const { text } = norm
  const edits: Edit[] = []
  let at = 0
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (isSyllable(unit) && (at === 0 || norm.gapBefore[at] === 1 || !isSyllable(text.charCodeAt(at - 1)))) {
      const term = misspeltTerm(text, at, vocabulary)
      if (term !== null) {
        const positions = Array.from({ length: term.length }, (_, i) => at + i)
        edits.push({ start: at, end: at + term.length, text: term, positions })
        at += term.length
        continue
      }
    }
    if (!isLatinLetter(unit)) {
      at += 1
      continue
    }
    let end = at
    while (end < text.length && isLatinLetter(text.charCodeAt(end))) end += 1
    const word = text.slice(at, end)
    if (word.length >= 22) {
      const cuts = splitWords(word, vocabulary)
      if (cuts !== null) {
        let out = ''
        const positions: number[] = []
        let from = 0
        for (const cut of cuts) {
          if (out !== '') {
            out += ' '
            positions.push(at + from)
          }
          for (let i = from; i < cut; i += 1) {
            out += word.charAt(i)
            positions.push(at + i)
          }
          from = cut
        }
        edits.push({ start: at, end, text: out, positions })
      }
    } else if (word.length >= shortest && !isKnown(word, vocabulary)) {
      const korean = fromLatinKeys(word)
      const better = korean !== null && holdsTerm(korean, vocabulary) ? korean : repaired(word, vocabulary)
      if (better !== null && better !== word) {
        const positions = Array.from({ length: better.length }, (_, i) => at + Math.min(i, word.length - 1))
        edits.push({ start: at, end, text: better, positions })
      }
    }
    at = end
  }
  return edits.length === 0 ? norm : applyEdits(norm, edits)
}

function applyEdits(norm: NormalisedText, edits: readonly Edit[]): NormalisedText {
  let text = ''
  const source: number[] = []
  let from = 0
  const copy = (to: number): void => {
    text += norm.text.slice(from, to)
    for (let i = from; i < to; i += 1) source.push(i)
  }
  for (const edit of edits) {
    copy(edit.start)
    text += edit.text
    source.push(...edit.positions)
    from = edit.end
  }
  copy(norm.text.length)
  const pick = (values: Int32Array): Int32Array => Int32Array.from(source, (index) => values[index] ?? 0)
  const gapBefore = new Uint8Array(source.length)
  for (let i = 0; i < source.length; i += 1) gapBefore[i] = norm.gapBefore[source[i] ?? 0] ?? 0
  return { ...norm, text, starts: pick(norm.starts), ends: pick(norm.ends), gapBefore }
}
