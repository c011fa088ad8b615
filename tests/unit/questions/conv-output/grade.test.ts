import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convOutput } from '@/questions/conv-output'
import { aSketch, aVariant } from './builders'

const codes = (response: unknown, params: unknown = aVariant()) =>
  Object.fromEntries(convOutput.grade(params, response).parts.map(({ id, code }) => [id, code]))
const scoreOf = (response: unknown, params: unknown = aVariant()) => convOutput.grade(params, response).score

describe('grading the exam variant', () => {
  it('gives everything to the reference answers of the exam', () => {
    const response = { padding: '2', paddedSize: '68x68', outputSize: '64x64', sketch: aSketch() }
    expect(convOutput.grade(aVariant(), response)).toMatchObject({ score: 1, status: 'graded' })
  })

  it('reads the answers however they are written', () => {
    const response = {
      padding: 'p = (5-1)/2',
      paddedSize: '64+2*2',
      outputSize: '$64 \\times 64$ 픽셀',
      sketch: [
        { stage: 'input', size: '64' },
        { stage: 'padding', amount: '상하좌우 2', size: '(68, 68)' },
        { stage: 'convolution', kernel: '5×5', stride: 's=1' },
        { stage: 'feature-map', size: '64 by 64' },
      ],
    }
    expect(scoreOf(response)).toBe(1)
  })

  it('solves the padding equation for these numbers in its steps', () => {
    const steps = convOutput.grade(aVariant(), {}).steps.map(({ en }) => en)
    expect(steps.join('\n')).toContain('64 = \\frac{64 - 5 + 2p}{1} + 1')
    expect(steps.join('\n')).toContain('68 \\times 68')
  })

  it('names the modelled mistakes', () => {
    expect(codes({ padding: '4' }).padding).toBe('padding-total')
    expect(codes({ padding: '3' }).padding).toBe('half-kernel-rounded-up')
    expect(codes({ padding: '2.5' }).padding).toBe('half-kernel')
    expect(codes({ padding: '2', paddedSize: '66' }).paddedSize).toBe('padding-one-side')
    expect(codes({ outputSize: '60x60' }).outputSize).toBe('no-padding')
    expect(codes({ outputSize: '63' }).outputSize).toBe('plus-one-forgotten')
  })

  it('charges a second slip on an own value as itself', () => {
    const { parts } = convOutput.grade(aVariant(), { padding: '3', paddedSize: '67' })
    expect(parts[1]).toMatchObject({ code: 'padding-one-side', score: 0.5 })
    expect(parts[1]?.feedback.en).toContain('your own earlier value')
  })

  it('gives part points, keeping unreadable, empty and wrong apart', () => {
    const response = { padding: 'same', paddedSize: '', outputSize: '64', sketch: [] }
    expect(codes(response)).toEqual({
      padding: 'invalid',
      paddedSize: 'empty',
      outputSize: 'correct',
      sketch: 'empty',
    })
    expect(scoreOf(response)).toBe(0.25)
  })

  it('is invalid where nothing can be read, be it nonsense or nothing at all', () => {
    expect(convOutput.grade(aVariant(), { padding: '??', paddedSize: 'y' }).status).toBe('invalid')
    expect(convOutput.grade(aVariant(), {}).status).toBe('invalid')
  })

  it('leaves the padding out where it is given', () => {
    const params = aVariant({ padding: { height: 1, width: 1 }, stride: 1 })
    expect(convOutput.publicView(params).fields.map(({ name }) => name)).toEqual([
      'paddedSize',
      'outputSize',
      'sketch',
    ])
    const response = {
      padding: '9',
      paddedSize: '66',
      outputSize: '62',
      sketch: aSketch({ amount: '1', padded: '66', output: '62' }),
    }
    expect(scoreOf(response, params)).toBe(1)
  })

  it('states rounding down where the last step does not fit, and grades by it', () => {
    const params = aVariant({ stride: 2, padding: { height: 1, width: 1 } })
    expect(convOutput.publicView(params).statement.en).toContain('rounded down')
    expect(codes({ paddedSize: '66', outputSize: '31' }, params).outputSize).toBe('correct')
  })
})

describe('width written before height throughout', () => {
  const swapped = (text: string) => text.split('x').toReversed().join('x')
  const variants = [...convOutput.enumerate({})].filter((params) => {
    const { padding, sketch } = convOutput.reference(params)
    return padding !== undefined && JSON.stringify(sketch).includes('x') && String(padding).includes('x')
  })
  const swappedSketch = (sketch: unknown) =>
    JSON.parse(JSON.stringify(sketch), (_, value) =>
      typeof value === 'string' && /^\d+x\d+$/.test(value) ? swapped(value) : value,
    )

  it('is one slip on the sketch: one label pays', () => {
    expect(variants.length).toBeGreaterThan(100)
    for (const params of variants) {
      const reference = convOutput.reference(params)
      const { parts } = convOutput.grade(params, { ...reference, sketch: swappedSketch(reference.sketch) })
      const sketch = parts.find(({ id }) => id === 'sketch')
      // A quarter of the sketch a stage, three quarters of it for labels; the input has one and the padding two.
      expect([0.8125, 0.90625]).toContain(sketch?.score)
    }
  })

  it('is one slip in the answers: the padding pays', () => {
    for (const params of variants) {
      const reference = convOutput.reference(params)
      const { parts } = convOutput.grade(params, {
        padding: swapped(String(reference.padding)),
        paddedSize: swapped(String(reference.paddedSize)),
        outputSize: swapped(String(reference.outputSize)),
        sketch: swappedSketch(reference.sketch),
      })
      expect(parts.map(({ score }) => score)).toEqual([0.5, 1, 1, 1])
    }
  })
})

