import { type Fraction, log2Magnitude } from '@/lib/grading/exact/fraction'

/** Natural logarithm of a positive fraction of any size; null where there is none (zero and below). */
export function naturalLog(value: Fraction): number | null {
  return value.n > 0n && value.d > 0n ? log2Magnitude(value) * Math.LN2 : null
}
