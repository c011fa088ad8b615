import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attemptStanding, examState } from '@/lib/exam/attempt'
import { latePercent } from '@/lib/exam/late'
import { examRulesSchema, noAccommodation, noException, type TimeTerms } from '@/lib/exam/rules'
import {
  attemptTimes,
  changedTimes,
  lastMoment,
  lateTerms,
  personalWindow,
  timeLimit,
} from '@/lib/exam/schedule'

const MINUTE = 60_000
const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, 0) + minute * MINUTE)
const window = { publishedAt: at(-600), opensAt: at(0), closesAt: at(120), extraMinutes: 0 }

const terms = (over: {
  rules?: object
  window?: Partial<TimeTerms['window']>
  accommodation?: Partial<TimeTerms['accommodation']>
  exception?: Partial<TimeTerms['exception']>
}): TimeTerms => ({
  rules: examRulesSchema.parse({ timeLimitMinutes: 40, graceSeconds: 60, ...over.rules }),
  window: { ...window, ...over.window },
  accommodation: { ...noAccommodation, ...over.accommodation },
  exception: { ...noException, ...over.exception },
})
const late = { minutes: 60, stepMinutes: 10, lossPercent: 5 }

/** Any rules, window, accommodation and exception together. */
const anyTerms = fc
  .record({
    limit: fc.option(fc.integer({ min: 1, max: 300 })),
    grace: fc.integer({ min: 0, max: 600 }),
    late: fc.option(
      fc.record({
        minutes: fc.integer({ min: 1, max: 600 }),
        stepMinutes: fc.integer({ min: 1, max: 60 }),
        lossPercent: fc.integer({ min: 0, max: 100 }),
      }),
    ),
    opens: fc.option(fc.integer({ min: -300, max: 0 })),
    closes: fc.option(fc.integer({ min: 1, max: 600 })),
    given: fc.nat(60),
    timePercent: fc.integer({ min: 100, max: 300 }),
    standing: fc.nat(90),
    ownCloses: fc.option(fc.integer({ min: 1, max: 900 })),
    ownLimit: fc.option(fc.integer({ min: 1, max: 300 })),
    ownExtra: fc.nat(60),
  })
  .map((given) =>
    terms({
      rules: { timeLimitMinutes: given.limit, graceSeconds: given.grace, late: given.late },
      window: {
        opensAt: given.opens === null ? null : at(given.opens),
        closesAt: given.closes === null ? null : at(given.closes),
        extraMinutes: given.given,
      },
      accommodation: { timePercent: given.timePercent, extraMinutes: given.standing },
      exception: {
        closesAt: given.ownCloses === null ? null : at(given.ownCloses),
        timeLimitMinutes: given.ownLimit,
        extraMinutes: given.ownExtra,
      },
    }),
  )

describe('attemptTimes', () => {
  it('ends at start plus limit when the window lasts longer', () => {
    expect(attemptTimes(terms({}), at(10))).toEqual({ deadlineAt: at(50), closesAt: at(51), late: null })
  })

  it('ends with the window for those who start late', () => {
    expect(attemptTimes(terms({}), at(100)).deadlineAt).toEqual(at(120))
  })

  it('has no end where neither a limit nor a window is set', () => {
    const free = terms({ rules: { timeLimitMinutes: null }, window: { closesAt: null } })
    expect(attemptTimes(free, at(0))).toEqual({ deadlineAt: null, closesAt: null, late: null })
  })

  it('goes on into the late period, and says from when it costs', () => {
    const { deadlineAt, late: terms_ } = attemptTimes(terms({ rules: { late } }), at(100))
    expect(deadlineAt).toEqual(at(140))
    expect(terms_).toEqual({ fromMs: at(120).getTime(), stepMs: 10 * MINUTE, lossPercent: 5 })
    expect(attemptTimes(terms({ rules: { late } }), at(10)).late).toBeNull()
  })

  it('stretches limit, window, grace and late decay together, by a factor', () => {
    const slow = terms({ rules: { late }, accommodation: { timePercent: 150 } })
    expect(timeLimit(slow)).toEqual({
      totalMs: 60 * MINUTE,
      baseMinutes: 40,
      addedPercent: 50,
      addedMinutes: 0,
    })
    expect(personalWindow(slow).endsAt).toEqual(at(180))
    expect(lastMoment(slow)).toEqual(at(180 + 90))
    expect(lateTerms(slow)?.stepMs).toBe(15 * MINUTE)
    expect(attemptTimes(slow, at(0))).toMatchObject({ deadlineAt: at(60), closesAt: at(61.5) })
  })

  it('does so by minutes too, as their share of the limit', () => {
    const slow = terms({ rules: { late }, accommodation: { extraMinutes: 20 } })
    expect(timeLimit(slow)?.totalMs).toBe(60 * MINUTE)
    expect(personalWindow(slow).endsAt).toEqual(at(140))
    expect(lateTerms(slow)?.stepMs).toBe(15 * MINUTE)
    expect(attemptTimes(slow, at(0)).closesAt).toEqual(at(61.5))
  })

  it('gives everybody what was given to all, stretched by their accommodation', () => {
    const given = { window: { extraMinutes: 10 } }
    expect(attemptTimes(terms(given), at(0)).deadlineAt).toEqual(at(50))
    expect(attemptTimes(terms({ ...given, accommodation: { timePercent: 150 } }), at(0)).deadlineAt).toEqual(
      at(75),
    )
    expect(attemptTimes(terms(given), at(125)).deadlineAt).toEqual(at(130))
  })

  it('takes personal dates and limits as they stand', () => {
    const own = terms({
      accommodation: { timePercent: 200 },
      exception: { closesAt: at(30), timeLimitMinutes: 25, extraMinutes: 5 },
    })
    expect(timeLimit(own)?.totalMs).toBe(30 * MINUTE)
    expect(personalWindow(own).endsAt).toEqual(at(35))
  })

  it('grows a window that has no opening date by what the limit grows', () => {
    const slow = terms({ window: { opensAt: null }, accommodation: { timePercent: 150 } })
    expect(personalWindow(slow).endsAt).toEqual(at(140))
  })

  it('is the earlier of its two ends, whatever the terms; more of anything never means less time', () => {
    fc.assert(
      fc.property(anyTerms, fc.nat(900), (some, start) => {
        const { deadlineAt, closesAt, late: lateness } = attemptTimes(some, at(start))
        const limit = timeLimit(some)
        const last = lastMoment(some)
        const ends = [limit && at(start).getTime() + limit.totalMs, last?.getTime()].filter(
          (end) => end != null,
        )
        expect(deadlineAt?.getTime() ?? null).toBe(ends.length === 0 ? null : Math.min(...ends))
        if (deadlineAt && closesAt) expect(closesAt.getTime()).toBeGreaterThanOrEqual(deadlineAt.getTime())
        if (lateness && deadlineAt) expect(lateness.fromMs).toBeLessThan(deadlineAt.getTime())

        const { accommodation, exception } = some
        const more: TimeTerms[] = [
          { ...some, accommodation: { ...accommodation, timePercent: accommodation.timePercent + 25 } },
          { ...some, accommodation: { ...accommodation, extraMinutes: accommodation.extraMinutes + 7 } },
          { ...some, exception: { ...exception, extraMinutes: exception.extraMinutes + 7 } },
          { ...some, window: { ...some.window, extraMinutes: some.window.extraMinutes + 7 } },
        ]
        for (const each of more) {
          const after = attemptTimes(each, at(start))
          expect(after.deadlineAt === null).toBe(deadlineAt === null)
          if (!deadlineAt || !closesAt || !after.deadlineAt || !after.closesAt) continue
          expect(after.deadlineAt.getTime()).toBeGreaterThanOrEqual(deadlineAt.getTime())
          expect(after.closesAt.getTime()).toBeGreaterThanOrEqual(closesAt.getTime())
        }
      }),
    )
  })
})

