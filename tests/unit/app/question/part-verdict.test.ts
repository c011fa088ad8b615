import { describe, expect, it } from 'vitest'
import { verdictOf } from '@/app/_components/question/part-verdict'
import { shortNumber } from '@/app/_components/question/short-number'

describe('verdictOf', () => {
  it('tells unreadable, blank and followed-through from wrong', () => {
    for (const code of ['invalid', 'empty', 'follow-through'] as const) {
      expect(verdictOf({ code, score: 0, max: 1 })).toBe(code)
    }
  })

  it('goes by the points where the code names a mistake', () => {
    expect(verdictOf({ code: 'biases-missing', score: 0.5, max: 1 })).toBe('partial')
    expect(verdictOf({ code: 'units-counted', score: 0, max: 1 })).toBe('incorrect')
    expect(verdictOf({ code: 'correct', score: 0.1 + 0.2, max: 0.3 })).toBe('correct')
  })
})

describe('shortNumber', () => {
  it('has at most two decimals and no needless zeros', () => {
    expect([2, 0.5, 1 / 3, 2 / 3, 1.005, 0].map(shortNumber)).toEqual([
      '2',
      '0.5',
      '0.33',
      '0.67',
      '1.01',
      '0',
    ])
  })
})
