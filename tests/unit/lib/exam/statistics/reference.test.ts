import fc from 'fast-check'
import { corr, quantileSeq, std } from 'mathjs'
import * as simple from 'simple-statistics'
import { describe, expect, it } from 'vitest'
import { fisherInterval, pearson } from '@/lib/exam/statistics/correlation'
import { describe as describeSample, quantile, variance } from '@/lib/exam/statistics/describe'
import { discrimination } from '@/lib/exam/statistics/discrimination'
import { histogram } from '@/lib/exam/statistics/histogram'
import { holm } from '@/lib/exam/statistics/multiple-tests'
import { kruskalWallis, ranks, spearman } from '@/lib/exam/statistics/ranks'
import { reliability } from '@/lib/exam/statistics/reliability'
import { restScores, type ScoreTable } from '@/lib/exam/statistics/score-table'

const near = (got: number | null, wanted: number) => {
  expect(got).not.toBeNull()
  expect(Math.abs((got ?? Number.NaN) - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)))
}

const points = fc.integer({ min: 0, max: 200 })
const sample = fc.array(points, { minLength: 4, maxLength: 60 })
const pairs = fc.array(fc.tuple(points, points), { minLength: 4, maxLength: 60 })
const table = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 12, max: 40 }))
  .chain(([k, n]) =>
    fc.array(fc.array(points, { minLength: k, maxLength: k }), { minLength: n, maxLength: n }),
  )
  .map((rows): ScoreTable => ({ problems: (rows[0] ?? []).map((_, i) => String(i)), rows }))

/** Exact fractions of whole numbers, for definitions written out. */
const exact = {
  /** n²·(n−1)·covariance·… avoided: Σxy − ΣxΣy/n as a fraction over n(n−1). */
  covariance(xs: readonly number[], ys: readonly number[]): number {
    const n = BigInt(xs.length)
    const big = (values: readonly number[]) => values.map(BigInt)
    const sum = (values: readonly bigint[]) => values.reduce((total, each) => total + each, 0n)
    const [bx, by] = [big(xs), big(ys)]
    const top = n * sum(bx.map((x, i) => x * (by[i] as bigint))) - sum(bx) * sum(by)
    return Number(top) / Number(n * (n - 1n))
  },
}

describe('agrees with other implementations to 1e-9', () => {
  it('mean, deviation, quartiles: simple-statistics and mathjs', () => {
    fc.assert(
      fc.property(sample, (values) => {
        const got = describeSample(values)
        near(got.mean, simple.mean(values))
        near(got.standardDeviation, simple.sampleStandardDeviation(values))
        near(got.standardDeviation, Number(std(values)))
        near(got.median, simple.median(values))
        for (const share of [0, 0.1, 0.25, 0.5, 0.75, 0.99, 1])
          near(quantile(values, share), Number(quantileSeq(values, share)))
        near(variance(values), exact.covariance(values, values))
      }),
    )
  })

  it('correlation: simple-statistics and mathjs; ranks as they are defined', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const [xs, ys] = [given.map(([x]) => x), given.map(([, y]) => y)]
        if (new Set(xs).size < 2 || new Set(ys).size < 2) return expect(pearson(xs, ys)).toBeNull()
        near(pearson(xs, ys), simple.sampleCorrelation(xs, ys))
        near(pearson(xs, ys), Number(corr(xs, ys)))
        const rank = (values: number[], x: number) =>
          values.filter((y) => y < x).length + (values.filter((y) => y === x).length + 1) / 2
        expect(ranks(xs)).toEqual(xs.map((x) => rank(xs, x)))
        near(
          spearman(xs, ys),
          simple.sampleCorrelation(
            xs.map((x) => rank(xs, x)),
            ys.map((y) => rank(ys, y)),
          ),
        )
      }),
    )
  })

  it("Fisher's interval: the closed form by logarithms, and the normal quantile of simple-statistics", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.99, max: 0.99, noNaN: true }),
        fc.integer({ min: 4, max: 500 }),
        (r, n) => {
          const z = 0.5 * Math.log((1 + r) / (1 - r))
          const interval = fisherInterval(r, n)
          for (const [i, sign] of [-1, 1].entries()) {
            const end = z + (sign * 1.959963984540054) / Math.sqrt(n - 3)
            near(interval?.[i] ?? null, (Math.exp(2 * end) - 1) / (Math.exp(2 * end) + 1))
          }
        },
      ),
    )
    expect(simple.cumulativeStdNormalProbability(1.959963984540054)).toBeCloseTo(0.975, 6)
    expect(fisherInterval(0.5, 3)).toBeNull()
  })

  it('Kruskal and Wallis: the variance of mean ranks against that of all ranks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(points, fc.integer({ min: 0, max: 3 })), { minLength: 6, maxLength: 40 }),
        (given) => {
          const [values, groups] = [given.map(([value]) => value), given.map(([, group]) => group)]
          if (new Set(values).size < 2 || new Set(groups).size < 2) return
          // H = (n − 1) · Σ n_g (mean rank_g − mean rank)² / Σ (rank − mean rank)², which holds with ties too.
          const ranked = ranks(values)
          const middle = simple.mean(ranked)
          const between = [...new Set(groups)].map((group) => {
            const own = ranked.filter((_, i) => groups[i] === group)
            return own.length * (simple.mean(own) - middle) ** 2
          })
          const all = ranked.map((rank) => (rank - middle) ** 2)
          near(kruskalWallis(values, groups), ((values.length - 1) * simple.sum(between)) / simple.sum(all))
        },
      ),
    )
  })

  it("Cronbach's alpha and the error of measurement: the textbook formula in exact fractions", () => {
    fc.assert(
      fc.property(table, (given) => {
        const k = given.problems.length
        const columns = given.problems.map((_, i) => given.rows.map((row) => row[i] as number))
        const totals = given.rows.map((row) => simple.sum(row as number[]))
        const total = exact.covariance(totals, totals)
        const got = reliability(given)
        if (total === 0) return expect(got).toBeNull()
        const parts = simple.sum(columns.map((column) => exact.covariance(column, column)))
        const alpha = (k / (k - 1)) * (1 - parts / total)
        near(got?.alpha ?? null, alpha)
        near(got?.standardError ?? null, Math.sqrt(total) * Math.sqrt(1 - alpha))
      }),
    )
  })

  it('item–rest correlation: with the plain sum of the others', () => {
    fc.assert(
      fc.property(table, (given) => {
        const own = given.rows.map((row) => row[0] as number)
        const others = given.rows.map((row) => simple.sum((row as number[]).slice(1)))
        if (new Set(own).size < 2 || new Set(others).size < 2) return
        near(discrimination(given, 0)?.r ?? null, simple.sampleCorrelation(own, others))
      }),
    )
  })

  it("Holm's example: four tests at once", () => {
    // Sorted: 0.005·4, max(0.01·3), max(0.03·2), max(0.04·1).
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02])
    expect(holm([])).toEqual([])
    expect(holm([0.9, 0.9])).toEqual([1, 1])
  })
})

