import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dnnParameters } from '@/questions/dnn-parameters'

interface Network {
  readonly inputs: number
  readonly hidden: readonly number[]
  readonly outputs: number
  readonly biases: boolean
}
const networks = (settings: unknown) => [...dnnParameters.enumerate(settings)] as unknown as Network[]
const offered = networks({})

/** By the definition, independent of the product's own count. */
const count = ({ inputs, hidden, outputs, biases }: Network): number => {
  const sizes = [inputs, ...hidden, outputs]
  let total = 0
  for (let layer = 1; layer < sizes.length; layer += 1) {
    for (let unit = 0; unit < (sizes[layer] ?? 0); unit += 1)
      total += (sizes[layer - 1] ?? 0) + (biases ? 1 : 0)
  }
  return total
}

describe('the offered variants', () => {
  it('are many, and each is there once', () => {
    expect(offered.length).toBe(5_592)
    expect(new Set(offered.map((network) => JSON.stringify(network))).size).toBe(offered.length)
  })

  it('tell the key, every mistake and every pair of mistakes apart, over the whole default space', () => {
    for (const network of offered) {
      const values = dnnParameters.mistakes(network).map(({ value }) => value)
      expect(values.length).toBeGreaterThan(50)
      if (new Set([String(count(network)), ...values]).size !== values.length + 1) {
        throw new Error(`collision in ${JSON.stringify(network)}`)
      }
    }
  })

  it('take about the same effort: within 10 % of the median', () => {
    const efforts = offered.map((network) => dnnParameters.effort(network)).sort((a, b) => a - b)
    const median = efforts[Math.floor(efforts.length / 2)] ?? 0
    expect((efforts[0] ?? 0) / median).toBeGreaterThanOrEqual(0.9)
    expect((efforts.at(-1) ?? 0) / median).toBeLessThanOrEqual(1.1)
  })

  it('widen where the author widens the spread', () => {
    expect(networks({ effortSpread: 1 }).length).toBeGreaterThan(offered.length)
  })

  it('follow the ranges, with steps and without biases', () => {
    const wide = networks({
      inputs: { min: 64, max: 128, step: 32 },
      hiddenLayers: { min: 1, max: 1 },
      hiddenUnits: { min: 32, max: 96, step: 16 },
      biases: false,
    })
    expect(wide.length).toBeGreaterThan(0)
    for (const { inputs, hidden, biases } of wide) {
      expect([64, 96, 128]).toContain(inputs)
      expect(hidden).toHaveLength(1)
      expect([32, 48, 64, 80, 96]).toContain(hidden[0])
      expect(biases).toBe(false)
    }
  })
})

describe('generate', () => {
  it('draws an offered variant for every seed, and the same one again', () => {
    const known = new Set(offered.map((network) => JSON.stringify(network)))
    const drawn = new Set<string>()
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const params = JSON.stringify(dnnParameters.generate(seed, {}))
        expect(known.has(params)).toBe(true)
        expect(JSON.stringify(dnnParameters.generate(seed, {}))).toBe(params)
        drawn.add(params)
      }),
      { numRuns: 500 },
    )
    expect(drawn.size).toBeGreaterThan(300)
  })

  it('is the same on any machine', () => {
    expect(dnnParameters.generate('abc', {})).toEqual({
      inputs: 11,
      hidden: [10, 14],
      outputs: 6,
      biases: true,
    })
  })
})

describe('settings', () => {
  const refusal = (settings: unknown): string => {
    const parsed = dnnParameters.parseSettings(settings)
    return parsed.ok ? 'accepted' : parsed.error
  }

  it('are refused with an example where no network tells the mistakes apart', () => {
    const small = { min: 4, max: 4 }
    expect(refusal({ inputs: small, hiddenUnits: small, outputs: small })).toMatch(/4-4-4-4, .* same number/)
  })

  it.each([
    [{ inputs: { min: 9, max: 8 } }, /inputs.*min must not be above max/],
    [{ hiddenUnits: { min: 1, max: 2_000 } }, /hold \d+ networks/],
    [{ credit: { 'biases-missing': 1.5 } }, /credit\.biases-missing/],
    [{ points: 0 }, /points/],
    [{ layers: 3 }, /layers/],
  ])('name the field that is wrong: %j', (settings, message) => {
    expect(refusal(settings)).toMatch(message)
  })

  it('fill in every default', () => {
    expect(dnnParameters.parseSettings({ hiddenUnits: { min: 7 } })).toMatchObject({
      ok: true,
      value: { hiddenUnits: { min: 7, max: 20, step: 1 }, points: 2, credit: { 'biases-missing': 0.5 } },
    })
  })
})

describe('params', () => {
  it('name the field that is wrong', () => {
    const parsed = dnnParameters.parseParams({ inputs: 0, hidden: [5, 0.5], outputs: 3, biases: 1 })
    expect(parsed.ok ? '' : parsed.error).toMatch(/inputs: .*hidden\.1: .*biases: /)
  })
})
