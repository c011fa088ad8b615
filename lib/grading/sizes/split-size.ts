import { err, ok, type Result } from '@/lib/core/result'
import { roundingOf, signOf } from '@/lib/grading/expression/signs'
import type { SizeProblem } from './size-problem'

/** A stretch of the text, by UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The signs outside all brackets that may part height from width. */
interface OuterSigns {
  /** `;`, and commas that cannot group digits. */
  readonly strong: readonly number[]
  /** Commas as in 128,128 or 1,024: a digit before, exactly three behind. */
  readonly grouping: readonly number[]
  readonly times: readonly number[]
  readonly hasSum: boolean
}

const isSpace = (text: string, at: number): boolean => text.charAt(at) === ' '
const kindAt = (text: string, at: number) => signOf(text.charCodeAt(at))

function trimmed(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && isSpace(text, start)) start += 1
  while (end > start && isSpace(text, end - 1)) end -= 1
  return { start, end }
}

/** Where the bracket opened at `start` closes, or -1. */
function closing(text: string, { start, end }: Span): number {
  let depth = 0
  for (let at = start; at < end; at += 1) {
    const kind = kindAt(text, at)
    if (kind === 'open') depth += 1
    if (kind === 'close') depth -= 1
    if (depth === 0) return at
  }
  return -1
}

const rounds = (text: string, at: number): boolean => roundingOf(text.charCodeAt(at)) !== null

/** Without the brackets that enclose all of it: (64, 64) is 64, 64. */
function unwrapped(text: string, span: Span): Span {
  let inner = trimmed(text, span)
  while (inner.start < inner.end && kindAt(text, inner.start) === 'open' && !rounds(text, inner.start)) {
    if (closing(text, inner) !== inner.end - 1) return inner
    inner = trimmed(text, { start: inner.start + 1, end: inner.end - 1 })
  }
  return inner
}

function outerSigns(text: string, span: Span): OuterSigns {
  const strong: number[] = []
  const grouping: number[] = []
  const times: number[] = []
  let hasSum = false
  let depth = 0
  let afterValue = false
  for (let at = span.start; at < span.end; at += 1) {
    const kind = kindAt(text, at)
    if (kind === 'open') depth += 1
    if (kind === 'close') depth -= 1
    if (depth === 0) {
      if (kind === 'times') times.push(at)
      else if (kind === 'comma') {
        const groups = /^\d,\d{3}(?!\d)/.test(text.slice(at - 1, at + 5))
        if (groups) grouping.push(at)
        else strong.push(at)
      } else if ((kind === 'plus' || kind === 'minus') && afterValue) hasSum = true
    }
    if (kind !== 'space') afterValue = kind === null || kind === 'close'
  }
  return { strong, grouping, times, hasSum }
}

const withoutSpaces = (text: string): string => text.replaceAll(' ', '')

/** The one place where height ends and width begins, null where one number stands for both, or too many of them. */
function separator(text: string, span: Span): number | null | 'too-many' {
  const { strong, grouping, times, hasSum } = outerSigns(text, span)
  if (strong.length > 0) return strong.length === 1 ? (strong[0] ?? null) : 'too-many'
  if (times.length === 0) {
    // 128,128 is a size and 1,024 a number: no width is written with a leading zero.
    const comma = grouping[0]
    return grouping.length === 1 && comma !== undefined && text.charAt(comma + 1) !== '0' ? comma : null
  }
  if (!hasSum) return times.length === 1 ? (times[0] ?? null) : 'too-many'
  // Beside a bare sum the sign multiplies (64+2×2), unless the same stands on both of its sides (64+4 × 64+4).
  const middle = times.find(
    (at) => withoutSpaces(text.slice(span.start, at)) === withoutSpaces(text.slice(at + 1, span.end)),
  )
  return middle ?? null
}

/** 68×68×1 and 1×68×68: the one channel is not asked for, yet says nothing wrong. */
function withoutChannel(text: string, span: Span): readonly [Span, Span] | null {
  const { strong, times, hasSum } = outerSigns(text, span)
  const signs = strong.length > 0 ? strong : times
  const [first, second] = signs
  const isMixed = strong.length > 0 && times.length > 0
  if (hasSum || isMixed || signs.length !== 2 || first === undefined || second === undefined) return null
  const sides: readonly Span[] = [
    { start: span.start, end: first },
    { start: first + 1, end: second },
    { start: second + 1, end: span.end },
  ]
  const isOne = ({ start, end }: Span) => text.slice(start, end).trim() === '1'
  const [a, b, c] = sides.map((side) => trimmed(text, side))
  if (a === undefined || b === undefined || c === undefined || isOne(a) === isOne(c)) return null
  return isOne(a) ? [b, c] : [a, b]
}

const square = /\s*(?:²|\^\s*(?:2|\{\s*2\s*\}))$/

/** The side of 68² and (64+4)^2, which is 68×68 and not the number of its pixels; null for anything else. */
function squared(text: string, { start, end }: Span): Span | null {
  const sign = square.exec(text.slice(start, end))
  if (sign === null) return null
  const side = { start, end: start + sign.index }
  const isNumber = /^\d+$/.test(text.slice(side.start, side.end))
  return isNumber || closing(text, side) === side.end - 1 ? side : null
}

/** Parts an evened-out text into its height and its width, or gives the one piece that stands for both. */
export function splitSize(
  text: string,
  whole: Span,
): Result<readonly [Span] | readonly [Span, Span], SizeProblem> {
  const span = unwrapped(text, whole)
  const side = squared(text, span)
  if (side !== null) return ok([side, side])
  const at = separator(text, span)
  if (at === 'too-many') {
    const sides = withoutChannel(text, span)
    return sides === null ? err({ kind: 'too-many-numbers', at: span.start }) : ok(sides)
  }
  if (at === null) return ok([span])
  const height = trimmed(text, { start: span.start, end: at })
  const width = trimmed(text, { start: at + 1, end: span.end })
  if (height.start === height.end || width.start === width.end) return err({ kind: 'side-missing', at })
  return ok([height, width])
}
