import { err, ok, type Result } from '@/lib/core/result'
import type { ExpressionChain } from '@/lib/grading/expression/expression'
import { readExpression } from '@/lib/grading/expression/read-expression'
import { conclusionOf } from './conclusion'
import { type EvenText, evenOut } from './even-out'
import type { SizeProblem } from './size-problem'
import { type Span, splitSize } from './split-size'

/** Longest text that is looked at; an honest size is under 60 characters. */
export const longestSize = 400

/** Where even looking for blanks at the ends would take long. */
const longestLookedAt = 20_000

/** One side as text: evened out, with its place in the text as typed. */
export interface Piece {
  readonly text: string
  readonly start: number
}

/** What evening out leaves of "p =", "(H, W) =" or "p_h =": marks before the first equals sign, no number among them. */
const nameBefore = /^[\s_{}×(),;:]*=/

const withoutName = (text: string): string => text.replace(nameBefore, (name) => ' '.repeat(name.length))

/** The text split into height and width, in that order; one piece where a single number stands for both. */
export function splitPair(typed: string): Result<readonly [Piece] | readonly [Piece, Piece], SizeProblem> {
  // Hangul may arrive decomposed; the offsets of a problem are then those of the composed text.
  if (typed.length > longestLookedAt) return err({ kind: 'size-too-long', at: longestSize })
  const plain = typed.length > longestSize ? typed.trim() : typed.normalize('NFC')
  if (plain.length > longestSize) return err({ kind: 'size-too-long', at: longestSize })
  const even: EvenText = evenOut(conclusionOf(plain))
  const text = withoutName(even.text)
  if (text.trim() === '') return err({ kind: plain.trim() === '' ? 'empty' : 'no-number', at: 0, found: '' })
  const spans = splitSize(text, { start: 0, end: text.length })
  if (!spans.ok) return spans
  const piece = ({ start, end }: Span): Piece => ({ text: withoutName(text.slice(start, end)), start })
  const [first, second] = spans.value
  if (second === undefined) return ok([piece(first)])
  return ok(even.widthFirst ? [piece(second), piece(first)] : [piece(first), piece(second)])
}

/** A problem in a piece, placed in the whole text. */
export const placed = (problem: SizeProblem, piece: Piece): SizeProblem => ({
  ...problem,
  at: problem.at + piece.start,
})

/** One side as the expression it was understood as. */
export function readSide(piece: Piece): Result<ExpressionChain, SizeProblem> {
  const read = readExpression(piece.text)
  return read.ok ? read : err(placed(read.error, piece))
}
