import { err, ok, type Result } from '@/lib/core/result'
import { fraction } from '@/lib/grading/exact/fraction'
import { readExact } from '@/lib/grading/expression/read-exact'
import { longestSize, placed, splitPair } from './read-pair'
import type { Size } from './size'
import type { SizeProblem } from './size-problem'

/** What nearly everybody writes, 64x64 or 64, read without further ado. */
const plainest = /^ *([1-9]\d{0,8}) *(?:[x×X*] *([1-9]\d{0,8}) *)?$/

/** 64x64 or 64 as numbers below 10^9, null for anything else. */
export function readPlainest(text: string): { readonly height: number; readonly width: number } | null {
  const plain = text.length > longestSize ? null : plainest.exec(text)
  if (plain === null) return null
  const [, height = '', width = height] = plain
  return { height: Number(height), width: Number(width) }
}

/** The same as exact values. */
export function readPlainestSize(text: string): Size | null {
  const plain = readPlainest(text)
  return plain === null
    ? null
    : { height: fraction(BigInt(plain.height)), width: fraction(BigInt(plain.width)) }
}

/**
 * A size as people write it, height first: 64x64, 64 × 64, 64*64, (64, 64), 64 by 64, $64 \times 64$, 64 곱하기 64,
 * 세로 64 가로 32, and 64 for a square. Either side may be an expression.
 *
 * A multiplication sign parts height from width where it stands between single values or brackets: 64*64,
 * (64+4)x(64+4). Beside a bare sum it multiplies, so that 64+2*2 is the square 68, unless the same stands on both
 * sides: 64+4 x 64+4. `,` `;` and `by` always part, save a comma that groups thousands (1,024).
 *
 * Values are exact and may be negative or broken: whether they make sense is for the grader to say. Any text of any
 * length is answered in bounded time.
 */
export function readSize(text: string): Result<Size, SizeProblem> {
  const plain = readPlainestSize(text)
  if (plain !== null) return ok(plain)
  const pieces = splitPair(text)
  if (!pieces.ok) return pieces
  const [first, second = first] = pieces.value
  const height = readExact(first.text)
  if (!height.ok) return err(placed(height.error, first))
  const width = second.text === first.text ? height : readExact(second.text)
  if (!width.ok) return err(placed(width.error, second))
  return ok({ height: height.value, width: width.value })
}

/**
 * A padding on one side of each axis: p=2, 2, 2x1, (2, 1), 패딩 2, 상하좌우 2, 상하 2 좌우 1, (5-1)/2. Read by the
 * rules of sizes; one number stands for both axes.
 */
export const readPadding = (text: string): Result<Size, SizeProblem> => readSize(text)
