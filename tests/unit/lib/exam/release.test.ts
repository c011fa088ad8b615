import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPoints, pointsFor } from '@/lib/exam/points'
import { releasedAt, slowestMoment } from '@/lib/exam/release'
import { examRulesSchema, noAccommodation, noException } from '@/lib/exam/rules'

const hour = (h: number) => new Date(Date.UTC(2026, 10, 24, h))
const { review } = examRulesSchema.parse({
  review: { feedback: 'after-submission', solution: 'after-closing' },
})

describe('releasedAt', () => {
  it('shows nothing of an attempt that is still open', () => {
    expect(releasedAt(review, null, hour(23), false)).toEqual({
      score: false,
      parts: false,
      feedback: false,
      solution: false,
    })
  })

  it('holds the solution back until nothing more is taken from the slowest', () => {
    expect(releasedAt(review, hour(13), hour(12), true).solution).toBe(false)
    expect(releasedAt(review, hour(13), hour(13), true).solution).toBe(true)
  })

  it('never releases by itself what waits for a closing that does not come', () => {
    expect(releasedAt(review, null, hour(20_000), true).solution).toBe(false)
  })

  it('shows no points of parts before the score, and no feedback before the points of its part', () => {
    const moment = fc.constantFrom('after-submission', 'after-closing', 'never')
    fc.assert(
      fc.property(
        fc.record({ score: moment, parts: moment, feedback: moment, solution: moment }),
        fc.option(fc.nat(48)),
        fc.nat(48),
        (given, last, now) => {
          const rules = examRulesSchema.parse({ review: given })
          const shown = releasedAt(rules.review, last === null ? null : hour(last), hour(now), true)
          expect(shown.parts && !shown.score).toBe(false)
          expect(shown.feedback && !shown.parts).toBe(false)
          for (const what of ['score', 'parts', 'feedback', 'solution'] as const) {
            if (given[what] === 'never') expect(shown[what]).toBe(false)
          }
        },
      ),
    )
  })
})

describe('slowestMoment', () => {
  const window = { publishedAt: hour(0), opensAt: hour(9), closesAt: hour(12), extraMinutes: 0 }
  const rules = examRulesSchema.parse({})

  it('is the usual end where nothing else holds for anybody', () => {
    expect(slowestMoment(rules, window, [])).toEqual(hour(12))
  })

  it('waits for accommodations, for exceptions and for the late period', () => {
    const slow = { accommodation: { timePercent: 200, extraMinutes: 0 }, exception: noException }
    const another = {
      accommodation: noAccommodation,
      exception: { ...noException, opensAt: hour(30), closesAt: hour(33) },
    }
    const late = examRulesSchema.parse({ late: { minutes: 60, stepMinutes: 10, lossPercent: 10 } })
    expect(slowestMoment(rules, window, [slow])).toEqual(hour(15))
    expect(slowestMoment(rules, window, [slow, another])).toEqual(hour(33))
    expect(slowestMoment(late, window, [slow])).toEqual(hour(17))
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
