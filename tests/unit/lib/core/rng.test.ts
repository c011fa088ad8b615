import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRng } from '@/lib/core/rng'

describe('createRng', () => {
  it('gives the same numbers for the same seed, on any machine', () => {
    const rng = createRng('golden')
    // Pinned: a change here would change the variant behind every stored seed.
    expect(Array.from({ length: 6 }, () => rng.int(0, 999_999))).toMatchInlineSnapshot(`
      [
        748158,
        169045,
        407678,
        897739,
        529163,
        349543,
      ]
    `)
  })

  it('tells seeds apart that differ in a single character anywhere', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), fc.nat(), (seed, at) => {
        const i = at % seed.length
        const other = `${seed.slice(0, i)}${seed[i] === 'a' ? 'b' : 'a'}${seed.slice(i + 1)}`
        const draw = (text: string) => {
          const rng = createRng(text)
          return [0, 0, 0, 0].map(() => rng.int(0, 2 ** 31))
        }
        expect(draw(seed)).not.toEqual(draw(other))
      }),
    )
  })

  it('stays inside the bounds, both included', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -1000, max: 1000 }), fc.nat(50), (seed, low, span) => {
        const value = createRng(seed).int(low, low + span)
        expect(value).toBeGreaterThanOrEqual(low)
        expect(value).toBeLessThanOrEqual(low + span)
      }),
    )
  })

  it('draws every value about equally often', () => {
    const rng = createRng('fair')
    const counts = new Array<number>(10).fill(0)
    for (let i = 0; i < 20_000; i += 1) {
      const value = rng.int(0, 9)
      counts[value] = (counts[value] ?? 0) + 1
    }
    // Chi-square with 9 degrees of freedom: 27.9 is passed once in a thousand seeds; this seed is fixed.
    const chi = counts.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)
    expect(chi).toBeLessThan(27.9)
  })

  it('shuffles without losing or doubling anything', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer()), (seed, items) => {
        expect(createRng(seed).shuffle(items).sort()).toEqual([...items].sort())
      }),
    )
  })

  it('refuses an empty list and bounds in the wrong order', () => {
    expect(() => createRng('x').pick([])).toThrow(RangeError)
    expect(() => createRng('x').int(3, 2)).toThrow(RangeError)
  })
})
