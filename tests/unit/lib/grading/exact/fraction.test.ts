import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitLength } from '@/lib/grading/exact/bit-length'
import {
  addFractions,
  compareFractions,
  equalFractions,
  fraction,
  isWithinRelative,
  log2Magnitude,
  multiplyFractions,
  subtractFractions,
} from '@/lib/grading/exact/fraction'
import { greatestCommonDivisor } from '@/lib/grading/exact/greatest-common-divisor'

const integers = fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n })
const divisors = integers.filter((value) => value !== 0n)
const fractions = fc.tuple(integers, divisors).map(([n, d]) => fraction(n, d))

describe('fraction', () => {
  it('is in lowest terms with a positive denominator and the value it was made of', () => {
    fc.assert(
      fc.property(integers, divisors, (n, d) => {
        const value = fraction(n, d)
        expect(value.d > 0n).toBe(true)
        expect(value.n * d).toBe(n * value.d)
        for (const prime of [2n, 3n, 5n, 7n])
          expect(value.n % prime === 0n && value.d % prime === 0n).toBe(false)
      }),
    )
  })

  it('refuses a denominator of 0', () => {
    expect(() => fraction(1n, 0n)).toThrow(RangeError)
  })

  it('adds, subtracts, multiplies and compares consistently', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        expect(equalFractions(subtractFractions(addFractions(a, b), b), a)).toBe(true)
        expect(compareFractions(a, b)).toBe(-compareFractions(b, a) || 0)
        const product = multiplyFractions(a, b)
        expect(product.n * a.d * b.d).toBe(a.n * b.n * product.d)
      }),
    )
  })
})

describe('greatestCommonDivisor', () => {
  it('divides both and is reached by a multiple of itself', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 90n }), fc.bigInt({ min: 1n, max: 2n ** 90n }), (a, b) => {
        const common = greatestCommonDivisor(a, b)
        expect(a % common).toBe(0n)
        expect(b % common).toBe(0n)
        expect(greatestCommonDivisor(a / common, b / common)).toBe(1n)
      }),
    )
  })

  it('treats 0 as divisible by everything', () => {
    expect(greatestCommonDivisor(0n, 12n)).toBe(12n)
    expect(greatestCommonDivisor(12n, 0n)).toBe(12n)
  })
})

describe('bitLength', () => {
  it('agrees with the length in base 2', () => {
    fc.assert(
      fc.property(integers, (value) => {
        const magnitude = value < 0n ? -value : value
        expect(bitLength(value)).toBe(magnitude === 0n ? 0 : magnitude.toString(2).length)
      }),
    )
  })
})

describe('log2Magnitude', () => {
  it('is right far outside the range of a double', () => {
    expect(log2Magnitude(fraction(9n ** 3000n, 40n ** 3000n))).toBeCloseTo(3000 * Math.log2(0.225), 7)
    expect(log2Magnitude(fraction(-8n))).toBe(3)
    expect(log2Magnitude(fraction(0n))).toBe(Number.NEGATIVE_INFINITY)
  })
})

describe('isWithinRelative', () => {
  it('includes the edge and nothing beyond it', () => {
    const percent = fraction(1n, 100n)
    expect(isWithinRelative(fraction(101n), fraction(100n), percent)).toBe(true)
    expect(isWithinRelative(fraction(99n), fraction(100n), percent)).toBe(true)
    expect(isWithinRelative(fraction(10101n, 100n), fraction(100n), percent)).toBe(false)
    expect(isWithinRelative(fraction(-100n), fraction(100n), percent)).toBe(false)
  })
})
