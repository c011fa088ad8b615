import { describe, expect, it } from 'vitest'
import { fitLogistic, logistic } from '@/lib/grading/rubric/regression'

const row = (x: number, target: number) => ({
  features: Float64Array.from([1, x]),
  marks: Int32Array.from([]),
  target,
  weight: 1,
})

describe('fitLogistic', () => {
  it('says what the prior says where there are no rows', () => {
    expect(fitLogistic([], [-3, 6], [1, 1])).toEqual([-3, 6])
  })

  it('moves towards the labels, the more the weaker the prior', () => {
    const rows = [row(1, 0), row(1, 0), row(1, 0), row(0, 0)]
    const loose = fitLogistic(rows, [-3, 6], [1, 0.1])
    const tight = fitLogistic(rows, [-3, 6], [1, 100])
    expect(loose[1]).toBeLessThan(tight[1] ?? 0)
    expect(tight[1]).toBeLessThan(6)
  })

  it('recovers the frequency of a constant feature', () => {
    const rows = Array.from({ length: 400 }, (_, i) => row(0, i % 4 === 0 ? 1 : 0))
    const [bias] = fitLogistic(rows, [0, 0], [1e-6, 1])
    expect(logistic(bias ?? 0)).toBeCloseTo(0.25, 3)
  })

  it('gives the same weights on two runs', () => {
    const rows = Array.from({ length: 50 }, (_, i) => row(i % 7, (i * 13) % 3 === 0 ? 1 : 0))
    expect(fitLogistic(rows, [0, 0], [1, 1])).toEqual(fitLogistic(rows, [0, 0], [1, 1]))
  })
})
