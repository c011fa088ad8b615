import type { NormalisedText } from './normalise'

/** A sentence as units [start, end) of the normalised text. */
export interface Sentence {
  readonly start: number
  readonly end: number
  readonly question: boolean
}

export interface Segmentation {
  readonly sentences: readonly Sentence[]
  /** The sentence and the clause that each unit belongs to; clauses are numbered through. */
  readonly sentenceOf: Int32Array
  readonly clauseOf: Int32Array
}

const isHangul = (unit: number): boolean => unit >= 0xac00 && unit <= 0xd7a3
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57

function endsSentence(norm: NormalisedText, at: number): boolean {
  const char = norm.text[at]
  if (char === '\n' || char === '!' || char === '?' || char === ';') return true
  if (char !== '.') return false
  const next = at + 1
  if (next >= norm.text.length) return true
  const unit = norm.text.charCodeAt(next)
  if (isDigit(unit) && norm.gapBefore[next] === 0) return false
  // "1." at the start of a line is a number of a list.
  if (at > 0 && isDigit(norm.text.charCodeAt(at - 1)) && (at === 1 || norm.text[at - 2] === '\n'))
    return false
  return norm.gapBefore[next] === 1 || isHangul(unit) || norm.text[next] === '\n'
}

/** Splits into sentences; clause breaks are given as the units at which a new clause starts. */
export function segment(norm: NormalisedText, clauseStarts: readonly number[]): Segmentation {
  const { text } = norm
  const sentences: Sentence[] = []
  const sentenceOf = new Int32Array(text.length)
  const clauseOf = new Int32Array(text.length)
  let start = 0
  const close = (end: number): void => {
    let letters = 0
    for (let i = start; i < end && letters === 0; i += 1) {
      const unit = text.charCodeAt(i)
      if (unit > 47 && unit !== 63 && unit !== 59) letters = 1
    }
    if (letters > 0) {
      let question = false
      for (let i = end - 1; i >= start && !question; i -= 1) {
        const char = text[i]
        if (char === '?') question = true
        else if (
          char !== '!' &&
          char !== '.' &&
          char !== '\n' &&
          char !== ')' &&
          char !== '"' &&
          char !== "'"
        )
          break
      }
      sentences.push({ start, end, question })
    }
    start = end
  }
  for (let i = 0; i < text.length; i += 1) {
    if (!endsSentence(norm, i)) continue
    let end = i + 1
    while (end < text.length && (text[end] === '.' || text[end] === '!' || text[end] === '?')) end += 1
    close(end)
    i = end - 1
  }
  close(text.length)
  const breaks = new Set(clauseStarts)
  let clause = 0
  sentences.forEach((sentence, index) => {
    clause += 1
    for (let i = sentence.start; i < sentence.end; i += 1) {
      if (i > sentence.start && breaks.has(i)) clause += 1
      sentenceOf[i] = index
      clauseOf[i] = clause
    }
  })
  return { sentences, sentenceOf, clauseOf }
}
