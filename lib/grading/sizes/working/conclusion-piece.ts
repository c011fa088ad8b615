import { conclusionOf } from '@/lib/grading/sizes/conclusion'
import { explained, piecesOf } from './pieces'

/**
 * The part of a working that gives the answer, unit for unit with blanks before it: 2 of "p = (k-1)/2 = 2", 68 of
 * "68 (64+2*2)". A text that is no working is given back as it is.
 */
export function conclusionPiece(text: string): string {
  const remark = explained(text)
  if (remark !== null) return remark[0]
  const plain = conclusionOf(text)
  const pieces = piecesOf(plain)
  if (pieces === null || pieces.length === 1) return plain
  const last = pieces.findLast((piece) => /\d/.test(piece.text))
  // "H = 68, W = 68" names each of its two numbers.
  const isListed = pieces.slice(0, -1).some((piece) => /\d\s*[,;]/.test(piece.text))
  return last === undefined || isListed ? plain : ' '.repeat(last.start) + last.text
}
