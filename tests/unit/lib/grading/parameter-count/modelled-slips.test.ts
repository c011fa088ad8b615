import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCollision, findSlip, modelledSlips } from '@/lib/grading/parameter-count/modelled-slips'
import { parameterCount } from '@/lib/grading/parameter-count/network'
import { slipId } from '@/lib/grading/parameter-count/slip'
import { tallyValue } from '@/lib/grading/parameter-count/tally'

const sizes = [6, 5, 4, 3]
const values = (biases: boolean): Record<string, string> =>
  Object.fromEntries(
    modelledSlips(3, biases).map(({ slips, tally }) => [
      slips.map((slip) => slipId(slip, 3)).join('+'),
      String(tallyValue(tally, sizes)),
    ]),
  )

describe('modelledSlips', () => {
  it('counts 6-[5,4]-3 as somebody who makes the slip would', () => {
    expect(values(true)).toMatchObject({
      'biases-missing': '62',
      'biases-missing-hidden-1': '69',
      'biases-missing-hidden-2': '70',
      'biases-missing-output': '71',
      'input-biases-added': '80',
      'one-bias-per-layer': '65',
      'one-bias-in-all': '63',
      'biases-per-sender': '77',
      'connection-missing-hidden-1': '39',
      'connection-missing-hidden-2': '50',
      'connection-missing-output': '59',
      'sizes-added': '39',
      'weights-missing': '12',
      'units-counted': '18',
      'product-of-sizes': '360',
      'biases-missing+sizes-added': '27',
      'biases-missing+connection-missing-output': '50',
      'biases-missing-hidden-1+input-biases-added': '75',
      'one-bias-per-layer+connection-missing-hidden-2': '44',
    })
  })

  it('counts a network without biases by its weights', () => {
    expect(values(false)).toMatchObject({
      'biases-added': '74',
      'connection-missing-output': '50',
      'sizes-added': '27',
      'units-counted': '18',
      'product-of-sizes': '360',
      'biases-added+connection-missing-output': '59',
    })
    expect(values(false)).not.toHaveProperty('biases-missing')
  })

  it('lists no two ways that agree for every network, and none that is always right', () => {
    for (const depth of [1, 2, 3, 4, 5]) {
      for (const biases of [true, false]) {
        const listed = modelledSlips(depth, biases)
        // Sizes so unlike each other that only ways of counting that are the same by construction can agree.
        const apart = [99_991, 1_009, 50_021, 7_919, 20_011, 307].slice(0, depth + 1)
        const counts = listed.map(({ tally }) => tallyValue(tally, apart))
        const key = BigInt(parameterCount({ sizes: apart, biases }))
        expect(new Set([...counts, key]).size).toBe(listed.length + 1)
      }
    }
  })
})

describe('findSlip and findCollision', () => {
  const networks = fc.record({
    sizes: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 5 }),
    biases: fc.boolean(),
  })

  it('agree with comparing all values with each other', () => {
    let collisions = 0
    fc.assert(
      fc.property(networks, (network) => {
        const listed = modelledSlips(network.sizes.length - 1, network.biases)
        const counts = listed.map(({ tally }) => tallyValue(tally, network.sizes))
        const distinct = new Set([BigInt(parameterCount(network)), ...counts]).size === listed.length + 1
        if (!distinct) collisions += 1
        expect(findCollision(network) === null).toBe(distinct)
        for (const [index, count] of counts.entries()) {
          expect(findSlip(network, count)).toBe(listed[counts.indexOf(count)])
          if (distinct) expect(findSlip(network, count)).toBe(listed[index])
        }
      }),
      { numRuns: 1_000 },
    )
    expect(collisions).toBeGreaterThan(50)
  })

  it('finds nothing for a number that no known way leads to', () => {
    expect(findSlip({ sizes, biases: true }, 73n)).toBeNull()
    expect(findSlip({ sizes, biases: true }, 10n ** 400n)).toBeNull()
  })

  it('holds products beyond 2^53 exactly', () => {
    const wide = { sizes: [99_991, 99_989, 99_971, 99_961, 99_929], biases: true }
    const product = wide.sizes.reduce((value, size) => value * BigInt(size), 1n)
    expect(findSlip(wide, product)?.slips).toEqual([{ kind: 'product-of-sizes' }])
    expect(findSlip(wide, product + 1n)).toBeNull()
  })
})
