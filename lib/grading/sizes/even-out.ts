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

const namesFactor = /^곱하기(?:로)?$/
const letters = /[A-Za-z\u3131-\u3163\uac00-\ud7a3]+/g

/** Height and width named with a number between and no separator: "상하 2 좌우 1". */
const apartByWord = (between: string): boolean => /\d/.test(between) && !/[,;×]/.test(between)

/**
 * Full-width forms narrowed, every multiplication sign written ×, "by" written `;`, and the words and TeX commands
 * around a size blanked ("패딩 2", "64x64 px", "$64 \times 64$"). What is not known stays, for the reader to refuse.
 */
export function evenOut(typed: string): EvenText {
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
  text = text
    .replaceAll('**', '^ ')
    .replaceAll('*', '×')
    .replace(/\\(?:times|cdot|ast)(?![A-Za-z])/g, (command) => padded('×', command))
    .replace(/\\(?:left|right|[Bb]ig[lr]?|q?quad|displaystyle)(?![A-Za-z])|\\[,;:! ()[\]]/g, blank)
    .replace(/\\(?=[{}])/g, ' ')

  const axes: SizeWordRole[] = []
  let lastAxisEnd = -1
  const even = text.replace(letters, (word: string, at: number) => {
    if (text[at - 1] === '\\') return word
    if (/^x$/i.test(word) || namesFactor.test(word)) return padded('×', word)
    if (/^by$/i.test(word)) return padded(';', word)
    const role = roleOfSizeWord(word)
    if (role === null) return word
    if (role === 'label') return blank(word)
    const separates = axes.length === 1 && axes[0] !== role && apartByWord(text.slice(lastAxisEnd, at))
    axes.push(role)
    lastAxisEnd = at + word.length
    return separates ? padded(';', word) : blank(word)
  })
  // What is left of a remark in brackets: (세로×가로).
  const plain = even.replace(/[([{][\s×,;_]*[)\]}]/g, blank)
  return { text: plain, widthFirst: axes[0] === 'width' && axes[1] === 'height' }
}
