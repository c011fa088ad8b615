import { describe, expect, it } from 'vitest'
import { certify, isCertified } from '@/lib/question/certify'
import { convOutput } from '@/questions/conv-output'
import { convOutputParamsSchema } from '@/questions/conv-output/params'
import { isDiagnosable } from '@/questions/conv-output/space'
import { aVariant } from './builders'

const formsDrawn = (settings: unknown): ReadonlySet<string> => {
  const drawn = Array.from({ length: 200 }, (_, seed) =>
    convOutputParamsSchema.parse(convOutput.generate(`form-${seed}`, settings)),
  )
  return new Set(
    drawn.map(({ kernel, dilation, stride, padding }) => {
      if (padding !== 'same') return stride > 1 ? 'strided' : 'given-padding'
      if (dilation > 1) return 'dilated'
      return kernel.height === kernel.width ? 'square-kernel' : 'rectangular-kernel'
    }),
  )
}

describe('variants of conv-output', () => {
  it('draws every form of the default settings', () => {
    expect([...formsDrawn({})].toSorted()).toEqual([
      'dilated',
      'given-padding',
      'rectangular-kernel',
      'strided',
    ])
  })

  it('draws only what was enumerated', () => {
    const all = new Set([...convOutput.enumerate({})].map((params) => JSON.stringify(params)))
    for (let seed = 0; seed < 300; seed += 1) {
      expect(all).toContain(JSON.stringify(convOutput.generate(`any-${seed}`, {})))
    }
  })

  it('pins what a seed gives, so that it is the same on any machine', () => {
    expect([0, 1, 2].map((seed) => convOutput.generate(`golden-${seed}`, {}))).toMatchInlineSnapshot(`
      [
        {
          "dilation": 3,
          "input": {
            "height": 96,
            "width": 128,
          },
          "kernel": {
            "height": 3,
            "width": 9,
          },
          "padding": "same",
          "stride": 1,
        },
        {
          "dilation": 1,
          "input": {
            "height": 144,
            "width": 160,
          },
          "kernel": {
            "height": 7,
            "width": 9,
          },
          "padding": "same",
          "stride": 1,
        },
        {
          "dilation": 1,
          "input": {
            "height": 80,
            "width": 144,
          },
          "kernel": {
            "height": 8,
            "width": 8,
          },
          "padding": {
            "height": 2,
            "width": 2,
          },
          "stride": 1,
        },
      ]
    `)
  })

  it('stays certified within an author’s ranges', () => {
    const settings = {
      forms: ['square-kernel'],
      image: { min: 28, max: 96, multipleOf: 8 },
      kernel: { min: 5, max: 11 },
    }
    const certificate = certify(convOutput, settings)
    expect(certificate.variants).toBeGreaterThan(50)
    expect(isCertified(certificate)).toBe(true)
  })

  it('refuses ranges that leave a form without variants, naming it', () => {
    const refused = convOutput.parseSettings({ forms: ['square-kernel'], kernel: { min: 3, max: 3 } })
    expect(refused).toMatchObject({ ok: false })
    expect(refused.ok ? '' : refused.error).toContain('square-kernel')
    expect(convOutput.parseSettings({ forms: ['dilated'], dilation: { max: 2 } }).ok).toBe(false)
  })

  it('refuses ranges too wide to go through, and ranges upside down', () => {
    const wide = { image: { min: 8, max: 1024, multipleOf: 1 }, kernel: { min: 2, max: 31 } }
    expect(convOutput.parseSettings(wide)).toMatchObject({ ok: false })
    expect(convOutput.parseSettings({ kernel: { min: 9, max: 3 } }).ok).toBe(false)
  })

  it('knows variants in which a wrong way leads to the right number', () => {
    expect(isDiagnosable(aVariant())).toBe(true)
    // k − 1 and half of 3 rounded up are both 2.
    expect(isDiagnosable(aVariant({ kernel: { height: 3, width: 3 } }))).toBe(false)
    // Forgetting a dilation of 2 and the halving leads to the right padding.
    expect(isDiagnosable(aVariant({ kernel: { height: 7, width: 7 }, dilation: 2 }))).toBe(false)
  })
})

describe('params', () => {
  const refusal = (raw: unknown): string => {
    const parsed = convOutput.parseParams(raw)
    return parsed.ok ? '' : parsed.error
  }

  it('names the field that is wrong', () => {
    expect(refusal({ ...aVariant(), stride: 0 })).toContain('stride')
    expect(refusal({ ...aVariant(), stride: 2 })).toContain('stride')
    expect(refusal({ ...aVariant(), kernel: { height: 4, width: 5 } })).toContain('kernel.height')
    expect(refusal({ ...aVariant(), input: { height: 64 } })).toContain('input.width')
    expect(refusal({ ...aVariant(), extra: 1 })).toContain('extra')
    expect(
      refusal({ ...aVariant(), input: { height: 3, width: 3 }, padding: { height: 0, width: 0 } }),
    ).toContain('kernel')
  })
})

describe('what a student sees', () => {
  it('shows neither padding nor padded size of a variant that keeps its size', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const params = convOutputParamsSchema.parse(convOutput.generate(`leak-${seed}`, {}))
      const [height, width] = String(convOutput.reference(params).paddedSize).split('x')
      const shown = JSON.stringify(convOutput.publicView(params))
      for (const sign of ['x', '×', ' × ', ' \\\\times '])
        expect(shown).not.toContain(`${height}${sign}${width}`)
    }
  })
})
