import type { Localized } from '@/lib/core/localized'
import type { Result } from '@/lib/core/result'
import type { Fraction } from '@/lib/grading/exact/fraction'
import type { Size } from '@/lib/grading/sizes/size'
import { describeSizeProblem, type SizeProblem } from '@/lib/grading/sizes/size-problem'
import type { Extent } from './arithmetic'

/** One size or padding as the student gave it. */
export type Answer =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly message: Localized }
  | {
      readonly kind: 'read'
      /** In canonical form, as keys and mistakes are written. */
      readonly written: string
      /** The numbers to go on with, where both are whole. */
      readonly extent: Extent | null
    }

/** Beyond this no picture goes; it also keeps every later sum exact. */
const largestSide = 1_000_000n

const writeFraction = ({ n, d }: Fraction): string => (d === 1n ? String(n) : `${n}/${d}`)

const longestWritten = 10n ** 40n

/** A value too large for any key is not written out in its thousands of digits. */
const writeSide = (side: Fraction): string =>
  side.n > longestWritten || side.n < -longestWritten || side.d > longestWritten
    ? 'huge'
    : writeFraction(side)

function wholeExtent({ height, width }: Size): Extent | null {
  const fits = ({ n, d }: Fraction) => d === 1n && n <= largestSide && n >= -largestSide
  return fits(height) && fits(width) ? { height: Number(height.n), width: Number(width.n) } : null
}

/** Reads one answer; `oneNumber` writes a value that is equal on both axes once, as paddings are. */
export function readAnswer(
  text: string,
  read: (text: string) => Result<Size, SizeProblem>,
  oneNumber: boolean,
): Answer {
  const size = read(text)
  if (!size.ok) {
    if (size.error.kind === 'empty') return { kind: 'empty' }
    return { kind: 'unreadable', message: describeSizeProblem(size.error) }
  }
  const height = writeSide(size.value.height)
  const width = writeSide(size.value.width)
  const written = oneNumber && height === width ? height : `${height}x${width}`
  return { kind: 'read', written, extent: wholeExtent(size.value) }
}
