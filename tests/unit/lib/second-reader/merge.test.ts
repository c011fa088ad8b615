import { describe, expect, it } from 'vitest'
import { merge, type PlacedReply } from '@/lib/second-reader/merge'

const placed = (verdict: PlacedReply['verdict'], quote = 'words', start = 3): PlacedReply => ({
  verdict,
  quote,
  span: { start, end: start + quote.length },
})

describe('merge', () => {
  it('suggests what both readings decide, with the words of the first', () => {
    expect(merge(placed('met', 'one', 1), placed('met', 'two', 9))).toEqual({
      kind: 'suggestion',
      verdict: 'met',
      quote: 'one',
      start: 1,
      end: 4,
    })
  })

  it('takes the words of the second where the first quotes nothing', () => {
    expect(merge(placed('unmet', '', 0), placed('unmet', 'two', 9))).toMatchObject({
      quote: 'two',
      start: 9,
      end: 12,
    })
  })

  const verdicts = ['met', 'unmet', 'unsure'] as const
  it.each(verdicts.flatMap((a) => verdicts.map((b) => [a, b] as const)))(
    'of %s and %s suggests only what is decided alike',
    (a, b) => {
      expect(merge(placed(a), placed(b)).kind).toBe(a === b && a !== 'unsure' ? 'suggestion' : 'none')
    },
  )
})
