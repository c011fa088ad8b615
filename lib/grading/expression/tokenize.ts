import { bounds } from './bounds'
import { digitAt, readNumber } from './read-number'
import { quoted, type ReadProblem, type ReadProblemKind } from './read-problem'
import {
  closerOf,
  narrowed,
  roundingOf,
  type SignKind,
  SUPERSCRIPT_MINUS,
  signOf,
  superscriptDigit,
} from './signs'
import { isTexPunctuation, roleOfTexCommand } from './tex-commands'
import type { Token, TokenKind } from './token'
import { roleOfWord } from './words'

/** The tokens up to the end of the text, or up to the problem; the last token is always 'end'. */
export interface Tokens {
  readonly tokens: readonly Token[]
  readonly problem: ReadProblem | null
}

interface OpenBracket {
  readonly closer: number
  readonly tokenIndex: number
  readonly numbers: number
  readonly words: number
}

/** The closing brackets of \lfloor and \lceil, which no character stands for. */
const texRounding = { floor: -2, ceil: -3 } as const

const isLatin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
const isHangul = (code: number): boolean =>
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0x1100 && code <= 0x11ff) ||
  (code >= 0x3131 && code <= 0x3163)
const isLetter = (code: number): boolean => isLatin(code) || isHangul(code)

/** Reads a text of bounded length once from left to right, dropping the words and marks that people put around numbers. */
class Tokenizer {
  private readonly tokens: Token[] = []
  private readonly open: OpenBracket[] = []
  private problem: ReadProblem | null = null
  private at = 0
  private apart = false
  private numbers = 0
  private words = 0
  /** Where the link under way began, to tell a link of words alone ("총 파라미터 수 = …"). */
  private link = { tokenIndex: 0, numbers: 0, words: 0 }

  constructor(private readonly text: string) {}

  run(): Tokens {
    while (this.at < this.text.length && this.problem === null) {
      this.next()
      if (this.tokens.length > bounds.tokens) this.fail('too-long', this.at, this.at)
    }
    if (this.problem === null) this.endLink()
    this.push('end', this.at, this.at)
    return { tokens: this.tokens, problem: this.problem }
  }

  private next() {
    const { text, at } = this
    if (digitAt(text, at) >= 0) return this.number()
    const code = narrowed(text.charCodeAt(at))
    const sign = signOf(code)
    if (sign !== null) return this.sign(sign, code)
    if (isLetter(code)) return this.word()
    if (text.charAt(at) === '\\') return this.texCommand()
    if (superscriptDigit(code) >= 0 || code === SUPERSCRIPT_MINUS) return this.superscript()
    if (groupingMark(code)) return this.fail('several-values', at, at + 1)
    const width = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
    this.fail('unknown-character', at, at + width)
  }

  private push(kind: TokenKind, start: number, end: number, digits = '', n = 0n, d = 0n): void {
    this.tokens.push({ kind, start, end, apart: this.apart, digits, n, d })
    this.apart = false
    this.at = end
  }

  private fail(kind: ReadProblemKind, start: number, end: number): void {
    this.problem ??= { kind, at: start, found: quoted(this.text, start, end) }
    this.at = start
  }

  private number() {
    const start = this.at
    const read = readNumber(this.text, start)
    if (read === 'too-large') return this.fail('too-large', start, this.text.length)
    this.numbers += 1
    this.push('number', start, read.end, read.digits, read.n, read.d)
  }

  private sign(kind: SignKind, code: number) {
    const { text, at } = this
    switch (kind) {
      case 'space':
        // A new line never multiplies with the line before.
        if (code === 10) this.apart = true
        this.at += 1
        return
      case 'open':
        return this.openBracket(closerOf(code), roundingOf(code))
      case 'close':
        return this.closeBracket(code)
      case 'times':
        // `**` is a power, as programmers write it.
        if (text.charAt(at) === '*' && text.charAt(at + 1) === '*') return this.push('power', at, at + 2)
        return this.push('times', at, at + 1)
      case 'divide':
        // A whole division, as in Python.
        if (text.charAt(at) === '/' && text.charAt(at + 1) === '/')
          return this.push('divide-whole', at, at + 2)
        return this.push(kind, at, at + 1)
      case 'minus':
        if (text.charAt(at + 1) === '>') return this.relation('equal', at + 2)
        return this.push('minus', at, at + 1)
      case 'equal':
      case 'approximate':
        return this.relation(kind, text.charAt(at + 1) === '>' ? at + 2 : at + 1)
      case 'pause':
        if (text.charAt(at) === '.' && digitAt(text, at + 1) >= 0) return this.number()
        this.pause()
        return
      case 'comma':
        if (this.numbers > this.link.numbers) return this.fail('several-values', at, at + 1)
        this.pause()
        return
      case 'factorial':
        return this.fail('factorial', at, at + 1)
      default:
        this.push(kind, at, at + 1)
    }
  }

