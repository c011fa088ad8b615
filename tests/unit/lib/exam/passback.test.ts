import { describe, expect, it } from 'vitest'
import { type PassbackAttempt, scoreToSend } from '@/lib/exam/passback'
import { examRulesSchema } from '@/lib/exam/rules'

const now = new Date('2026-11-25T10:00:00Z')
const attempt = (number: number, over: Partial<PassbackAttempt> = {}): PassbackAttempt => ({
  number,
  closedAt: new Date('2026-11-25T09:00:00Z'),
  awarded: 400,
  possible: 600,
  needsReview: false,
  ...over,
})
const score = (attempts: readonly PassbackAttempt[], rules: object = {}, slowestMoment: Date | null = null) =>
  scoreToSend({ rules: examRulesSchema.parse(rules), slowestMoment }, attempts, now)

describe('the score to send', () => {
  it('is that of the attempt that counts', () => {
    const two = [attempt(1, { awarded: 500 }), attempt(2, { awarded: 300 })]
    expect(score(two)).toMatchObject({ given: 300, max: 600, attempt: 2, grading: 'FullyGraded' })
    expect(score(two, { counts: 'best' })).toMatchObject({ given: 500, attempt: 1 })
  })

  it('stays within the points of the exam', () => {
    expect(score([attempt(1, { awarded: 700 })])?.given).toBe(600)
    expect(score([attempt(1, { awarded: -5 })])?.given).toBe(0)
  })

  it('is not final while a person has to look, or a problem is not graded', () => {
    for (const over of [{ needsReview: true }, { awarded: null }])
      expect(score([attempt(1, over)])).toMatchObject({ given: null, grading: 'PendingManual' })
  })

  it('is not there before its release', () => {
    const rules = { review: { score: 'after-closing' } }
    expect(score([attempt(1)], rules)).toBeNull()
    expect(score([attempt(1)], rules, new Date(now.getTime() + 1))).toBeNull()
    expect(score([attempt(1)], rules, now)).toMatchObject({ given: 400 })
    expect(score([attempt(1)], { review: { score: 'never' } }, now)).toBeNull()
    expect(score([])).toBeNull()
  })

  it('of an attempt opened again is none', () => {
    expect(score([attempt(1, { closedAt: null, awarded: null })])).toMatchObject({
      given: null,
      activity: 'InProgress',
      grading: 'NotReady',
    })
  })
})