describe('the sketch', () => {
  const right = { padding: '2', paddedSize: '68', outputSize: '64' }
  const share = (sketch: unknown) => convOutput.grade(aVariant(), { ...right, sketch }).parts[3]

  it('earns nothing empty, without values, or as anything but a list', () => {
    for (const sketch of [[], undefined, 'input', aSketch().map(({ stage }) => ({ stage })), [1, null, {}]]) {
      expect(share(sketch)).toMatchObject({ score: 0, code: 'empty' })
    }
  })

  it('loses the stated share out of order', () => {
    const [input, padding, convolution, map] = aSketch()
    expect(share([input, convolution, padding, map])).toMatchObject({ score: 0.75, code: 'stages-reordered' })
    expect(share([map, convolution, padding, input])).toMatchObject({ score: 0.75, code: 'stages-reordered' })
  })

  it('reads a stride as one number or as one for each axis', () => {
    const withStride = (stride: string) =>
      share(aSketch().map((block) => (block.stage === 'convolution' ? { ...block, stride } : block)))
    for (const stride of ['1', 's=1', '1x1', '(1, 1)', '보폭 1']) {
      expect(withStride(stride)).toMatchObject({ score: 1, code: 'correct' })
    }
    expect(withStride('(1, 2)')).toMatchObject({ code: 'labels-wrong' })
  })

  it('loses a quarter for each missing stage', () => {
    expect(share(aSketch().slice(0, 3))).toMatchObject({ score: 0.75, code: 'stages-missing' })
    expect(share(aSketch().slice(0, 3))?.feedback.en).toContain('feature map')
  })

  it('loses a tenth for a doubled or strange stage', () => {
    expect(share([...aSketch(), { stage: 'pooling' }])).toMatchObject({ score: 0.9, code: 'stages-extra' })
    expect(share([...aSketch(), aSketch()[3]])).toMatchObject({ score: 0.9, code: 'stages-extra' })
  })

  it('names the values to look at', () => {
    expect(share(aSketch({ kernel: '3x3' }))).toMatchObject({ code: 'labels-wrong' })
    expect(share(aSketch({ kernel: '3x3' }))?.feedback.en).toContain('convolution – kernel')
  })

  it('does not ask for dilation, but reads it where it is written', () => {
    const params = aVariant({ dilation: 3, kernel: { height: 7, width: 7 } })
    const sketch = [
      { stage: 'input', size: '64' },
      { stage: 'padding', amount: '9', size: '82' },
      { stage: 'convolution', kernel: '7x7', stride: '1' },
      { stage: 'feature-map', size: '64' },
    ]
    const scoreWith = (dilation: string) =>
      convOutput.grade(params, {
        sketch: sketch.map((stage) => (stage.stage === 'convolution' ? { ...stage, dilation } : stage)),
      }).parts[3]?.score
    expect([scoreWith(''), scoreWith('3')]).toEqual([1, 1])
    expect(scoreWith('2')).toBeLessThan(1)
  })
})

describe('hostile responses', () => {
  it('get a grade whatever arrives', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('(', '1/0', '9^9^9^9', 'NaN', '-1', '1e99', '64x'),
    )
    const stage = fc.oneof(
      fc.record(
        {
          stage: fc.constantFrom('input', 'padding', 'convolution', 'feature-map', '__proto__'),
          size: text,
          amount: text,
          kernel: text,
          stride: text,
        },
        { requiredKeys: [] },
      ),
      fc.jsonValue(),
    )
    const response = fc.oneof(
      fc.record(
        {
          padding: fc.oneof(text, fc.jsonValue()),
          paddedSize: text,
          outputSize: text,
          sketch: fc.oneof(fc.array(stage), fc.jsonValue()),
        },
        { requiredKeys: [] },
      ),
      fc.jsonValue(),
    )
    fc.assert(
      fc.property(response, fc.nat({ max: 300 }), (raw, seed) => {
        const params = convOutput.generate(`hostile-${seed}`, {})
        const result = convOutput.grade(params, raw)
        expect(result.score).toBeGreaterThanOrEqual(0)
        expect(result.score).toBeLessThanOrEqual(1)
      }),
      { numRuns: 1500 },
    )
  })

  it('are cut short where a sketch is endless', () => {
    const sketch = Array.from({ length: 100_000 }, () => aSketch()[0])
    expect(convOutput.grade(aVariant(), { sketch }).parts[3]?.score).toBe(0)
  })
})