  private pause(): void {
    this.at += 1
    this.apart = true
  }

  private word() {
    const { text, at } = this
    let end = at + 1
    // Latin and Hangul runs are separate words: "total은", "74개".
    const sameScript = isLatin(narrowed(text.charCodeAt(at))) ? isLatin : isHangul
    while (end < text.length && sameScript(narrowed(text.charCodeAt(end)))) end += 1
    const role = roleOfWord(text.slice(at, end).normalize('NFKC'))
    if (role === null) return this.fail('unknown-word', at, end)
    if (role === 'separator') return this.fail('several-values', at, end)
    if (role === 'equal' || role === 'approximate') {
      this.words += 1
      return this.relation(role, end)
    }
    if (role !== 'filler') return this.push(role, at, end)
    this.words += 1
    this.apart = true
    this.at = end
  }

  private texCommand() {
    const { text, at } = this
    let end = at + 1
    while (isLatin(text.charCodeAt(end))) end += 1
    if (end === at + 1) {
      const mark = text.charAt(end)
      if (mark === '{' || mark === '}') this.at = end
      else if (mark !== '' && isTexPunctuation(mark)) this.at = end + 1
      else this.fail('unknown-character', at, end)
      return
    }
    const name = text.slice(at + 1, end)
    if (name === 'lfloor' || name === 'lceil') {
      const rounding = name === 'lfloor' ? 'floor' : 'ceil'
      this.openBracket(texRounding[rounding], rounding)
      this.at = end
      return
    }
    if (name === 'rfloor' || name === 'rceil') {
      this.closeBracket(texRounding[name === 'rfloor' ? 'floor' : 'ceil'])
      this.at = this.problem === null ? end : at
      return
    }
    const role = roleOfTexCommand(name)
    if (role === null) return this.fail('unknown-word', at, end)
    if (role === 'equal' || role === 'approximate') return this.relation(role, end)
    if (role === 'skip') this.at = end
    else this.push(role, at, end)
  }

  private superscript() {
    const { text, at } = this
    const negative = text.charCodeAt(at) === SUPERSCRIPT_MINUS
    let end = negative ? at + 1 : at
    let digits = ''
    for (let digit = superscriptDigit(text.charCodeAt(end)); digit >= 0; ) {
      digits += digit
      end += 1
      digit = superscriptDigit(text.charCodeAt(end))
    }
    if (digits === '') return this.fail('missing-value', end, end)
    if (digits.length > bounds.digits) return this.fail('too-large', at, end)
    const value = BigInt(digits)
    this.push('superscript', at, end, negative ? `-${digits}` : digits, negative ? -value : value, 1n)
  }

  private openBracket(closer: number, rounding: 'floor' | 'ceil' | null = null) {
    const { at, numbers, words } = this
    if (this.open.length >= bounds.depth) return this.fail('too-deep', at, at + 1)
    this.open.push({ closer, tokenIndex: this.tokens.length, numbers, words })
    if (rounding !== null) this.push(rounding, at, at)
    this.push('open', at, at + 1)
  }

  private closeBracket(code: number) {
    const { at } = this
    const opened = this.open.pop()
    if (opened === undefined) return this.fail('bracket-not-opened', at, at + 1)
    if (opened.closer !== code) return this.fail('bracket-mismatch', at, at + 1)
    if (this.numbers === opened.numbers && this.words > opened.words) {
      // "(weights and biases)" is a remark, not a factor.
      this.tokens.length = opened.tokenIndex
      return this.pause()
    }
    this.push('close', at, at + 1)
  }

  private relation(kind: 'equal' | 'approximate', end: number) {
    const start = this.at
    if (this.open.length > 0) return this.fail('equals-in-brackets', start, end)
    this.endLink()
    // "is equal to" and "==" say it once.
    const last = this.tokens.at(-1)
    if (last === undefined || last.kind === 'equal' || last.kind === 'approximate') this.at = end
    else this.push(kind, start, end)
    this.link = { tokenIndex: this.tokens.length, numbers: this.numbers, words: this.words }
  }

  /** A link of words and signs without a number ("가중치 + 편향 = …") says what is counted; it is dropped. */
  private endLink(): void {
    const { tokenIndex, numbers, words } = this.link
    if (this.numbers === numbers && this.words > words && this.open.length === 0)
      this.tokens.length = tokenIndex
  }
}

/** Marks that group digits where three follow; anywhere else they part several values. */
const groupingMark = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x5f

export const tokenize = (text: string): Tokens => new Tokenizer(text).run()