describe('attemptStanding', () => {
  it('goes through its states in order and never back, whatever the terms', () => {
    const order = ['working', 'late', 'grace', 'expired', 'closed']
    fc.assert(
      fc.property(
        anyTerms,
        fc.nat(300),
        fc.array(fc.nat(2_000), { minLength: 2, maxLength: 12 }),
        (some, start, later) => {
          const seen = later
            .sort((a, b) => a - b)
            .map(
              (minute) =>
                attemptStanding(some, { startedAt: at(start), closedAt: null }, at(start + minute)).state,
            )
          const ranks = seen.map((state) => order.indexOf(state))
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
          expect(attemptStanding(some, { startedAt: at(start), closedAt: at(start) }, at(start)).state).toBe(
            'closed',
          )
        },
      ),
    )
  })

  it('works only while the exam takes work: after the last moment nothing is at work', () => {
    fc.assert(
      fc.property(anyTerms, fc.nat(600), fc.nat(1_500), (some, start, minute) => {
        const startable = ['open', 'late'].includes(examState(some, at(start)))
        const state = attemptStanding(
          some,
          { startedAt: at(start), closedAt: null },
          at(start + minute),
        ).state
        if (!startable || !['working', 'late'].includes(state)) return
        expect(['open', 'late']).toContain(examState(some, at(start + minute)))
      }),
    )
  })
})

describe('latePercent', () => {
  const measure = { fromMs: at(120).getTime(), stepMs: 10 * MINUTE, lossPercent: 30 }
  it.each([
    [119, 0],
    [120, 0],
    [120.001, 30],
    [130, 30],
    [130.001, 60],
    [500, 100],
  ])('at minute %s it is %s', (minute, percent) => {
    expect(latePercent(measure, at(minute))).toBe(percent)
  })

  it('costs nothing without a policy or without an answer', () => {
    expect(latePercent(null, at(500))).toBe(0)
    expect(latePercent(measure, null)).toBe(0)
  })

  it('never costs somebody with more time more than somebody with less', () => {
    fc.assert(
      fc.property(anyTerms, fc.integer({ min: 0, max: 1_200 }), (some, minute) => {
        const usual = { ...some, accommodation: noAccommodation }
        expect(latePercent(lateTerms(some), at(minute))).toBeLessThanOrEqual(
          latePercent(lateTerms(usual), at(minute)),
        )
      }),
    )
  })
})

describe('changedTimes', () => {
  const before = attemptTimes(terms({}), at(0))

  it('gives more time at once', () => {
    const more = changedTimes(terms({ exception: { extraMinutes: 10 } }), at(0), before, at(39))
    expect(more).toMatchObject({ deadlineAt: at(50), closesAt: at(51) })
  })

  it('never ends an attempt within the next minute by taking time away', () => {
    const less = terms({ rules: { timeLimitMinutes: 20 } })
    expect(changedTimes(less, at(0), before, at(10)).deadlineAt).toEqual(at(20))
    expect(changedTimes(less, at(0), before, at(30)).deadlineAt).toEqual(at(31))
    expect(changedTimes(less, at(0), before, at(39.5)).deadlineAt).toEqual(at(40))
  })
})
