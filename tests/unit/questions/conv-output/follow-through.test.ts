import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convOutput } from '@/questions/conv-output'
import { convOutputKey, type Extent, writeSize } from '@/questions/conv-output/arithmetic'
import { gradePart } from '@/questions/conv-output/grade-part'
import { mistakes } from '@/questions/conv-output/mistakes'
import type { ConvOutputParams } from '@/questions/conv-output/params'
import type { Answer } from '@/questions/conv-output/read-answer'
import type { NumericPart } from '@/questions/conv-output/slips'
import { aSketch, aVariant, defaultSettings } from './builders'
import { type Case, expectedOutput, expectedPadded } from './follow-through-oracle'

const square = (side: number): Extent => ({ height: side, width: side })

const answer = (side: number | null, once: boolean): Answer =>
  side === null
    ? { kind: 'empty' }
    : { kind: 'read', written: once ? String(side) : `${side}x${side}`, extent: square(side), broken: null }

const paramsOf = ({ n, k, s, p, chosen }: Case): ConvOutputParams => ({
  input: square(n),
  kernel: square(k),
  stride: s,
  dilation: 1,
  padding: chosen ? 'same' : square(p),
})

function grader(given: Case) {
  const params = paramsOf(given)
  const variant = { params, key: convOutputKey(params) }
  return (part: NumericPart, p: number | null, N: number | null, O: number | null) => {
    const answers = { padding: answer(p, true), paddedSize: answer(N, false), outputSize: answer(O, false) }
    return gradePart(variant, answers, part, defaultSettings)
  }
}

/** Every variant with n ≤ 64, k ≤ 11, s ≤ 3: the padding chosen (odd kernels, stride 1) or given (0 to 4). */
function* smallCases(): Generator<Case> {
  for (let n = 1; n <= 64; n += 1) {
    for (let k = 1; k <= 11; k += 1) {
      if (k % 2 === 1 && k > 1) yield { n, k, s: 1, p: (k - 1) / 2, chosen: true }
      for (let s = 1; s <= 3; s += 1) {
        for (let p = 0; p <= 4; p += 1) if (n + 2 * p >= k) yield { n, k, s, p, chosen: false }
      }
    }
  }
}

/** Paddings from none to more than the whole kernel, and none at all. */
const paddings = ({ k, chosen }: Case): readonly (number | null)[] =>
  chosen ? [null, ...Array.from({ length: k + 3 }, (_, index) => index - 1)] : [null]

/** Padded sizes around every value that anything leads to. */
const paddedSizes = ({ n, k, p }: Case): readonly number[] => [
  ...new Set([
    n - 1,
    n,
    n + 1,
    n + p,
    n + 2 * p - 1,
    n + 2 * p,
    n + 2 * p + 1,
    n + 2 * p + 3,
    n + k,
    n + 2 * (k - 1),
    k,
  ]),
]

const kind = (code: string): string => (code === 'correct' || code === 'follow-through' ? code : 'neither')

describe('follow-through over every small case', () => {
  it('gives the padded size what the rule says', () => {
    let checked = 0
    for (const given of smallCases()) {
      const grade = grader(given)
      for (const p of paddings(given)) {
        const sizes = p === null ? paddedSizes(given) : [...paddedSizes(given), given.n + 2 * p, given.n + p]
        for (const N of sizes) {
          const result = grade('paddedSize', p, N, null)
          const expected = expectedPadded(given, p, N)
          if (kind(result.code) !== expected)
            expect.fail(`${JSON.stringify({ given, p, N })}: ${result.code}`)
          if (expected === 'neither' ? result.score >= result.max : result.score !== result.max) {
            expect.fail(`${JSON.stringify({ given, p, N })} earns ${result.score}`)
          }
          checked += 1
        }
      }
    }
    expect(checked).toBeGreaterThan(100_000)
  })

  it('gives the output size what the rule says', () => {
    let checked = 0
    for (const given of smallCases()) {
      // Larger pictures differ from smaller ones in nothing but the numbers: one in three is enough here.
      if (given.n > 16 && given.n % 3 !== 0 && given.n !== 64) continue
      const grade = grader(given)
      const next = (padded: number) => Math.floor((padded - given.k) / given.s) + 1
      const key = next(given.n + 2 * given.p)
      for (const p of paddings(given).filter((p) => p === null || p <= 3 || p === given.k - 1)) {
        const sizes = paddedSizes(given).filter((_, index) => p === null || index < 5)
        for (const N of [null, ...sizes]) {
          const outputs = [key, key - 1, given.n, next(N ?? given.n), next(given.n + 2 * (p ?? 0))]
          for (const O of new Set(outputs)) {
            const result = grade('outputSize', p, N, O)
            const expected = expectedOutput(given, p, N, O)
            if (kind(result.code) !== expected)
              expect.fail(`${JSON.stringify({ given, p, N, O })}: ${result.code}`)
            checked += 1
          }
        }
      }
    }
    expect(checked).toBeGreaterThan(100_000)
  })

  it('charges one wrong value once: all that follows from it earns its points', () => {
    for (const given of smallCases()) {
      if (!given.chosen) continue
      const { n, k } = given
      const grade = grader(given)
      for (let p = 1; p <= k + 1; p += 1) {
        const [N, O] = [n + 2 * p, n + 2 * p - k + 1]
        if (p === given.p || O < 2) continue
        const parts = (['paddedSize', 'outputSize'] as const).map((part) => grade(part, p, N, O))
        for (const { score, max } of parts) expect(score).toBe(max)
      }
    }
  })

  it('never lets a wrong padding earn more than the best modelled padding mistake and all else', () => {
    for (const given of smallCases()) {
      if (!given.chosen || given.n % 8 !== 0) continue
      const grade = grader(given)
      const modelled = mistakes(paramsOf(given), defaultSettings).filter(({ part }) => part === 'padding')
      const best = Math.max(...modelled.map(({ credit }) => credit)) * defaultSettings.points.padding
      for (const p of paddings(given)) {
        if (p === given.p) continue
        expect(grade('padding', p, null, null).score).toBeLessThanOrEqual(best)
      }
    }
  })

  it('gives nothing for a padded size that is the input itself', () => {
    for (const given of smallCases()) {
      if (given.p === 0) continue
      expect(grader(given)('paddedSize', given.chosen ? 0 : null, given.n, null).score).toBe(0)
    }
  })
})

