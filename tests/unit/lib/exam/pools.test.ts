import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedMinutes } from '@/lib/exam/checklist'
import { drawnItems, examTotals } from '@/lib/exam/pools'

const exam = fc
  .array(
    fc.oneof(
      fc.record({ pool: fc.constant(null), size: fc.constant(1), points: fc.integer({ min: 1, max: 500 }) }),
      fc.record({
        pool: fc.integer({ min: 1, max: 6 }),
        size: fc.integer({ min: 1, max: 6 }),
        points: fc.integer({ min: 1, max: 500 }),
      }),
    ),
    { maxLength: 6 },
  )
  .map((rows) =>
    rows.flatMap(({ pool, size, points }, i) =>
      Array.from({ length: size }, (_, k) => ({
        id: `${i}.${k}`,
        points,
        pool: pool === null ? null : { id: String(i), draw: pool },
      })),
    ),
  )

describe('problems drawn from pools', () => {
  it('are all fixed ones and as many of each pool as it draws, in order, the same for the same seed', () => {
    fc.assert(
      fc.property(exam, fc.string(), (items, seed) => {
        const drawn = drawnItems(items, seed)
        expect(drawn).toEqual(items.filter((item) => drawn.includes(item)))
        expect(drawn).toEqual(drawnItems(items, seed))
        for (const item of items) if (item.pool === null) expect(drawn).toContain(item)
        for (const id of new Set(items.map(({ pool }) => pool?.id))) {
          if (id === undefined) continue
          const members = items.filter(({ pool }) => pool?.id === id)
          const got = drawn.filter(({ pool }) => pool?.id === id)
          expect(got).toHaveLength(Math.min(members[0]?.pool?.draw ?? 0, members.length))
        }
      }),
    )
  })

  it('come to the totals that every student gets', () => {
    fc.assert(
      fc.property(exam, fc.string(), (items, seed) => {
        const drawn = drawnItems(items, seed)
        expect(examTotals(items)).toEqual({
          problems: drawn.length,
          points: drawn.reduce((sum, { points }) => sum + points, 0),
        })
      }),
    )
  })

  it('are each drawn equally often', () => {
    const items = Array.from({ length: 8 }, (_, i) => ({ id: i, pool: { id: 'p', draw: 3 } }))
    const counts = new Array(8).fill(0)
    for (let seed = 0; seed < 4_000; seed += 1)
      for (const { id } of drawnItems(items, `${seed}`)) counts[id] += 1
    // 4,000 × 3/8 = 1,500 each, with a standard deviation of 31.
    for (const count of counts) expect(Math.abs(count - 1_500)).toBeLessThan(150)
  })

  it('take the time of the longest that can be drawn', () => {
    const pool = { id: 'p', draw: 1 }
    const item = { points: 1, certified: true }
    expect(
      expectedMinutes({
        items: [
          { ...item, pool: null, effort: 30 },
          { ...item, pool, effort: 15 },
          { ...item, pool, effort: 60 },
        ],
      }),
    ).toBeCloseTo(6)
  })
})
