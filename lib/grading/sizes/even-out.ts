import { narrowed, signOf } from '@/lib/grading/expression/signs'
import { roleOfSizeWord, type SizeWordRole } from './size-words'

/** A text whose spelling is evened out, unit for unit: offsets stay those of the text as typed. */
export interface EvenText {
  readonly text: string
  /** Whether the text names width before height, so that its first number is the width. */
  readonly widthFirst: boolean
}

const blank = (piece: string): string => ' '.repeat(piece.length)
const padded = (sign: string, piece: string): string => sign + ' '.repeat(piece.length - 1)

const letter = /[A-Za-z\u3131-\u3163\uac00-\ud7a3]/
const namesFactor = /^곱하기(?:로)?$/
const letters = /[A-Za-z\u3131-\u3163\uac00-\ud7a3]+/g

/** Height and width named with a number between and no separator: "상하 2 좌우 1". */
const apartByWord = (between: string): boolean => /\d/.test(between) && !/[,;×]/.test(between)

/** An axis that is named behind its number, with the other number next: "68 rows and 68 columns", "68행 68열". */
const namesNumberBefore = (text: string, at: number, length: number): boolean =>
  /\d *$/.test(text.slice(0, at)) && /^ *(?:and |그리고 )? *\d[^×,;]*$/.test(text.slice(at + length))

const rounding = /(?<![A-Za-z\\])(floor|int|ceil)\s*(?=\()/gi

/** floor((64-5)/2) as ⌊(64-5)/2⌋, unit for unit. */
function roundingAsBrackets(text: string): string {
  let even = text
  for (const match of text.matchAll(rounding)) {
    const name = match[1] ?? ''
    const open = match.index + match[0].length
    const close = closingBracket(even, open)
    if (close < 0) continue
    const [left, right] = name.toLowerCase() === 'ceil' ? '⌈⌉' : '⌊⌋'
    const inside = even.slice(open + 1, close)
    even = `${even.slice(0, match.index)}${' '.repeat(match[0].length)}${left}${inside}${right}${even.slice(close + 1)}`
  }
  return even
}

function closingBracket(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    if (text.charAt(at) === '(') depth += 1
    if (text.charAt(at) === ')') depth -= 1
    if (depth === 0) return at
  }
  return -1
}

/** Arithmetic with nothing to even out but its multiplication signs. */
const even = /^(?:[\d +\-/,)]|\((?= *[\d(+-])|[*×xX](?![*xX]))+$/

/**
 * Full-width forms narrowed, every multiplication sign written ×, "by" written `;`, and the words and TeX commands
 * around a size blanked ("패딩 2", "64x64 px", "$64 \times 64$"). What is not known stays, for the reader to refuse.
 */
export function evenOut(typed: string): EvenText {
  if (even.test(typed)) return { text: typed.replace(/[*xX]/g, '×'), widthFirst: false }
  let text = ''
  for (let at = 0; at < typed.length; at += 1) {
    const code = narrowed(typed.charCodeAt(at))
    const sign = signOf(code)
    const character = String.fromCharCode(code)
    if (sign === 'times') text += character === '*' ? '*' : '×'
    else if (sign === 'space') text += ' '
    else if (character === '、') text += ';'
    else text += character
  }
  text = roundingAsBrackets(text)
    .replaceAll('**', '^ ')
    .replaceAll('*', '×')
    .replace(/\\(?:times|cdot|ast)(?![A-Za-z])/g, (command) => padded('×', command))
    .replace(/\\(?:left|right|[Bb]ig[lr]?|q?quad|displaystyle)(?![A-Za-z])|\\[,;:! ()[\]]/g, blank)
    .replace(/\\(?=[{}])/g, ' ')

  const axes: SizeWordRole[] = []
  let lastAxisEnd = -1
  let parted = false
  const labelled = text.replace(letters, (word: string, at: number) => {
    if (text[at - 1] === '\\') return word
    // 2p is a product with something unknown, not a 2 that is called p.
    if (/^[pk]$/i.test(word) && /\d/.test(text.charAt(at - 1))) return word
    if (/^x$/i.test(word) || namesFactor.test(word)) return padded('×', word)
    if (/^by$/i.test(word)) return padded(';', word)
    const role = roleOfSizeWord(word)
    if (role === null) return word
    if (role === 'label') return blank(word)
    const isTrailing = axes.length === 0 && namesNumberBefore(text, at, word.length)
    const separates =
      axes.length === 1 && axes[0] !== role && !parted && apartByWord(text.slice(lastAxisEnd, at))
    parted ||= isTrailing
    axes.push(role)
    lastAxisEnd = at + word.length
    return separates || isTrailing ? padded(';', word) : blank(word)
  })
  // What is left of a remark in brackets, (세로×가로), and of words before or after a comma, "same padding, 2".
  const plain = labelled
    .replace(/[([{][\s×,;_]*[)\]}]/g, blank)
    .replace(/^([\s_]*)[,:]/, (piece) => (letter.test(typed.slice(0, piece.length)) ? blank(piece) : piece))
  return { text: plain, widthFirst: axes[0] === 'width' && axes[1] === 'height' }
}
