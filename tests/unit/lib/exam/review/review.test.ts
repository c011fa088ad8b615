import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnForAudit } from '@/lib/exam/review/audit'
import { groupKey, groupWaiting, stakeOf, unexplained, type Waiting } from '@/lib/exam/review/group'
import { overridden } from '@/lib/exam/review/override'
import { requestsUntil } from '@/lib/exam/review/request-window'
import { structureOf } from '@/lib/exam/review/structure'
import { wilson95 } from '@/lib/exam/review/wilson'
import { examRulesSchema } from '@/lib/exam/rules'
import { type GradeResult, gradeResultSchema } from '@/lib/question/grade-result'

const words = { ko: '', en: '' }

const decisions = fc.constantFrom('met', 'partial', 'unmet', 'unsure')
const results: fc.Arbitrary<GradeResult> = fc
  .array(fc.record({ weight: fc.integer({ min: 1, max: 9 }), decision: decisions }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((drawn) => {
    const whole = drawn.reduce((sum, { weight }) => sum + weight, 0)
    const criteria = drawn.map(({ weight, decision }, i) => ({
      id: `c${i}`,
      title: words,
      weight: weight / whole,
      score: { met: 1, partial: 0.5, unmet: 0, unsure: 0.5 }[decision],
      confidence: 0.5,
      decision,
      feedback: words,
      evidence: [],
    }))
    const share = (of: (each: (typeof criteria)[number]) => number) =>
      Math.min(
        1,
        criteria.reduce((sum, each) => sum + each.weight * of(each), 0),
      )
    const unsure = criteria.some(({ decision }) => decision === 'unsure')
    return gradeResultSchema.parse({
      score: share(({ score }) => score),
      interval: [
        share(({ decision, score }) => (decision === 'unsure' ? 0 : score)),
        share(({ decision, score }) => (decision === 'unsure' ? 1 : score)),
      ],
      status: unsure ? 'needs-review' : 'graded',
      parts: [
        {
          id: 'why',
          title: words,
          score: share(({ score }) => score),
          max: 1,
          code: 'partial',
          feedback: words,
          evidence: [],
          criteria,
        },
      ],
      steps: [],
    })
  })

const waiting = (over: Partial<Waiting> & Pick<Waiting, 'result'>): Waiting => ({
  itemId: 'a',
  type: 'rnn-gradient',
  params: {},
  response: { why: 'It shrinks. It grows.' },
  points: 200,
  latePercent: 0,
  audit: false,
  requests: [],
  ...over,
})
const queues = fc
  .array(
    fc.record({
      result: results,
      points: fc.integer({ min: 100, max: 900 }),
      text: fc.constantFrom('One.', 'Two. One.', 'ONE'),
      audit: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((drawn) =>
    drawn.map(({ result, points, text, audit }, i) =>
      waiting({ itemId: `item-${i}`, result, points, audit, response: { why: text } }),
    ),
  )

describe('groupWaiting', () => {
  it('keeps every answer once, most at stake first, in an order that does not depend on how they came', () => {
    fc.assert(
      fc.property(queues, fc.infiniteStream(fc.nat()), (items, chance) => {
        const groups = groupWaiting(items)
        expect(groups.flatMap((group) => group.items.map(({ itemId }) => itemId)).sort()).toEqual(
          items.map(({ itemId }) => itemId).sort(),
        )
        for (const [i, group] of groups.entries()) {
          expect(group.stake).toBeLessThanOrEqual((groups[i - 1]?.stake ?? Number.POSITIVE_INFINITY) + 1e-9)
          expect(new Set(group.items.map(groupKey)).size).toBe(1)
          if (group.items.some(({ audit }) => audit)) expect(group.items).toHaveLength(1)
        }
        const shuffled = items
          .map((item) => [chance.next().value as number, item] as const)
          .sort(([a], [b]) => a - b)
          .map(([, item]) => item)
        expect(
          groupWaiting(shuffled)
            .map(({ key }) => key)
            .sort(),
        ).toEqual(groups.map(({ key }) => key).sort())
      }),
    )
  })

  it('puts at stake the points times the width of the interval, less lateness', () => {
    fc.assert(
      fc.property(results, fc.integer({ min: 0, max: 100 }), (result, latePercent) => {
        const width = result.interval[1] - result.interval[0]
        expect(stakeOf(waiting({ result, latePercent }))).toBeCloseTo(
          (200 * width * (100 - latePercent)) / 100,
        )
      }),
    )
    expect(stakeOf(waiting({ result: null }))).toBe(200)
  })

  it('tells answers apart by the words that no settled criterion rests on, and by nothing else', () => {
    const result = fc.sample(
      results.filter(({ status }) => status === 'needs-review'),
      { numRuns: 1, seed: 1 },
    )[0]!
    const key = (why: string) => groupKey(waiting({ result, response: { why } }))
    expect(key('It shrinks. It grows.')).toBe(key('it  GROWS!  It shrinks'))
    expect(key('It shrinks.')).not.toBe(key('It grows.'))
    const part = {
      ...result.parts[0]!,
      criteria: [
        {
          ...result.parts[0]!.criteria![0]!,
          decision: 'met' as const,
          evidence: [{ start: 0, end: 10, text: 'It shrinks', criterion: 'c0', role: 'support' as const }],
        },
      ],
    }
    expect(unexplained('It shrinks. It grows.', part)).toEqual(
      unexplained('It grows.', { ...part, criteria: [] }),
    )
  })
})

describe('structureOf', () => {
  it('is one for the same way over all variants, whatever the order', () => {
    const of = (text: string, inputs: number, outputs: number) => structureOf(text, { inputs, outputs })
    expect(of('6*3+3', 6, 3)).toBe(of('4 + 9×4', 9, 4))
    expect(of('6*3', 6, 3)).not.toBe(of('6*3+3', 6, 3))
    expect(of('what?', 6, 3)).toBeNull()
  })
})

describe('overridden', () => {
  it('decides what is named and leaves the score inside the interval from before', () => {
    fc.assert(
      fc.property(results, fc.constantFrom(0, 0.5, 1), (result, score) => {
        const open = result.parts[0]!.criteria!.filter(({ decision }) => decision === 'unsure')
        fc.pre(open.length > 0)
        const verdicts = open.map(({ id }) => ({ part: 'why', criterion: id, score }))
        const after = overridden(result, { kind: 'criteria', verdicts })!
        expect(after.status).toBe('graded')
        expect(after.interval).toEqual([after.score, after.score])
        expect(after.score).toBeGreaterThanOrEqual(result.interval[0] - 1e-9)
        expect(after.score).toBeLessThanOrEqual(result.interval[1] + 1e-9)
        expect(gradeResultSchema.parse(after)).toEqual(after)
        const half = overridden(result, { kind: 'criteria', verdicts: verdicts.slice(0, 1) })!
        expect(half.status).toBe(open.length > 1 ? 'needs-review' : 'graded')
        expect(half.interval[0]).toBeLessThanOrEqual(half.score)
        expect(half.interval[1]).toBeGreaterThanOrEqual(half.score)
      }),
    )
  })

  it('confirms the best single verdict, gives shares, and refuses what is not there', () => {
    fc.assert(
      fc.property(results, fc.double({ min: 0, max: 1, noNaN: true }), (result, share) => {
        expect(overridden(result, { kind: 'confirm' })).toMatchObject({
          score: result.score,
          status: 'graded',
        })
        expect(overridden(result, { kind: 'problem', share })).toMatchObject({
          score: share,
          status: 'graded',
        })
        expect(overridden(result, { kind: 'part', part: 'why', share })?.score).toBeCloseTo(share)
        expect(overridden(result, { kind: 'part', part: 'other', share })).toBeNull()
        expect(overridden(result, { kind: 'problem', share: 1.01 })).toBeNull()
        expect(overridden(result, { kind: 'criteria', verdicts: [] })).toBeNull()
      }),
    )
    expect(overridden(null, { kind: 'confirm' })).toBeNull()
    expect(overridden(null, { kind: 'problem', share: 1 })).toMatchObject({ score: 1, status: 'graded' })
  })
})

describe('audits', () => {
  it('draw the share that is asked for, the same each time', () => {
    const drawn = (percent: number) =>
      Array.from({ length: 4000 }, (_, i) => drawnForAudit('seed', `item-${i}`, percent)).filter(Boolean)
        .length
    expect(drawn(0)).toBe(0)
    expect(drawn(100)).toBe(4000)
    expect(drawn(5)).toBeGreaterThan(150)
    expect(drawn(5)).toBeLessThan(250)
    expect(drawn(5)).toBe(drawn(5))
  })

  it('are told with the interval of Wilson', () => {
    expect(wilson95(0, 0)).toBeNull()
    // Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
    for (const [count, of, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const [below, above] = wilson95(count, of)!
      expect(below).toBeCloseTo(low, 4)
      expect(above).toBeCloseTo(high, 4)
    }
  })
})

describe('requestsUntil', () => {
  const [closed, last, day] = [new Date(0), new Date(1000), 86_400_000]
  const until = (over: object, moment: Date | null = last) =>
    requestsUntil(examRulesSchema.parse({ reviewRequestDays: 2, ...over }), closed, moment)?.getTime()
  it('counts from the release of the feedback', () => {
    expect(until({})).toBe(2 * day)
    expect(until({ reviewRequestDays: null })).toBeUndefined()
    expect(until({ review: { parts: 'after-closing' } })).toBe(1000 + 2 * day)
    expect(until({ review: { parts: 'after-closing' } }, null)).toBeUndefined()
    expect(until({ review: { feedback: 'never' } })).toBeUndefined()
  })
})
