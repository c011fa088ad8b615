import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradeBound } from '@/lib/grading/bound/grade-bound'

const key = 49 * Math.log(0.225)
const ways = [
  { id: 'one-too-many', log: 50 * Math.log(0.225) },
  { id: 'derivative-forgotten', log: 49 * Math.log(0.9) },
]

describe('gradeBound', () => {
  it.each([
    '0.225^49',
    '(0.9*0.25)^49',
    '(0.25×0.9)^{49}',
    '1.8e-32',
    '1.8×10^-32',
    '0.225^49 ≈ 1.8e-32',
    '(9/40)^49',
  ])('reads %s as the key', (text) => {
    expect(gradeBound(text, key, ways)).toEqual({ kind: 'right' })
  })

  it('accepts a decimal within one per cent and no further', () => {
    expect(gradeBound('1.815e-32', Math.log(1.8e-32), []).kind).toBe('right')
    expect(gradeBound('1.83e-32', Math.log(1.8e-32), []).kind).toBe('wrong')
  })

  it('names the wrong way that leads to the value', () => {
    expect(gradeBound('0.225^50', key, ways)).toEqual({ kind: 'known', id: 'one-too-many' })
    expect(gradeBound('0.9^49', key, ways)).toEqual({ kind: 'known', id: 'derivative-forgotten' })
  })

  it('tells empty, unreadable, zero and negative answers apart', () => {
    expect(gradeBound('  ', key, ways).kind).toBe('empty')
    expect(gradeBound('no idea', key, ways).kind).toBe('unreadable')
    expect(gradeBound('0', key, ways).kind).toBe('not-positive')
    expect(gradeBound('-0.225^49', key, ways).kind).toBe('not-positive')
  })

  it('reads sizes far outside a double', () => {
    expect(gradeBound('0.05^400', 400 * Math.log(0.05), []).kind).toBe('right')
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9^()*.eE+\-/]{0,60}$/)), (text) => {
        expect(gradeBound(text, key, ways)).toHaveProperty('kind')
      }),
    )
  })
})
