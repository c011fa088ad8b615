import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unreadableSpot } from '@/app/_components/question/unreadable-spot'

describe('unreadableSpot', () => {
  it('is the whole word, number or sign at the offset', () => {
    expect(unreadableSpot('6×5+foo*2', 4)).toEqual({ before: '6×5+', spot: 'foo', after: '*2' })
    expect(unreadableSpot('6 12.5', 2)).toEqual({ before: '6 ', spot: '12.5', after: '' })
    expect(unreadableSpot('6××5', 2)).toEqual({ before: '6×', spot: '×', after: '5' })
  })

  it('is empty where the text breaks off', () => {
    expect(unreadableSpot('(6×5+', 5)).toEqual({ before: '(6×5+', spot: '', after: '' })
  })

  it('does not cut a character in two', () => {
    expect(unreadableSpot('1+😀2', 2).spot).toBe('😀')
  })

  it('shows only the neighbourhood in a long text', () => {
    const { before, spot, after } = unreadableSpot(`${'1+'.repeat(500)}?${'+1'.repeat(500)}`, 1000)
    expect(spot).toBe('?')
    expect(before.length + after.length).toBeLessThan(100)
  })

  it('gives a short text again, whatever the offset', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.integer({ min: -3, max: 40 }), (text, at) => {
        const { before, spot, after } = unreadableSpot(text, at)
        expect(before + spot + after).toBe(text)
      }),
    )
  })
})
