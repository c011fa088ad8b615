import { bitLength } from './bit-length'
import { greatestCommonDivisor } from './greatest-common-divisor'

/** An exact rational number n/d in lowest terms, with d > 0. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

/** n/d in lowest terms. Throws RangeError where d is 0: callers check a student's divisor first. */
export function fraction(n: bigint, d: bigint = 1n): Fraction {
  if (d === 1n) return { n, d }
  if (d === 0n) throw new RangeError('fraction: the denominator is 0')
  const sign = d < 0n ? -1n : 1n
  const common = greatestCommonDivisor(n < 0n ? -n : n, d < 0n ? -d : d)
  return { n: (sign * n) / common, d: (sign * d) / common }
}

export const isWhole = (value: Fraction): boolean => value.d === 1n

/** Equality of values; both are in lowest terms. */
export const equalFractions = (a: Fraction, b: Fraction): boolean => a.n === b.n && a.d === b.d

export const addFractions = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
export const subtractFractions = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.n * b.d - b.n * a.d, a.d * b.d)
export const multiplyFractions = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d)

/** -1, 0 or 1 as a is below, equal to or above b. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

/** Whether |value − reference| ≤ tolerance·|reference|, exactly. */
export function isWithinRelative(value: Fraction, reference: Fraction, tolerance: Fraction): boolean {
  const difference = value.n * reference.d - reference.n * value.d
  const magnitude = difference < 0n ? -difference : difference
  const scale = (reference.n < 0n ? -reference.n : reference.n) * value.d
  return magnitude * tolerance.d <= scale * tolerance.n
}

const TOP_BITS = 60

const log2Integer = (value: bigint): number => {
  const shift = Math.max(0, bitLength(value) - TOP_BITS)
  return Math.log2(Number(value >> BigInt(shift))) + shift
}

/** log2 |value|, good to about 1e-13 also where the value itself is far outside a double's range; −Infinity for 0. */
export const log2Magnitude = (value: Fraction): number =>
  value.n === 0n
    ? Number.NEGATIVE_INFINITY
    : log2Integer(value.n < 0n ? -value.n : value.n) - log2Integer(value.d)
