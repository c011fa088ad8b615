import { describe, expect, it } from 'vitest'
import { conclusionOf } from '@/lib/grading/sizes/conclusion'

describe('conclusionOf', () => {
  it.each([
    ['2p = 4, p = 2', 'p = 2'],
    ['64 = (64-5+2p)/1+1 → p=2', 'p=2'],
    ['64+2*2 = 68, 68x68', '68x68'],
    ['64+4=68 이므로 68 × 68입니다', '68 × 68입니다'],
  ])('keeps the answer of %j in its place', (text, answer) => {
    const left = conclusionOf(text)
    expect(left).toHaveLength(text.length)
    expect(left.trim()).toBe(answer)
    expect(left.indexOf(answer)).toBe(text.lastIndexOf(answer))
  })

  it.each(['p=4, p=2', '68x68', '(64, 64)', '64+2=66, 68x68', '64+2=68, 68x68', '66x66, 68x68', '2p = 4'])(
    'leaves %j as it is',
    (text) => {
      expect(conclusionOf(text)).toBe(text)
    },
  )

  it('is soon done with any text', () => {
    for (const piece of ['2p,', '1=1,', '= 1 ', 'p=', '→', '1 ', 'p']) {
      const start = performance.now()
      conclusionOf(piece.repeat(400 / piece.length))
      expect(performance.now() - start).toBeLessThan(50)
    }
  })
})
