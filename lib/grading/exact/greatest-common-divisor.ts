const SAFE = BigInt(Number.MAX_SAFE_INTEGER)

/** Greatest common divisor of two non-negative integers by Euclid's algorithm; gcd(0, n) = n. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b > SAFE) [a, b] = [b, a % b]
  if (b === 0n) return a
  // What is left fits a double exactly, where the remaining steps are some ten times faster.
  let x = Number(b)
  let y = Number(a % b)
  while (y !== 0) [x, y] = [y, x % y]
  return BigInt(x)
}
