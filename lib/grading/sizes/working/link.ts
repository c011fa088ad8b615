import { evenOut } from '@/lib/grading/sizes/even-out'
import { readSize } from '@/lib/grading/sizes/read-size'
import type { Size } from '@/lib/grading/sizes/size'
import { roleOfSizeWord } from '@/lib/grading/sizes/size-words'
import { choicesOf, type LetterName, type Letters, lettersIn, withValues } from './letters'
import type { WorkingPiece } from './pieces'

type Values = readonly [Size, ...Size[]]

/** What one side of an equals sign is. */
export type Link =
  /** A name: p, O, H_out, 패딩. */
  | { readonly kind: 'label' }
  /** Numbers; `isBare` without any arithmetic. */
  | { readonly kind: 'value'; readonly values: Values; readonly isBare: boolean; readonly isPair: boolean }
  /** A formula in letters, with what it may come to. */
  | { readonly kind: 'formula'; readonly values: Values; readonly isBare: false; readonly isPair: false }
  /** Arithmetic with something that is not known here: it can't be checked. */
  | { readonly kind: 'unreadable' }
  /** An equation for what is asked, or no arithmetic at all: the text is no working. */
  | { readonly kind: 'unknown' }

const names = String.raw`[A-Za-z](?:[hw]|_\{?(?:\\text\{)?[A-Za-z]{1,4}\}{0,2})?['′]?|out|in|[A-Za-z]\s*[x×,]\s*[A-Za-z]`
const name = new RegExp(String.raw`^[\s$\\(]*(?:\\(?:text|mathrm)\{)?(?:${names})[\s})$]*$`)
const words = /[A-Za-z]+|[\u3131-\u3163\uac00-\ud7a3]+/g
const arithmetic = /^[\d\s.,+\-−–*×·⋅/÷^xX()[\]{}⌊⌋$\\]*$/
const operators = /[+\-−–*×·⋅/÷^]|[\d)\s][xX][\d(\s]/

/** Known words around a size, and nothing else but signs. */
const isWordy = (text: string): boolean =>
  !/\d/.test(text) && (text.match(words) ?? []).every((word) => roleOfSizeWord(word) !== null)

export function readLink({ text }: WorkingPiece, letters: Letters): Link {
  if (name.test(text) || isWordy(text)) return { kind: 'label' }
  const found = lettersIn(text)
  if (found.length === 0) {
    const size = readSize(text)
    if (size.ok) {
      const { text: plain } = evenOut(text)
      const isPair = pair.test(plain)
      return { kind: 'value', values: [size.value], isBare: isPair || !isArithmetic(plain), isPair }
    }
    return isArithmeticWithWords(text) ? { kind: 'unreadable' } : { kind: 'unknown' }
  }
  const names = new Set<LetterName>()
  for (const { name: letter } of found) {
    // The one that is asked for makes it an equation; any other letter is just not known.
    if (letter !== null && letters[letter] === undefined) return { kind: 'unknown' }
    if (letter !== null) names.add(letter)
  }
  if (found.some(({ name: letter }) => letter === null)) return { kind: 'unreadable' }
  const values = choicesOf(names, letters).flatMap((choice): Size[] => {
    const down = withValues(text, letters, choice, 'height')
    const across = withValues(text, letters, choice, 'width')
    const height = readSize(down)
    const width = across === down ? height : readSize(across)
    return height.ok && width.ok ? [{ height: height.value.height, width: width.value.width }] : []
  })
  const [likeliest, ...others] = values
  if (likeliest === undefined) return { kind: 'unreadable' }
  return { kind: 'formula', values: [likeliest, ...others], isBare: false, isPair: false }
}

/** 64×64, whose sign multiplies nothing. */
const pair = /^\s*[([]?\s*-?[\d.]+\s*[×,;]\s*-?[\d.]+\s*[)\]]?[\s.]*$/

/** Whether something is worked out in the text. */
const isArithmetic = (text: string): boolean =>
  operators.test(text.replace(/^[^\d]*/, '')) || /\\d?frac/.test(text)

/** Numbers, signs and the words known around sizes: "64x64 + padding 2". */
const isArithmeticWithWords = (text: string): boolean =>
  operators.test(text) &&
  arithmetic.test(
    text
      .replace(/\\(?:times|cdot|d?frac|left|right)/g, ' ')
      .replace(words, (word) => (/^x$/i.test(word) || roleOfSizeWord(word) !== null ? ' ' : word)),
  )
