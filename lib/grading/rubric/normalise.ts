import { foldLatex } from './latex'
import { maxAnswerLength } from './limits'
import { folded, lookAlike, superscript } from './signs'

/**
 * Text made comparable, with the way back: the unit at i of `text` stands for `raw.slice(starts[i], ends[i])`.
 * Case, width, composition (NFD Hangul), dashes, quotes, invisible characters and look-alike letters are evened out;
 * spaces remain only between two Latin words or numbers, so that Korean spacing does not matter.
 */
export interface NormalisedText {
  readonly text: string
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** 1 where white space stood before the unit in the raw text. */
  readonly gapBefore: Uint8Array
  readonly invisible: number
  readonly homoglyphs: number
  readonly truncated: boolean
}

const isHangul = (unit: number): boolean => unit >= 0xac00 && unit <= 0xd7a3
const isAsciiWord = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)

/** A letter or digit of a Latin word, normalised. */
export const isLatinUnit = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 122) || (unit >= 0xdf && unit <= 0x24f)

const isJamo = (unit: number): boolean => unit >= 0x1100 && unit <= 0x11ff
const isMark = (unit: number): boolean =>
  (unit >= 0x300 && unit <= 0x36f) || (unit >= 0xfe00 && unit <= 0xfe0f) || (unit >= 0x20d0 && unit <= 0x20ff)

const isInvisible = (unit: number): boolean =>
  unit === 0xad ||
  (unit >= 0x200b && unit <= 0x200f) ||
  (unit >= 0x202a && unit <= 0x202e) ||
  (unit >= 0x2060 && unit <= 0x2064) ||
  (unit >= 0x2066 && unit <= 0x206f) ||
  unit === 0xfeff ||
  unit === 0x115f ||
  unit === 0x1160 ||
  unit === 0x3164 ||
  unit === 0xffa0

const isSpace = (unit: number): boolean =>
  unit === 32 ||
  unit === 9 ||
  unit === 11 ||
  unit === 12 ||
  unit === 0xa0 ||
  unit === 0x1680 ||
  (unit >= 0x2000 && unit <= 0x200a) ||
  unit === 0x202f ||
  unit === 0x205f ||
  unit === 0x3000
const isNewline = (unit: number): boolean =>
  unit === 10 || unit === 13 || unit === 0x85 || unit === 0x2028 || unit === 0x2029

interface Units {
  readonly chars: string[]
  readonly starts: number[]
  readonly ends: number[]
}

/** Length of the cluster at `at`: a base with the marks, or the run of conjoining jamo, that belong to it. */
function clusterEnd(raw: string, at: number, limit: number): number {
  const first = raw.charCodeAt(at)
  let end = at + (first >= 0xd800 && first <= 0xdbff && at + 1 < limit ? 2 : 1)
  if (isJamo(first)) {
    // One syllable: leading consonants, vowels, final consonants.
    let stage = first < 0x1160 ? 0 : first < 0x11a8 ? 1 : 2
    while (end < limit) {
      const unit = raw.charCodeAt(end)
      if (!isJamo(unit)) break
      const next = unit < 0x1160 ? 0 : unit < 0x11a8 ? 1 : 2
      if (next < stage || (next === stage && next === 0)) break
      stage = next
      end += 1
    }
  } else if (isHangul(first) && (first - 0xac00) % 28 === 0 && end < limit) {
    const unit = raw.charCodeAt(end)
    if (unit >= 0x11a8 && unit <= 0x11c2) end += 1
  }
  while (end < limit && isMark(raw.charCodeAt(end))) end += 1
  return end
}

const invisibleRun = (raw: string, from: number, limit: number): number => {
  let at = from
  while (at < limit && isInvisible(raw.charCodeAt(at))) at += 1
  return at
}

/** What each ASCII character becomes. */
const plain = Array.from({ length: 128 }, (_, unit) =>
  unit === 13 ? '\n' : unit === 96 ? "'" : String.fromCharCode(unit).toLowerCase(),
)

