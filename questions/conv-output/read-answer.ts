import type { Localized } from '@/lib/core/localized'
import type { Result } from '@/lib/core/result'
import type { Fraction } from '@/lib/grading/exact/fraction'
import type { Size } from '@/lib/grading/sizes/size'
import { describeSizeProblem, type SizeProblem } from '@/lib/grading/sizes/size-problem'
import type { WorkedSize } from '@/lib/grading/sizes/working/read-worked-size'
import type { Extent } from './arithmetic'

/** One size or padding. */
export interface Value {
  /** In canonical form, as keys and mistakes are written. */
  readonly written: string
  /** The numbers to go on with, where both are whole. */
  readonly extent: Extent | null
}

/** A working of which one side differs from the next: what it starts from, and how often it breaks. */
export interface BrokenWorking {
  readonly first: Value
  readonly isBare: boolean
  readonly breaks: number
}

/** One size or padding as the student gave it; the value is the one that the working ends with. */
export type Answer =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly message: Localized }
  | ({ readonly kind: 'read'; readonly broken: BrokenWorking | null } & Value)

/** Beyond this no picture goes; it also keeps every later sum exact. */
const largestSide = 1_000_000n

const writeFraction = ({ n, d }: Fraction): string => (d === 1n ? String(n) : `${n}/${d}`)

const longestWritten = 10n ** 40n

/** A value too large for any key is not written out in its thousands of digits. */
const writeSide = (side: Fraction): string =>
  side.n > longestWritten || side.n < -longestWritten || side.d > longestWritten
    ? 'huge'
    : writeFraction(side)

const fits = ({ n, d }: Fraction): boolean => d === 1n && n <= largestSide && n >= -largestSide

const wholeExtent = ({ height, width }: Size): Extent | null =>
  fits(height) && fits(width) ? { height: Number(height.n), width: Number(width.n) } : null

function toValue(size: Size, oneNumber: boolean): Value {
  const height = writeSide(size.height)
  const width = writeSide(size.width)
  const written = oneNumber && height === width ? height : `${height}x${width}`
  return { written, extent: wholeExtent(size) }
}

/** One answer as it was read; `oneNumber` writes a value that is equal on both axes once, as paddings are. */
export function readAnswer(worked: Result<WorkedSize, SizeProblem>, oneNumber: boolean): Answer {
  if (!worked.ok) {
    if (worked.error.kind === 'empty') return { kind: 'empty' }
    return { kind: 'unreadable', message: describeSizeProblem(worked.error) }
  }
  const { size, broken } = worked.value
  const { written, extent } = toValue(size, oneNumber)
  const start = broken === null ? null : { ...broken, first: toValue(broken.first, oneNumber) }
  return { kind: 'read', written, extent, broken: start }
}

/** The same for two whole numbers. */
export function plainAnswer(size: Extent, oneNumber: boolean): Answer {
  const { height, width } = size
  const written = oneNumber && height === width ? `${height}` : `${height}x${width}`
  const isLarge = height > largestSide || width > largestSide
  return { kind: 'read', written, extent: isLarge ? null : size, broken: null }
}
