import { describe, expect, it } from 'vitest'
import { formatPoints, pointsFor } from '@/lib/exam/points'
import { releasedAt } from '@/lib/exam/release'
import { examRulesSchema } from '@/lib/exam/rules'

const hour = (h: number) => new Date(Date.UTC(2026, 10, 24, h))
const window = { publishedAt: hour(0), opensAt: hour(9), closesAt: hour(12) }
const rules = examRulesSchema.parse({ review: { feedback: 'after-submission', solution: 'after-closing' } })

describe('releasedAt', () => {
  it('shows nothing of an attempt that is still open', () => {
    expect(releasedAt(rules, window, null, hour(23), false)).toEqual({
      score: false,
      feedback: false,
      solution: false,
    })
  })

  it('holds the solution back until the slowest window has ended', () => {
    expect(releasedAt(rules, window, hour(13), hour(12), true).solution).toBe(false)
    expect(releasedAt(rules, window, hour(13), hour(13), true).solution).toBe(true)
  })

  it('never releases by itself what waits for a closing that does not come', () => {
    const open = { ...window, closesAt: null }
    expect(releasedAt(rules, open, null, hour(20_000), true).solution).toBe(false)
  })

  it('gives no feedback on parts while the score is held back', () => {
    const strict = examRulesSchema.parse({ review: { score: 'never', feedback: 'after-submission' } })
    expect(releasedAt(strict, window, null, hour(13), true)).toMatchObject({ score: false, feedback: false })
  })
})

describe('points', () => {
  it('rounds a share to whole hundredths and never leaves the range', () => {
    expect(pointsFor(1 / 3, 200)).toBe(67)
    expect(pointsFor(1.0000001, 200)).toBe(200)
    expect(pointsFor(-0.1, 200)).toBe(0)
  })

  it('is written without needless zeros', () => {
    expect([600, 650, 67, 0].map(formatPoints)).toEqual(['6', '6.5', '0.67', '0'])
  })
})
