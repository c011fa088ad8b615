/**
 * Seeded random numbers: the same seed gives the same numbers on any machine.
 *
 * The seed string is hashed over all its characters to 128 bits (MurmurHash3-style mixing of four lanes), which
 * start the sfc32 generator (Chris Doty-Humphrey, PractRand). Only 32-bit integer operations are used. It is not a
 * cipher: secrecy comes from the seed, which the server draws from the system's own source.
 */
export interface Rng {
  /** An integer in [low, high], both included, every value equally likely. Throws RangeError unless low <= high are safe integers less than 2^32 apart. */
  int(low: number, high: number): number
  /** One of the items, each equally likely. Throws RangeError on an empty list. */
  pick<Item>(items: readonly Item[]): Item
  /** A new list with the same items in random order (Fisher–Yates). */
  shuffle<Item>(items: readonly Item[]): Item[]
}

function hash128(text: string): [number, number, number, number] {
  let a = 1779033703
  let b = 3144134277
  let c = 1013904242
  let d = 2773480762
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    a = b ^ Math.imul(a ^ unit, 597399067)
    b = c ^ Math.imul(b ^ unit, 2869860233)
    c = d ^ Math.imul(c ^ unit, 951274213)
    d = a ^ Math.imul(d ^ unit, 2716044179)
  }
  a = Math.imul(c ^ (a >>> 18), 597399067)
  b = Math.imul(d ^ (b >>> 22), 2869860233)
  c = Math.imul(a ^ (c >>> 17), 951274213)
  d = Math.imul(b ^ (d >>> 19), 2716044179)
  a ^= b ^ c ^ d
  return [a >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0]
}

export function createRng(seed: string): Rng {
  let [a, b, c, counter] = hash128(seed)
  const next = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum >>> 0
  }
  for (let i = 0; i < 12; i += 1) next()

  const int = (low: number, high: number): number => {
    const span = high - low + 1
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || span < 1 || span > 2 ** 32) {
      throw new RangeError(`int(${low}, ${high}): needs safe integers with low <= high, less than 2^32 apart`)
    }
    // Values at or above the largest multiple of the span would favour small results.
    const limit = 2 ** 32 - (2 ** 32 % span)
    let value = next()
    while (value >= limit) value = next()
    return low + (value % span)
  }
  const pick = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new RangeError('pick: the list is empty')
    return items[int(0, items.length - 1)] as Item
  }
  const shuffle = <Item>(items: readonly Item[]): Item[] => {
    const result = [...items]
    for (let i = result.length - 1; i > 0; i -= 1) {
      const j = int(0, i)
      const held = result[i] as Item
      result[i] = result[j] as Item
      result[j] = held
    }
    return result
  }
  return { int, pick, shuffle }
}