/** Normalises at most the first 4,000 units. Total: any string, lone surrogates included. */
export function normalise(raw: string): NormalisedText {
  const limit = Math.min(raw.length, maxAnswerLength)
  const units: Units = { chars: [], starts: [], ends: [] }
  let invisible = 0
  let homoglyphs = 0
  let afterSuperscript = false
  const push = (text: string, start: number, end: number): void => {
    for (let i = 0; i < text.length; i += 1) {
      units.chars.push(text.charAt(i))
      units.starts.push(start)
      units.ends.push(end)
    }
  }
  const one = (char: string, at: number): void => {
    units.chars.push(char)
    units.starts.push(at)
    units.ends.push(at + 1)
  }
  let at = 0
  while (at < limit) {
    const unit = raw.charCodeAt(at)
    if (unit > 0x7f && isInvisible(unit)) {
      const end = invisibleRun(raw, at, limit)
      invisible += end - at
      at = end
      continue
    }
    const nextUnit = at + 1 < limit ? raw.charCodeAt(at + 1) : 0
    const plainNext = nextUnit < 0x300 || isHangul(nextUnit)
    if (unit < 0x80 && plainNext) {
      one(plain[unit] ?? '', at)
      afterSuperscript = false
      at += 1
      continue
    }
    if (isHangul(unit) && plainNext) {
      one(raw.charAt(at), at)
      afterSuperscript = false
      at += 1
      continue
    }
    const end = clusterEnd(raw, at, limit)
    const cluster = raw.slice(at, end)
    const fold = folded.get(cluster)
    if (fold !== undefined) {
      // A run of superscript digits is one exponent.
      push(afterSuperscript && superscript.has(cluster) ? fold.replace('^', '') : fold, at, end)
      afterSuperscript = superscript.has(cluster)
    } else {
      afterSuperscript = false
      const composed = cluster.normalize('NFKC').toLowerCase()
      let out = ''
      for (const char of composed) out += folded.get(char) ?? char
      push(out, at, end)
    }
    at = end
  }
  homoglyphs = foldHomoglyphs(units.chars)
  foldLatex(units.chars)
  return squeeze(units, invisible, homoglyphs, raw.length > limit)
}

/** Replaces look-alike letters inside words that also hold Latin letters; returns how many. */
function foldHomoglyphs(chars: string[]): number {
  let count = 0
  let from = 0
  while (from < chars.length) {
    if (!isWordChar(chars[from] ?? '')) {
      from += 1
      continue
    }
    let to = from
    let latin = 0
    let alike = 0
    while (to < chars.length && isWordChar(chars[to] ?? '')) {
      const char = chars[to] ?? ''
      if (isLatinUnit(char.charCodeAt(0)) && char > '9') latin += 1
      else if (lookAlike.has(char)) alike += 1
      to += 1
    }
    // Two Latin letters at least: φ', ∂h and the like are formulas; Cyrillic is in none.
    if (alike > 0 && (latin >= 2 || (to - from >= 2 && isCyrillic(chars, from, to)))) {
      for (let i = from; i < to; i += 1) {
        const fold = lookAlike.get(chars[i] ?? '')
        if (fold !== undefined) {
          chars[i] = fold
          count += 1
        }
      }
    }
    from = to
  }
  return count
}
/** All letters that only look Latin are Cyrillic, so that the word is a disguise even without a Latin one. */
const isCyrillic = (chars: readonly string[], from: number, to: number): boolean => {
  for (let i = from; i < to; i += 1) {
    const unit = (chars[i] ?? '').charCodeAt(0)
    if (lookAlike.has(chars[i] ?? '') && (unit < 0x400 || unit > 0x52f)) return false
  }
  return true
}
const isWordChar = (char: string): boolean => lookAlike.has(char) || isLatinUnit(char.charCodeAt(0))

/** Drops spaces that touch anything but a Latin word or number on both sides. */
function squeeze(units: Units, invisible: number, homoglyphs: number, truncated: boolean): NormalisedText {
  const { chars } = units
  const text: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const gaps: number[] = []
  let gap = 0
  const keep = (sign: string, index: number): void => {
    // One unit for each character: a command of a formula may stand for several.
    for (let i = 0; i < sign.length; i += 1) {
      text.push(sign.length === 1 ? sign : sign.charAt(i))
      starts.push(units.starts[index] ?? 0)
      ends.push(units.ends[index] ?? 0)
      gaps.push(gap)
      gap = 0
    }
  }
  const between = (left: string | undefined, right: string | undefined): boolean =>
    left !== undefined &&
    right !== undefined &&
    isLatinUnit(left.charCodeAt(0)) &&
    isLatinUnit(right.charCodeAt(0))
  for (let i = 0; i < chars.length; i += 1) {
    const char = chars[i] ?? ''
    if (char === '') continue
    const unit = char.charCodeAt(0)
    if (isNewline(unit)) {
      if (text[text.length - 1] !== '\n') keep('\n', i)
      gap = 1
      continue
    }
    const hyphen =
      char === '-' && between(chars[i - 1], chars[i + 1]) && !isDigit(chars[i - 1]) && !isDigit(chars[i + 1])
    if (isSpace(unit) || hyphen) {
      let next = i + 1
      while (next < chars.length && isSpace((chars[next] ?? '').charCodeAt(0))) next += 1
      if (between(text[text.length - 1], chars[next])) {
        keep(' ', i)
      }
      gap = 1
      i = next - 1
      continue
    }
    keep(char, i)
  }
  return {
    text: text.join(''),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    gapBefore: Uint8Array.from(gaps),
    invisible,
    homoglyphs,
    truncated,
  }
}
const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9'

/** Letters of any script the grader reads, for counting how much text there is. */
export const isLetterUnit = (unit: number): boolean =>
  isHangul(unit) || isAsciiWord(unit) || isLatinUnit(unit)

/** The form of a lexicon entry that the matcher compares with: the same folding as for answers. */
export const normaliseForm = (form: string): string => normalise(form).text
