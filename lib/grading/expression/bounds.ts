/**
 * What keeps every answer's reading and evaluation short, whatever is typed. An honest answer to a question of this
 * kind is under 300 characters; the bounds are well above that.
 */
export const bounds = {
  /** UTF-16 units of the text. */
  length: 4_000,
  /** Numbers, signs and brackets together. */
  tokens: 1_000,
  /** Brackets and powers inside each other. */
  depth: 40,
  /** Expressions joined by equals signs. */
  links: 12,
  /** Digits of one number. */
  digits: 400,
  /** Magnitude of e in 1e-5. */
  decimalExponent: 1_000,
  /** Magnitude of an exponent. */
  exponent: 10_000,
  /** Bits of a numerator or denominator at any step. */
  bits: 16_384,
  /** Products of 64-bit limbs that one answer's evaluation may take: some milliseconds. */
  work: 4_000_000,
} as const
