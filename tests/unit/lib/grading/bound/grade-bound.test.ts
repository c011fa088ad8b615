import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradeBound } from '@/lib/grading/bound/grade-bound'

const key = 49 * Math.log(0.225)
const ways = [
  { id: 'one-too-many', log: 50 * Math.log(0.225) },
  { id: 'derivative-forgotten', log: 49 * Math.log(0.9) },
]

describe('gradeBound', () => {
  it('takes a wrong number before its working for a slip, and two numbers for two answers', () => {
    expect(gradeBound('3e-30 = 0.225^49', key, ways)).toEqual({ kind: 'right', breaks: 1 })
    expect(gradeBound('3e-30 = 0.225^49 = 1.8e-32', key, ways)).toEqual({ kind: 'right', breaks: 1 })
    expect(gradeBound('1.8e-32 = 0.9^49', key, ways)).toMatchObject({ kind: 'known', breaks: 1 })
    expect(gradeBound('3e-30 = 1.8e-32', key, ways).kind).toBe('two-answers')
  })

  it.each([
    '0.225^49',
    '(0.9*0.25)^49',
    '(0.25×0.9)^{49}',
    '1.8e-32',
    '1.8×10^-32',
    '0.225^49 ≈ 1.8e-32',
    '(9/40)^49',
    '2e-32 = 0.225^49',
    '１．８１ｅ－３２',
  ])('reads %s as the key', (text) => {
    expect(gradeBound(text, key, ways)).toEqual({ kind: 'right', breaks: 0 })
  })

  it.each([
    ...[
      '0.225의 49제곱',
      '0.225의 49승',
      '(0.25×0.9)를 49번 곱한 값',
      '최댓값은 0.225^49',
      '상한: 0.225^49',
      '0.225^49배',
    ],
    ...[
      '0.225 to the power of 49',
      '0.225 to the 49th power',
      '0.225 raised to 49',
      'pow(0.225, 49)',
      'at most 0.225^49',
    ],
    ...[
      '≤ 0.225^49',
      '<= 0.225^{49}',
      '|∂h_50/∂h_1| ≤ 0.225^49',
      '\\left|w\\right|^{49} \\cdot 0.25^{49}',
      'γ^49 = 0.225^49',
    ],
    ...[
      '(|w|*0.25)^49',
      '(0.9*0.25)^(T-1)',
      '(0.25·|w|)^{T−1} = 0.225^{49} ≈ 1.81 × 10^{-32}',
      '0.225⁴⁹',
      '1.8×10⁻³²',
    ],
    ...[
      'γ = 0.225, 0.225^49',
      '0.9*0.25 = 0.225 → 0.225^49',
      'w=0.9, 0.25*0.9=0.225 이므로 0.225^49',
      '1.8 e-32',
    ],
    ...[
      '0.225^49 ≈ 2e-32',
      '0.225^49 ≈ 0',
      '0.9^49*0.25^49',
      '0.9^{49} \\cdot \\left(\\frac{1}{4}\\right)^{49}',
    ],
  ])('reads %j as the key, with w = -0.9 and T = 50', (text) => {
    expect(gradeBound(text, key, ways, { weight: -0.9, length: 50 })).toEqual({ kind: 'right', breaks: 0 })
  })

  it('counts the links that are not what the first comes to, and takes no two numbers for one', () => {
    expect(gradeBound('0.225^49 = 1.8e-30', key, ways)).toEqual({ kind: 'right', breaks: 1 })
    expect(gradeBound('0.225^50 = 0.225^49', key, ways)).toEqual({
      kind: 'known',
      id: 'one-too-many',
      breaks: 1,
    })
    expect(gradeBound('1.8e-32 = 1.9e-32', key, ways)).toEqual({ kind: 'two-answers' })
    for (const text of [
      '0.225^49, 0.225^48',
      '0.225^48 or 0.225^49',
      '0.225^48\n0.225^49',
      '0.9^49=1, 0.225^49',
    ]) {
      expect(gradeBound(text, key, ways).kind).toBe('unreadable')
    }
  })

  it('accepts a decimal within one per cent and no further', () => {
    expect(gradeBound('1.815e-32', Math.log(1.8e-32), []).kind).toBe('right')
    expect(gradeBound('1.83e-32', Math.log(1.8e-32), []).kind).toBe('wrong')
  })

  it('names the wrong way that leads to the value', () => {
    expect(gradeBound('0.225^50', key, ways)).toEqual({ kind: 'known', id: 'one-too-many', breaks: 0 })
    expect(gradeBound('0.9^49', key, ways)).toEqual({ kind: 'known', id: 'derivative-forgotten', breaks: 0 })
  })

  it('tells empty, unreadable, zero and negative answers apart', () => {
    expect(gradeBound('  ', key, ways).kind).toBe('empty')
    expect(gradeBound('no idea', key, ways).kind).toBe('unreadable')
    expect(gradeBound('0', key, ways).kind).toBe('not-positive')
    expect(gradeBound('-0.225^49', key, ways).kind).toBe('not-positive')
  })

  it('reads sizes far outside a double', () => {
    expect(gradeBound('0.05^400', 400 * Math.log(0.05), []).kind).toBe('right')
    expect(gradeBound('(0.123*0.25)^9999', 9999 * Math.log(0.123 * 0.25), []).kind).toBe('right')
    expect(gradeBound('1.5^{9999}', 9999 * Math.log(1.5), []).kind).toBe('right')
    expect(gradeBound('9^9^9^9', 1, []).kind).toBe('unreadable')
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9^()*.eE+\-/]{0,60}$/)), (text) => {
        expect(gradeBound(text, key, ways)).toHaveProperty('kind')
      }),
    )
  })
})
