import { describe, expect, it } from 'vitest'
import { attemptState, decideStart, examState } from '@/lib/exam/attempt'
import { examRulesSchema, noAccommodation, noException } from '@/lib/exam/rules'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, 0) + minute * 60_000)
const rules = examRulesSchema.parse({ timeLimitMinutes: 40, graceSeconds: 60, attemptsAllowed: 2 })
const window = { publishedAt: at(-600), opensAt: at(0), closesAt: at(120), extraMinutes: 0 }
const terms = { rules, window, accommodation: noAccommodation, exception: noException }

describe('attemptState', () => {
  const attempt = { startedAt: at(0), deadlineAt: at(40), closesAt: at(41), late: null, closedAt: null }
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
    expect(examState(terms, at(-0.01))).toBe('upcoming')
    expect(examState(terms, at(0))).toBe('open')
    expect(examState(terms, at(120))).toBe('ended')
    const slow = { timePercent: 150, extraMinutes: 0 }
    expect(examState({ ...terms, accommodation: slow }, at(120))).toBe('open')
    expect(examState({ ...terms, window: { ...window, publishedAt: null } }, at(1))).toBe('unpublished')
  })

  it('takes late work for as long as the policy says', () => {
    const late = { ...rules, late: { minutes: 30, stepMinutes: 10, lossPercent: 20 } }
    expect(examState({ ...terms, rules: late }, at(120))).toBe('late')
    expect(examState({ ...terms, rules: late }, at(150))).toBe('ended')
  })
})

describe('decideStart', () => {
  const times = { startedAt: at(0), deadlineAt: at(40), closesAt: at(41), late: null }
  const open = { id: 'a', number: 1, ...times, closedAt: null }
  const decide = (
    attempts: (typeof open)[] | { closedAt: Date }[],
    minute: number,
    exception = noException,
  ) =>
    decideStart({
      terms: { ...terms, exception },
      rules,
      attempts: attempts as (typeof open)[],
      now: at(minute),
    })

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
    expect(decide([closed, { ...closed, number: 2 }], 30, { ...noException, extraAttempts: 1 })).toEqual({
      ok: true,
      value: { kind: 'start', number: 3 },
    })
  })

  it('says why outside the window', () => {
    expect(decide([], -1)).toEqual({ ok: false, error: { kind: 'not-open', state: 'upcoming' } })
    expect(decide([], 121)).toEqual({ ok: false, error: { kind: 'not-open', state: 'ended' } })
  })
})
