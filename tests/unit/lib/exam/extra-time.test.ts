import { describe, expect, it } from 'vitest'
import { extraMinutesOf } from '@/lib/exam/extra-time'
import { examRulesSchema, noAccommodation, noException, type TimeTerms } from '@/lib/exam/rules'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 25, 9, minutes))
const terms = (over: Partial<TimeTerms> = {}): TimeTerms => ({
  rules: examRulesSchema.parse({ timeLimitMinutes: 40 }),
  window: { publishedAt: at(0), opensAt: null, closesAt: null, extraMinutes: 0 },
  accommodation: noAccommodation,
  exception: noException,
  ...over,
})

describe('extraMinutesOf', () => {
  it('is none for a student with nothing of their own, whatever everybody was given', () => {
    expect(extraMinutesOf(terms())).toBe(0)
    expect(extraMinutesOf(terms({ window: { ...terms().window, extraMinutes: 10 } }))).toBe(0)
  })

  it('adds up the standing factor and minutes and those of this exam', () => {
    const accommodation = { timePercent: 150, extraMinutes: 3 }
    expect(extraMinutesOf(terms({ accommodation, exception: { ...noException, extraMinutes: 5 } }))).toBe(28)
  })

  it('is below none for a limit of their own that is shorter', () => {
    expect(extraMinutesOf(terms({ exception: { ...noException, timeLimitMinutes: 30 } }))).toBe(-10)
  })

  it('compares the ends of the window where there is no limit, and nothing with no end at all', () => {
    const rules = examRulesSchema.parse({})
    const window = { ...terms().window, closesAt: at(60) }
    const own = { ...noException, closesAt: at(75) }
    expect(extraMinutesOf(terms({ rules, window, exception: own }))).toBe(15)
    expect(extraMinutesOf(terms({ rules, exception: own }))).toBe(0)
  })
})
