import { fraction } from '@/lib/grading/exact/fraction'
import { bounds } from './bounds'
import { narrowed } from './signs'

/** A number found in a text: where it ends, its cleaned digits and its exact value n/d. */
export interface NumberRead {
  readonly end: number
  readonly digits: string
  readonly n: bigint
  readonly d: bigint
}

/** The digit 0..9 at an offset, ASCII or full-width, or -1. */
export function digitAt(text: string, at: number): number {
  const code = narrowed(text.charCodeAt(at)) - 48
  return code >= 0 && code <= 9 ? code : -1
}

/** Characters of no width, as copied text has them. */
const unseen = /[\u200b-\u200d\u2060\ufeff]/

const GROUP = 3
const groupSeparators = new Set([..."',，_’ \u00a0\u2009\u202f"])

/** Offset after a thousands separator at `at` that is followed by exactly three digits, or -1. */
function groupStart(text: string, at: number): number {
  const length = groupSeparators.has(text.charAt(at)) ? 1 : lengthOfTexSeparator(text, at)
  if (length === 0) return -1
  const start = at + length
  for (let i = 0; i < GROUP; i += 1) if (digitAt(text, start + i) < 0) return -1
  return digitAt(text, start + GROUP) < 0 ? start : -1
}

const lengthOfTexSeparator = (text: string, at: number): number =>
  text.startsWith('{,}', at) ? 3 : text.startsWith('\\,', at) ? 2 : 0

function digitsFrom(text: string, from: number): number {
  let at = from
  while (digitAt(text, at) >= 0 || (at > from && unseen.test(text.charAt(at)) && digitAt(text, at + 1) >= 0))
    at += 1
  return at
}

const cleaned = (text: string, start: number, end: number): string => {
  let digits = ''
  for (let at = start; at < end; at += 1) {
    const digit = digitAt(text, at)
    if (digit >= 0) digits += digit
  }
  return digits
}

const isDecimalPoint = (character: string): boolean => character === '.' || character === '．'

/** Offset after `e-5` at `at` with its exponent, or null. */
function decimalExponent(text: string, at: number): { end: number; value: number } | null {
  const letter = text.charAt(at)
  if (letter !== 'e' && letter !== 'E') return null
  const sign = text.charAt(at + 1)
  const negative = sign === '-' || sign === '−'
  const start = at + (negative || sign === '+' ? 2 : 1)
  const end = digitsFrom(text, start)
  if (end === start) return null
  const magnitude = end - start > 6 ? Number.POSITIVE_INFINITY : Number(cleaned(text, start, end))
  return { end, value: negative ? -magnitude : magnitude }
}

/**
 * Reads the number that starts at `from`: 74, 1,024, 1 024, 0.225, .5, 0,225, 1.8e-32, ASCII or full-width. 'too-large'
 * where it has more digits than the bounds allow. The caller has seen a digit, or a point before a digit.
 */
export function readNumber(text: string, from: number): NumberRead | 'too-large' {
  let at = digitsFrom(text, from)
  let whole = ''
  if (at - from <= GROUP && at > from) {
    let next = groupStart(text, at)
    // 0,225 is a decimal comma, not nought thousand two hundred and twenty-five.
    if (next >= 0 && !(at - from === 1 && digitAt(text, from) === 0)) {
      whole = cleaned(text, from, at)
      while (next >= 0) {
        at = next + GROUP
        whole += cleaned(text, next, at)
        next = groupStart(text, at)
      }
    }
  }
  if (at - from > bounds.digits) return 'too-large'
  if (whole === '') whole = cleaned(text, from, at)

  const mark = text.charAt(at)
  const point = isDecimalPoint(mark) || (whole === '0' && (mark === ',' || mark === '，'))
  let decimals = ''
  if (point && digitAt(text, at + 1) >= 0) {
    const end = digitsFrom(text, at + 1)
    if (end - at > bounds.digits) return 'too-large'
    decimals = cleaned(text, at + 1, end)
    at = end
  }
  const exponent = decimalExponent(text, at)
  if (decimals === '' && exponent === null) return { end: at, digits: whole, n: BigInt(whole), d: 1n }

  const power = exponent?.value ?? 0
  if (Math.abs(power) > bounds.decimalExponent) return 'too-large'
  const shift = power - decimals.length
  const mantissa = BigInt(whole + decimals)
  const scale = 10n ** BigInt(Math.abs(shift))
  const value = shift < 0 ? fraction(mantissa, scale) : fraction(mantissa * scale)
  const digits = `${whole || '0'}${decimals === '' ? '' : `.${decimals}`}${exponent === null ? '' : `e${power}`}`
  return { end: exponent?.end ?? at, digits, n: value.n, d: value.d }
}
