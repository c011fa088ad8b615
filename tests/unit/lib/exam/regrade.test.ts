import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { policies, type RegradeCase, underPolicy } from '@/lib/exam/regrade'
import { type RegradedAttempt, regradeReport } from '@/lib/exam/regrade-report'
import { problemOfGrade } from '@/lib/question/check-grade'
import type { GradeResult } from '@/lib/question/grade-result'

const words = { ko: '', en: '' }
const result = (score: number): GradeResult => ({
  score,
  interval: [score, score],
  status: 'needs-review',
  parts: [{ id: 'p', title: words, score: 2 * score, max: 2, code: 'x', feedback: words, evidence: [] }],
  steps: [],
})
const cases = fc.record({
  before: fc.option(fc.integer({ min: 0, max: 200 })),
  points: fc.constant(200),
  latePercent: fc.integer({ min: 0, max: 100 }),
  result: fc.double({ min: 0, max: 1, noNaN: true }).map(result),
  others: fc.integer({ min: 0, max: 400 }).map((awarded) => ({ awarded, points: 400 })),
}) satisfies fc.Arbitrary<RegradeCase>

describe('every policy', () => {
  it('stays within the points and gives a sound grade', () => {
    fc.assert(
      fc.property(fc.constantFrom(...policies), cases, (policy, given) => {
        const decided = underPolicy(policy, given)
        if (decided === null) return
        expect(Number.isInteger(decided.points)).toBe(true)
        expect(decided.points).toBeGreaterThanOrEqual(0)
        expect(decided.points).toBeLessThanOrEqual(given.points)
        expect(problemOfGrade(decided.result)).toBeNull()
      }),
    )
  })

  it('never lower is never lower, and full credit leaves no review', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const kept = underPolicy('never-lower', given)
        expect(kept?.points ?? given.before ?? 0).toBeGreaterThanOrEqual(given.before ?? 0)
        const full = underPolicy('full-credit', given)
        expect(full?.points).toBe(Math.round((200 * (100 - given.latePercent)) / 100))
        expect(full?.result).toMatchObject({ status: 'graded', score: 1, interval: [1, 1] })
      }),
    )
  })

  it('dropping keeps the percentage of the others', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const points = underPolicy('drop', given)?.points ?? 0
        const { awarded, points: of } = given.others
        expect(Math.abs((points + awarded) / (200 + of) - awarded / of)).toBeLessThanOrEqual(
          0.5 / 600 + 1e-12,
        )
      }),
    )
  })
})

describe('report', () => {
  const attempt = (
    student: string,
    number: number,
    before: number | null,
    after: number | null,
  ): RegradedAttempt => ({
    attemptId: `${student}${number}`,
    number,
    closedAt: new Date(0),
    student: { id: student, name: student, email: null },
    before,
    after,
    possible: 600,
  })

  it('takes the attempt that counts before and the one that counts after', () => {
    const report = regradeReport([attempt('a', 1, 300, 300), attempt('a', 2, 200, 500)], 'best', 60)
    expect(report.changed).toMatchObject([{ attemptId: 'a2', before: 300, after: 500 }])
    expect(report).toMatchObject({ students: 1, risen: 1, newlyPassing: 1, newlyFailing: 0 })
  })

  it('passes exactly at the mark, and shows the largest changes first', () => {
    const report = regradeReport(
      [
        attempt('a', 1, 359, 360),
        attempt('b', 1, 360, 100),
        attempt('c', 1, 10, 10),
        attempt('d', 1, null, 60),
      ],
      'last',
      60,
    )
    expect(report.changed.map(({ student }) => student.id)).toEqual(['b', 'd', 'a'])
    expect(report).toMatchObject({ newlyPassing: 1, newlyFailing: 1, risen: 2, fallen: 1 })
    expect(report.before.n).toBe(3)
  })
})
