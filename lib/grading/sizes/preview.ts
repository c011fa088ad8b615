import type { ExpressionChain } from '@/lib/grading/expression/expression'
import { chainToTex } from '@/lib/grading/expression/expression-to-tex'
import type { Preview } from '@/lib/grading/preview'
import { withoutCountName } from './read-integer'
import { longestSize, type Piece, readSide, splitPair } from './read-pair'
import { describeSizeProblem, type SizeProblem } from './size-problem'
import { withoutStatedPadding } from './stated-padding'
import { conclusionPiece } from './working/conclusion-piece'
import { lettersIn } from './working/letters'

const problem = (error: SizeProblem): Preview =>
  error.kind === 'empty'
    ? { kind: 'empty' }
    : { kind: 'problem', at: error.at, message: describeSizeProblem(error) }

/** Both sides as understood; nothing is worked out. */
function previewPair(
  text: string,
  write: (height: ExpressionChain, width: ExpressionChain | null) => string,
): Preview {
  const whole = splitPair(text)
  const isFormula = text.length <= longestSize && lettersIn(text).length > 0
  const isWhole = !isFormula && whole.ok && whole.value.every((piece) => readSide(piece).ok)
  // What can be read as it stands is shown as it stands; of any other working its conclusion.
  const pieces =
    isWhole || text.length > longestSize ? whole : splitPair(conclusionPiece(text.normalize('NFC')))
  if (!pieces.ok) return problem(pieces.error)
  const [first, second] = pieces.value
  const height = readSide(first)
  if (!height.ok) return problem(height.error)
  if (second === undefined) return { kind: 'formula', tex: write(height.value, null) }
  const width = readSide(second)
  if (!width.ok) return problem(width.error)
  return { kind: 'formula', tex: write(height.value, width.value) }
}

/** A single number or bracket stands beside × as it is. */
function sideToTex(side: ExpressionChain): string {
  const [only, ...others] = side.links
  const tex = chainToTex(side)
  const simple = others.length === 0 && (only.kind === 'number' || only.kind === 'group')
  return simple ? tex : `\\left(${tex}\\right)`
}

/** How a size is read: 64 is shown as the square it stands for. */
export const previewSize = (text: string): Preview =>
  previewPair(
    text.length > longestSize ? text : withoutStatedPadding(text),
    (height, width) => `${sideToTex(height)} \\times ${sideToTex(width ?? height)}`,
  )

/** How a padding is read: one number for both axes, or one for each. */
export const previewPadding = (text: string): Preview =>
  previewPair(text, (height, width) =>
    width === null
      ? `p = ${chainToTex(height)}`
      : `p_h = ${chainToTex(height)},\\; p_w = ${chainToTex(width)}`,
  )

/** How a whole number is read. */
export function previewInteger(text: string): Preview {
  if (text.length > longestSize) return problem({ kind: 'size-too-long', at: longestSize })
  const piece: Piece = { text: withoutCountName(text), start: 0 }
  const read = readSide(piece)
  if (read.ok) return { kind: 'formula', tex: chainToTex(read.value) }
  // (2, 2): one number for each axis.
  return read.error.kind === 'several-values' ? previewSize(text) : problem(read.error)
}
