import { roleOfWord } from '@/lib/grading/expression/words'

/** What a statement says its number is: one part of what is counted, all of it, or nothing. */
export type Standing = 'part' | 'total' | 'unsaid'

/** A statement without its label, unit for unit. */
export interface Labelled {
  readonly text: string
  /** The label in one spelling, to tell two labels of the same name; '' for none. */
  readonly name: string
  readonly standing: Standing
}

const index = String.raw`\s*[_^{(\[]*\d{1,2}[\])}]*`
/** W1, b_{2}, W^{(1)}, layer 1, 은닉층1, 1층, 2nd, 두 번째: a name with a number that counts nothing. */
const numbered = new RegExp(
  String.raw`^[\s\-–→>~()]*(?:(?:[WwBb]|layers?|fc|dense|hidden(?: layer)?|은닉층|은닉|층)${index}(?!\d)(?:\s*층)?|제?\s*\d{1,2}\s*(?:번째|층|번|st|nd|rd|th)(?![a-z])|[첫두세네]\s*번째)`,
  'i',
)
const plainLetter = /^\s*[WwBb](?=\s*[=:])/
/** 6→5, 6-5, 6x5: the connection between layers of these sizes. */
const pairOfSizes = /\d{1,6}\s*(?:→|->|-|–|~|to)\s*\d{1,6}/g
const word = /[A-Za-z]+|[\uac00-\ud7a3]+/g

const weights = /가중치|웨이트|weight|(?<![a-z])w(?![a-z])/i
const biases = /편향|바이어스|bias|(?<![a-z])b(?![a-z])/i
const place = /층|은닉|출력|입력|layer|hidden|output|input|fc|dense|번째/i
const total =
  /총|합|답|모두|전체|전부|결과|total|sum|answer|ans\b|result|altogether|overall|all|param|파라미터|매개변수/i
const inclusive = /포함|합쳐|includ|with/i

const blank = (piece: string): string => ' '.repeat(piece.length)

/** The length of the name of places at the start of a text ("입력층 → 은닉층 1"), 0 for none. */
function lengthOfNumbered(text: string): number {
  let at = plainLetter.exec(text)?.[0].length ?? 0
  for (let found = numbered.exec(text.slice(at)); found !== null; found = numbered.exec(text.slice(at))) {
    at += found[0].length
  }
  return at
}

/** Whether the text is words and numbered names alone, as before a colon. */
function isLabel(text: string): boolean {
  let rest = text.replace(pairOfSizes, blank)
  for (let at = 0; at < rest.length; at += 1) {
    const length = /[\p{L}\d]/u.test(rest.charAt(at)) ? lengthOfNumbered(rest.slice(at)) : 0
    if (length > 0) rest = rest.slice(0, at) + ' '.repeat(length) + rest.slice(at + length)
  }
  const words = rest.match(word) ?? []
  return !/\d/.test(rest) && words.every((name) => /^[wb]$/i.test(name) || roleOfWord(name) === 'filler')
}

function standingOf(text: string, isNumbered: boolean): Standing {
  if (inclusive.test(text)) return 'total'
  const ofWeights = weights.test(text)
  const ofBiases = biases.test(text)
  if (ofWeights && ofBiases) return 'total'
  if (isNumbered || ofWeights || ofBiases || place.test(text)) return 'part'
  return total.test(text) ? 'total' : 'unsaid'
}

const LONGEST_LABEL = 60

/** Takes the label off a statement: "W1 = 30", "layer 1: 6*5+5", "6→5: 35", "1층은 35개", "총 74개". */
export function takeLabel(text: string): Labelled {
  const colon = text.indexOf(':')
  const before = colon < 0 ? '' : text.slice(0, colon)
  const length =
    before.length > 0 && before.length <= LONGEST_LABEL && isLabel(before)
      ? colon + 1
      : lengthOfNumbered(text)
  const label = text.slice(0, length)
  const words = [label, ...(text.slice(length).match(word) ?? [])].join(' ')
  return {
    text: blank(label) + text.slice(length),
    name: words.replace(/[\s_{}():]/g, '').toLowerCase(),
    standing: standingOf(words, /\d|번째/.test(label)),
  }
}