describe('width before height all along, which is one slip', () => {
  const params = aVariant({ input: { height: 64, width: 48 }, kernel: { height: 5, width: 3 } })
  const points = (response: Parameters<typeof convOutput.grade>[1]) =>
    convOutput.grade(params, response).parts.map(({ score }) => score)
  const sketch = (input: string, padding: string, padded: string, kernel: string, output: string) => [
    { stage: 'input', size: input },
    { stage: 'padding', amount: padding, size: padded },
    { stage: 'convolution', kernel, stride: '1' },
    { stage: 'feature-map', size: output },
  ]
  const right = { padding: '2x1', paddedSize: '68x50', outputSize: '64x48' }
  const swapped = sketch('48x64', '2x1', '50x68', '3x5', '48x64')

  it('costs nothing on the sketch where an answer paid for it', () => {
    const [, padded = 0, output, drawn] = points({
      ...right,
      paddedSize: '50x68',
      outputSize: '48x64',
      sketch: swapped,
    })
    expect(padded).toBeLessThan(1)
    expect([output, drawn]).toEqual([1, 1])
  })

  it('costs one label on a sketch beside right answers, wherever it begins', () => {
    const wrongInput = points({ ...right, sketch: sketch('48x64', '2x1', '68x50', '5x3', '64x48') })
    const wrongOutput = points({ ...right, sketch: sketch('64x48', '2x1', '68x50', '5x3', '48x64') })
    expect(wrongInput[3]).toBeLessThan(1)
    expect(points({ ...right, sketch: swapped })[3]).toBe(wrongInput[3])
    const fromPadded = points({ ...right, sketch: sketch('64x48', '2x1', '50x68', '5x3', '48x64') })
    expect(fromPadded[3]).toBeGreaterThanOrEqual(wrongOutput[3] ?? 1)
    expect(fromPadded[3]).toBeLessThan(1)
  })
})

describe('follow-through on rectangles', () => {
  it('follows each axis by itself', () => {
    const params = aVariant({ input: { height: 48, width: 64 }, kernel: { height: 3, width: 7 } })
    const grade = (padding: string, paddedSize: string, outputSize: string) =>
      convOutput.grade(params, { padding, paddedSize, outputSize }).parts.map(({ code }) => code)
    expect(grade('1x3', '50x70', '48x64')).toEqual(['correct', 'correct', 'correct', 'empty'])
    expect(grade('3x1', '54x66', '52x60')).toEqual([
      'axes-swapped',
      'follow-through',
      'follow-through',
      'empty',
    ])
    expect(grade('1x0', '50x64', '48x58')[1]).toBe('incorrect')
  })

  it('follows any usable own padding', () => {
    const side = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(side, side, (height, width) => {
        const params = aVariant({ input: { height: 48, width: 64 }, kernel: { height: 3, width: 7 } })
        fc.pre(height !== 1 || width !== 3)
        const padded = { height: 48 + 2 * height, width: 64 + 2 * width }
        const output = { height: padded.height - 2, width: padded.width - 6 }
        const { parts } = convOutput.grade(params, {
          padding: `${height}x${width}`,
          paddedSize: writeSize(padded),
          outputSize: writeSize(output),
        })
        expect(parts.slice(1, 3).map(({ score }) => score)).toEqual([1, 1])
      }),
    )
  })
})

describe('follow-through on the sketch', () => {
  const sketchOf = (response: object, params = aVariant()) =>
    convOutput.grade(params, response).parts.find(({ id }) => id === 'sketch')

  it('repeats and continues wrong answers to the parts', () => {
    const response = {
      padding: '3',
      paddedSize: '70',
      outputSize: '66',
      sketch: aSketch({ amount: '3', padded: '70', output: '66' }),
    }
    expect(sketchOf(response)).toMatchObject({ code: 'follow-through', score: 1 })
  })

  it('charges a slip made on the sketch alone once', () => {
    const right = { padding: '2', paddedSize: '68', outputSize: '64' }
    const slip = sketchOf({ ...right, sketch: aSketch({ amount: '3', padded: '70x70', output: '66x66' }) })
    const label = sketchOf({ ...right, sketch: aSketch({ amount: '3' }) })
    expect(slip?.score).toBe(label?.score)
    expect(slip?.score).toBeCloseTo(1 - 0.75 / 2 / 4)
  })

  it('counts a wrong output that is only repeated', () => {
    const response = { padding: '2', paddedSize: '68', outputSize: '63', sketch: aSketch({ output: '63' }) }
    expect(sketchOf(response)).toMatchObject({ code: 'follow-through', score: 1 })
  })

  it('does not follow a padding of nothing', () => {
    const response = {
      padding: '0',
      paddedSize: '64',
      outputSize: '60',
      sketch: aSketch({ amount: '0', padded: '64', output: '60' }),
    }
    // Left are the input, the kernel, and the presence of the other two stages.
    expect(sketchOf(response)?.score).toBeCloseTo((1 + 0.25 + 1 + 0.25) / 4)
  })
})
