import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attemptState, decideStart, examState } from '@/lib/exam/attempt'
import { examRulesSchema } from '@/lib/exam/rules'
import { attemptTimes, windowEnd } from '@/lib/exam/timing'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, 0) + minute * 60_000)
const rules = examRulesSchema.parse({ timeLimitMinutes: 40, graceSeconds: 60, attemptsAllowed: 2 })
const window = { publishedAt: at(-600), opensAt: at(0), closesAt: at(120) }

describe('attemptTimes', () => {
  it('ends at start plus limit when the window lasts longer', () => {
    expect(attemptTimes(rules, window, 100, at(10))).toEqual({ deadlineAt: at(50), closesAt: at(51) })
  })

  it('ends with the window for those who start late', () => {
    expect(attemptTimes(rules, window, 100, at(100)).deadlineAt).toEqual(at(120))
  })

  it('scales limit, window and grace together with an accommodation', () => {
    expect(attemptTimes(rules, window, 150, at(0))).toEqual({ deadlineAt: at(60), closesAt: at(61.5) })
    expect(windowEnd(window, 150)).toEqual(at(180))
  })

  it('has no end where neither a limit nor a window is set', () => {
    const free = examRulesSchema.parse({})
    expect(attemptTimes(free, { ...window, closesAt: null }, 100, at(0))).toEqual({
      deadlineAt: null,
      closesAt: null,
    })
  })

  it('never ends later with less time, and never before it started inside the window', () => {
    fc.assert(
      fc.property(
        fc.record({
          limit: fc.option(fc.integer({ min: 1, max: 300 })),
          end: fc.option(fc.integer({ min: 1, max: 600 })),
          start: fc.nat(600),
          percent: fc.integer({ min: 100, max: 400 }),
        }),
        ({ limit, end, start, percent }) => {
          const some = examRulesSchema.parse({ timeLimitMinutes: limit })
          const exam = { ...window, closesAt: end === null ? null : at(end) }
          fc.pre(end === null || start < end)
          const standard = attemptTimes(some, exam, 100, at(start)).deadlineAt
          const longer = attemptTimes(some, exam, percent, at(start)).deadlineAt
          expect(standard === null).toBe(longer === null)
          if (!standard || !longer) return
          expect(longer.getTime()).toBeGreaterThanOrEqual(standard.getTime())
          expect(standard.getTime()).toBeGreaterThan(at(start).getTime())
        },
      ),
    )
  })
})

describe('attemptState', () => {
  const attempt = { startedAt: at(0), deadlineAt: at(40), closesAt: at(41), closedAt: null }
  it.each([
    [39.99, 'working'],
    [40, 'grace'],
    [40.99, 'grace'],
    [41, 'expired'],
  ] as const)('at minute %s it is %s', (minute, state) => {
    expect(attemptState(attempt, at(minute))).toBe(state)
  })

  it('is closed once it is closed, whatever the clock says', () => {
    expect(attemptState({ ...attempt, closedAt: at(5) }, at(1))).toBe('closed')
  })
})

describe('examState', () => {
  it('opens and ends on the very minute', () => {
    expect(examState(window, 100, at(-0.01))).toBe('upcoming')
    expect(examState(window, 100, at(0))).toBe('open')
    expect(examState(window, 100, at(120))).toBe('ended')
    expect(examState(window, 150, at(120))).toBe('open')
    expect(examState({ ...window, publishedAt: null }, 100, at(1))).toBe('unpublished')
  })
})

describe('decideStart', () => {
  const open = { id: 'a', number: 1, startedAt: at(0), deadlineAt: at(40), closesAt: at(41), closedAt: null }
  const decide = (attempts: (typeof open)[] | { closedAt: Date }[], minute: number) =>
    decideStart({ rules, window, timePercent: 100, attempts: attempts as (typeof open)[], now: at(minute) })

  it('starts the first attempt', () => {
    expect(decide([], 5)).toEqual({ ok: true, value: { kind: 'start', number: 1 } })
  })

  it('resumes the open one instead of starting a second', () => {
    expect(decide([open], 5)).toEqual({ ok: true, value: { kind: 'resume', attemptId: 'a' } })
  })

  it('starts the next when the last is over, until all are used', () => {
    const closed = { ...open, closedAt: at(20) }
    expect(decide([closed], 30)).toEqual({ ok: true, value: { kind: 'start', number: 2 } })
    expect(decide([closed, { ...closed, number: 2 }], 30)).toEqual({
      ok: false,
      error: { kind: 'attempts-used', allowed: 2 },
    })
  })

  it('says why outside the window', () => {
    expect(decide([], -1)).toEqual({ ok: false, error: { kind: 'not-open', state: 'upcoming' } })
    expect(decide([], 121)).toEqual({ ok: false, error: { kind: 'not-open', state: 'ended' } })
  })
})
