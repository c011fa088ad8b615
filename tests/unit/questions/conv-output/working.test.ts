import { describe, expect, it } from 'vitest'
import { convOutput } from '@/questions/conv-output'
import { aSketch, aVariant } from './builders'

function shares(response: Record<string, unknown>, params: unknown = aVariant()) {
  const { parts } = convOutput.grade(params, response)
  return Object.fromEntries(parts.map(({ id, score, max, code }) => [id, [score / max, code]]))
}

describe('a part with its working', () => {
  it('earns everything where every sign holds, in letters of the problem or numbers', () => {
    const response = {
      padding: 'p = (k-1)/2 = (5-1)/2 = 2',
      paddedSize: 'n+2p = 64+2*2 = 68x68',
      outputSize: 'O = (n-k+2p)/s+1 = (64-5+4)/1+1 = 64',
      sketch: aSketch({ amount: '(5-1)/2 = 2', padded: '64+4 = 68', output: '68-5+1 = 64' }),
    }
    expect(convOutput.grade(aVariant(), response).score).toBe(1)
  })

  it.each([
    ['padding', '(5-1)/2 = 3', 0.85, 'arithmetic-slip'],
    ['padding', 'p = k-1 = 4', 0.5, 'padding-total'],
    ['padding', '(5-1)/2 = 3 = 4', 0.7225, 'arithmetic-slip'],
    ['padding', '(5-1)/2 = 3 = 2', 0.85, 'arithmetic-slip'],
    ['padding', '(5+1)/2 = 2', 0.425, 'half-kernel-rounded-up'],
    ['padding', '2 = 3', 0.425, 'links-disagree'],
    ['padding', '7 = 2', 0, 'links-disagree'],
    ['padding', '3 = (5-1)/2', 0.85, 'arithmetic-slip'],
    ['paddedSize', '70 = 64+2*2', 0.85, 'arithmetic-slip'],
    ['outputSize', '64 = (64-5)/1 + 1', 0.2125, 'no-padding'],
    ['paddedSize', '64+2*2 = 69', 0.85, 'arithmetic-slip'],
    ['paddedSize', '64+2 = 66', 0.5, 'padding-one-side'],
    ['outputSize', '(64-5+2*2)/1 + 1 = 63', 0.85, 'arithmetic-slip'],
    ['outputSize', '(64-5)/1 + 1 = 60', 0.25, 'no-padding'],
  ])('%s %j is marked as a chain: %f', (part, text, share, code) => {
    expect(shares({ [part]: text })[part]).toEqual([share, code])
  })

  it.each([
    'p=2이므로 68x68',
    'p=2, 64+2*2=68',
    '패딩 2 → 68x68',
    '68 × 68 (H × W)',
    '68^2',
    '(64+2*2)²',
    '$68^{2}$',
  ])('is read as the padded size: %j', (text) => {
    expect(shares({ paddedSize: text })).toMatchObject({ paddedSize: [1, 'correct'] })
  })

  it('does not pick one of two paddings', () => {
    for (const text of ['p=4, 2', 'p=4, p=2']) {
      expect(shares({ padding: text }).padding?.[0]).toBeLessThan(1)
    }
  })

  it('is followed through from the number that it ends with, and charged once', () => {
    const after = { padding: '(5-1)/2 = 3', paddedSize: 'n+2p = 64+6 = 70', outputSize: '70-5+1 = 66' }
    expect(shares(after)).toMatchObject({
      padding: [0.85, 'arithmetic-slip'],
      paddedSize: [1, 'follow-through'],
      outputSize: [1, 'follow-through'],
    })
  })

  it('is read along both axes of a kernel that is not square', () => {
    const params = aVariant({ kernel: { height: 5, width: 3 } })
    const response = {
      padding: '(k-1)/2 = 2x1',
      paddedSize: '(64+4)x(64+2) = 68x66',
      outputSize: '64x64 → 68x66 → 64x64',
    }
    expect(shares(response, params)).toMatchObject({
      padding: [1, 'correct'],
      paddedSize: [1, 'correct'],
      outputSize: [1, 'correct'],
    })
    expect(shares({ padding: 'p_h=(k_h-1)/2=2, p_w=(k_w-1)/2=1' }, params).padding).toEqual([1, 'correct'])
  })

  it('may be two workings, one for each axis, or two steps of which the second uses the first', () => {
    const given = aVariant({ stride: 2, padding: { height: 1, width: 2 } })
    const each = '(66-5)/2+1=31.5=31, (68-5)/2+1=32.5=32'
    expect(shares({ outputSize: each }, given).outputSize).toEqual([1, 'correct'])
    expect(shares({ outputSize: '64+2*2=68, 68-5+1=64' }).outputSize).toEqual([1, 'correct'])
    expect(shares({ outputSize: '64+2*2=69, 69-5+1=65' }).outputSize?.[0]).toBeLessThan(1)
  })

  it('may take k for the dilated kernel, or say how that is found', () => {
    const params = aVariant({ kernel: { height: 3, width: 3 }, dilation: 2 })
    for (const padding of ['(k_eff-1)/2 = 2', "k'=5, p=(5-1)/2=2", 'd(k-1)/2 = 2(3-1)/2 = 2']) {
      expect(shares({ padding }, params).padding).toEqual([1, 'correct'])
    }
    expect(shares({ padding: '(k-1)/2 = (3-1)/2 = 1' }, params).padding?.[1]).toBe('dilation-ignored')
  })

  it('has to come to numbers', () => {
    const { parts } = convOutput.grade(aVariant(), { padding: '(k-1)/2', paddedSize: 'n+2p' })
    expect(parts[0]).toMatchObject({ score: 0, code: 'invalid' })
    expect(parts[1]?.feedback.en).toContain('formula in letters')
    expect(parts[1]?.feedback.ko).toContain('문자로 된 식')
  })

  it('that contradicts itself earns nothing on the sketch, where labels have no shares', () => {
    const right = convOutput.grade(aVariant(), { sketch: aSketch({ output: '68-5+1 = 64' }) })
    const broken = convOutput.grade(aVariant(), { sketch: aSketch({ output: '68-5+1 = 63' }) })
    expect(broken.score).toBeLessThan(right.score)
  })
})

describe('width written before height throughout', () => {
  const params = aVariant({ input: { height: 64, width: 48 }, kernel: { height: 5, width: 3 } })

  it('is one slip, charged where it is made first', () => {
    expect(shares({ padding: '1x2', paddedSize: '50x68', outputSize: '48x64' }, params)).toMatchObject({
      padding: [0.5, 'axes-swapped'],
      paddedSize: [1, 'follow-through'],
      outputSize: [1, 'follow-through'],
    })
    expect(shares({ padding: '2x1', paddedSize: '50x68', outputSize: '48x64' }, params)).toMatchObject({
      padding: [1, 'correct'],
      paddedSize: [0.5, 'axes-swapped'],
      outputSize: [1, 'follow-through'],
    })
    expect(shares({ outputSize: '48x64' }, params).outputSize).toEqual([0.5, 'axes-swapped'])
  })
})

describe('a stage of the sketch', () => {
  it('is known by its name however that is spelled', () => {
    const sketch = aSketch().map((stage) => ({
      ...stage,
      stage: stage.stage.toUpperCase().replace('-', '_'),
    }))
    expect(shares({ sketch }).sketch).toEqual([1, 'correct'])
  })
})
