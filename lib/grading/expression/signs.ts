/** What a single character stands for. `space` is skipped, `pause` is punctuation between words. */
export type SignKind =
  | 'plus'
  | 'minus'
  | 'times'
  | 'divide'
  | 'power'
  | 'open'
  | 'close'
  | 'equal'
  | 'approximate'
  | 'space'
  | 'pause'
  | 'comma'
  | 'factorial'

const spellings: Record<SignKind, string> = {
  plus: '+﹢➕',
  minus: '-−–—‐‑‒﹣➖',
  times: '*×·⋅∙•∗⋆‧・ㆍ✕✖⨯⨉хХχ',
  divide: '/÷∕⁄➗',
  power: '^ˆ',
  open: '([{〔【［〈《「『〖⟨⌊⌈',
  close: ')]}〕】］〉》」』〗⟩⌋⌉',
  equal: '=→⇒⟹',
  approximate: '≈≒≃≅~∼',
  // TeX's dollar and alignment signs say nothing about the value; the last eight have no width.
  space:
    ' \t\n\r\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000$&\u200b\u200c\u200d\u200e\u200f\u2060\ufe0f\ufeff',
  pause: '.:。∴#',
  comma: ',、;',
  factorial: '!',
}

/** Full-width forms stand at a fixed distance from ASCII: `（` is `(`, `３` is `3`. */
const FULL_WIDTH_FIRST = 0xff01
const FULL_WIDTH_LAST = 0xff5e
const FULL_WIDTH_SHIFT = 0xfee0

export const narrowed = (code: number): number =>
  code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST ? code - FULL_WIDTH_SHIFT : code

const byCode = new Map<number, SignKind>()
for (const kind of Object.keys(spellings) as SignKind[]) {
  for (const character of spellings[kind]) byCode.set(character.charCodeAt(0), kind)
}
/** ASCII goes through an array: it is most of what is typed. */
const ascii = Array.from({ length: 128 }, (_, code) => byCode.get(code) ?? null)

/** The sign that a UTF-16 unit stands for (full-width ones narrowed by the caller), or null. */
export const signOf = (code: number): SignKind | null =>
  code < 128 ? (ascii[code] ?? null) : (byCode.get(code) ?? null)

const brackets = '()[]{}〔〕【】［］〈〉《》「」『』〖〗⟨⟩⌊⌋⌈⌉'
/** The closing bracket that belongs to an opening one, by code. */
export const closerOf = (open: number): number =>
  brackets.charCodeAt(brackets.indexOf(String.fromCharCode(open)) + 1)

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** The digit that a superscript character stands for, or -1. */
export const superscriptDigit = (code: number): number =>
  code < 0xb2 ? -1 : superscripts.indexOf(String.fromCharCode(code))
export const SUPERSCRIPT_MINUS = 0x207b

/** What a bracket does to its value beside enclosing it, or null. */
export const roundingOf = (open: number): 'floor' | 'ceil' | null =>
  open === 0x230a ? 'floor' : open === 0x2308 ? 'ceil' : null
