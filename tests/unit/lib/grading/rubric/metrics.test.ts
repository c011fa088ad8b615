import { describe, expect, it } from 'vitest'
import { counts, quadraticKappa } from '@/lib/grading/rubric/metrics'

describe('quadraticKappa', () => {
  it('is 1 for equal ratings and below 0 for opposite ones', () => {
    expect(quadraticKappa([0, 1, 2], [0, 1, 2])).toBe(1)
    expect(quadraticKappa([0, 2], [2, 0])).toBeLessThan(0)
  })
  it('is about 0 for ratings that have nothing to do with each other', () => {
    expect(quadraticKappa([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(0)
  })
})

describe('counts', () => {
  it('gives precision, recall and F1 at a level', () => {
    expect(counts([1, 1, 0, 0.5], [1, 0, 1, 0.5], 0.5)).toEqual({
      precision: 2 / 3,
      recall: 2 / 3,
      f1: 2 / 3,
    })
  })
})