describe('with pools', () => {
  /** Each student has three of six problems that measure the same: variance 2, covariance 1. */
  const pooled = (n: number): ScoreTable => {
    const rows = Array.from({ length: n }, (_, i) => {
      // A full factorial of signs, so that the moments are as they should be.
      const ability = i % 2 === 0 ? 1 : -1
      return Array.from({ length: 6 }, (_, problem) => {
        const drawn = (Math.floor(i / 128) + problem) % 2 === 0
        const own = (i >> (1 + problem)) % 2 === 0 ? 1 : -1
        return drawn ? 100 + 10 * (ability + own) + 30 * problem : null
      })
    })
    return { problems: ['a', 'b', 'c', 'd', 'e', 'f'], rows }
  }

  it('alpha is that of a test of the length that a student has, not of the pool', () => {
    const got = reliability(pooled(128 * 200))
    expect(got?.length).toBe(3)
    // k·c / (v + (k − 1)·c) with k = 3, v = 200, c = 100; sd² = 3·200 + 6·100.
    expect(got?.alpha).toBeCloseTo(300 / 400, 3)
    expect(got?.standardError).toBeCloseTo(Math.sqrt(1200 * 0.25), 1)
  })

  it('an easy draw does not pass for ability', () => {
    const rest = restScores(pooled(1280), 0)
    expect(rest.filter((value) => value !== null).length).toBe(1280)
    // Problems differ by 30 points each, students only by their ability and chance, ±10 each.
    for (const value of rest) expect(Math.abs(value ?? 0)).toBeLessThan(25)
  })

  it('is undefined for one problem, nobody, or equal scores', () => {
    expect(reliability({ problems: ['a'], rows: [[1], [2]] })).toBeNull()
    expect(reliability({ problems: ['a', 'b'], rows: [] })).toBeNull()
    expect(
      reliability({
        problems: ['a', 'b'],
        rows: [
          [1, 1],
          [1, 1],
        ],
      }),
    ).toBeNull()
  })
})

describe('few and none', () => {
  it('nothing is made up of no or one value', () => {
    expect(describeSample([])).toEqual({
      n: 0,
      mean: null,
      standardDeviation: null,
      min: null,
      lowerQuartile: null,
      median: null,
      upperQuartile: null,
      max: null,
    })
    expect(describeSample([5])).toMatchObject({ mean: 5, standardDeviation: null, median: 5 })
    expect(discrimination({ problems: ['a', 'b'], rows: Array(9).fill([1, 2]) }, 0)).toBeNull()
  })

  it('a histogram holds every value once, the best one in the last bin', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600 })), (values) => {
        const bins = histogram(values, 600)
        expect(simple.sum(bins.map(({ count }) => count))).toBe(values.length)
        for (const { low, high, count } of bins.slice(0, -1))
          expect(values.filter((value) => value >= low && value < high).length).toBe(count)
      }),
    )
    expect(histogram([600], 600).at(-1)?.count).toBe(1)
  })
})
