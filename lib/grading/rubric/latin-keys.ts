import { fromLatinKeys } from './hangul'

/** A stretch of the normalised text and what it is to become; `positions`: the unit that each new one stands for. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly positions: readonly number[]
}

/** So many words have to turn into Korean, and three times as many as do not. */
const fewest = 6

/**
 * Korean typed with the keyboard left on Latin letters all through: its words turned back, and the spaces beside them
 * dropped as beside any Korean. None where the text is in Latin letters for another reason.
 */
export function latinKeyEdits(text: string, isKnown: (word: string) => boolean): Edit[] {
  const edits: Edit[] = []
  let turned = 0
  let others = 0
  for (const match of text.matchAll(/[a-z]+/g)) {
    const word = match[0]
    if (word.length < 2) continue
    const korean = isKnown(word) ? null : fromLatinKeys(word)
    if (korean === null) {
      if (word.length > 2) others += 1
      if (others >= fewest && others > turned) return []
      continue
    }
    turned += 1
    const start = match.index
    const end = start + word.length
    if (text[start - 1] === ' ' && edits[edits.length - 1]?.end !== start)
      edits.push({ start: start - 1, end: start, text: '', positions: [] })
    const positions = Array.from({ length: korean.length }, (_, i) => start + Math.min(i, word.length - 1))
    edits.push({ start, end, text: korean, positions })
    if (text[end] === ' ') edits.push({ start: end, end: end + 1, text: '', positions: [] })
  }
  return turned >= fewest && turned >= 3 * others ? edits : []
}
