import { describe, expect, it } from 'vitest'
import { differsByOneLetter, fromLatinKeys } from '@/lib/grading/rubric/hangul'

describe('differsByOneLetter', () => {
  it('sees one wrong letter and no more', () => {
    expect(differsByOneLetter('시퀸스', '시퀀스')).toBe(true)
    expect(differsByOneLetter('시퀀스', '시퀀스')).toBe(false)
    expect(differsByOneLetter('그레이디', '그래디언')).toBe(false)
    expect(differsByOneLetter('가중', '가중치')).toBe(false)
  })
})

describe('fromLatinKeys', () => {
  it.each([
    ['rkwndcl', '가중치'],
    ['durwjsvk', '역전파'],
    ['zmffflvld', null],
    ['tlrmahdlem', '시그모이드'],
    ['gradient', null],
    ['dkswrh', '앉고'],
  ])('reads %s as %s', (keys, hangul) => {
    expect(fromLatinKeys(keys)).toBe(hangul)
  })
})
