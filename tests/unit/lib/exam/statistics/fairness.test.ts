import { describe, expect, it } from 'vitest'
import { createRng } from '@/lib/core/rng'
import { fairness } from '@/lib/exam/statistics/fairness'
import { parametersOf } from '@/lib/exam/statistics/parameters'
import { permutationTest } from '@/lib/exam/statistics/permutation'
import { measureRates, simulateExam } from '../../../../helpers/simulated-exam'

describe('200 students', () => {
  it.each(['bias', 'depth', 'activation', 'length'] as const)(
    'an unfair %s is found in at least 95 % of the exams, and what is fair is left alone',
    (plant) => {
      const { runs, found, falseAlarms } = measureRates(plant, 60, 'test')
      expect(found / runs).toBeGreaterThanOrEqual(0.95)
      // 60 runs at 5 %: more than 7 alarms would happen once in a hundred times.
      expect(falseAlarms).toBeLessThanOrEqual(7)
    },
  )

  it('fair exams raise a false alarm in at most 5 % of the cases', () => {
    const { runs, falseAlarms } = measureRates('none', 300, 'test')
    expect(falseAlarms / runs).toBeLessThanOrEqual(0.05)
  })

  it('says by how much and for whom, the same each time', () => {
    const exam = simulateExam('words', 'bias')
    const once = fairness({ ...exam, seed: 'x' })
    expect(fairness({ ...exam, seed: 'x' })).toEqual(once)
    const test = once.tests.find(({ problem, parameter }) => problem === 0 && parameter === 'biases')
    expect(test).toMatchObject({ kind: 'value', unfair: true, n: 200 })
    expect(test?.levels.map(({ from }) => from)).toEqual([false, true])
    expect(test?.gap).toBeGreaterThan(0.1)
    expect(test?.gap).toBeLessThan(0.4)
    const [without, withBias] = test?.levels ?? []
    expect(without?.beyondAbility).toBeGreaterThan(withBias?.beyondAbility ?? 1)
  })

  it('able students who happen to get one value more often do not make it unfair', () => {
    // All of the difference is ability, which the rest score shows.
    const rng = createRng('ability')
    const rows = Array.from({ length: 200 }, () => {
      const ability = rng.int(0, 100)
      return [ability, ability + rng.int(0, 4), ability + rng.int(0, 4)]
    })
    const parameters = rows.map(([own = 0]) => [
      parametersOf({ biases: own + rng.int(-20, 20) > 50 }),
      new Map(),
      new Map(),
    ])
    const result = fairness({
      table: { problems: ['1', '2', '3'], rows },
      points: [104, 104, 104],
      parameters,
      seed: 'x',
    })
    const [test] = result.tests
    expect(test?.gap).toBeLessThan(0.02)
    const means = test?.levels.map(({ mean }) => mean) ?? []
    expect((means[1] ?? 0) - (means[0] ?? 0)).toBeGreaterThan(0.3)
  })
})

describe('too few data', () => {
  it('is said for each parameter, and nothing is tested', () => {
    const exam = simulateExam('few', 'bias', 20)
    const result = fairness({ ...exam, seed: 'x' })
    expect(result.tests).toEqual([])
    expect(result.tooFew).toContainEqual({ problem: 0, parameter: 'biases', n: 20 })
  })

  it('values that hardly anybody has are left out; what does not vary is no parameter', () => {
    const rows = Array.from({ length: 60 }, (_, i) => [i % 5, i % 7])
    const parameters = rows.map((_, i) => [
      parametersOf({ kind: i < 3 ? 'rare' : i % 2 === 0 ? 'even' : 'odd', same: 1 }),
      null,
    ])
    const result = fairness({ table: { problems: ['1', '2'], rows }, points: [4, 6], parameters, seed: 'x' })
    expect(result.tests.map(({ parameter, levels }) => [parameter, levels.map(({ from }) => from)])).toEqual([
      ['kind', ['even', 'odd']],
    ])
    expect(result.tooFew).toEqual([])
  })
})

describe('parameters of a variant', () => {
  it('are its single values by path', () => {
    expect([
      ...parametersOf({ inputs: 6, hidden: [5, 4], biases: true, kernel: { height: 3 }, weight: null }),
    ]).toEqual([
      ['inputs', 6],
      ['hidden.length', 2],
      ['hidden.1', 5],
      ['hidden.2', 4],
      ['biases', true],
      ['kernel.height', 3],
    ])
  })
})

describe('permutation test', () => {
  it('is exact: p of the four of twenty-four orders that are as extreme is about a sixth', () => {
    // |position of the largest| at either end: orders with 3 at the first of four places, 6 of 24.
    const p = permutationTest(4, (order) => (order[0] === 0 ? 1 : 0), 1_000_000, createRng('x'))
    expect(p).toBeGreaterThan(0.1)
    expect(p).toBeLessThan(0.5)
  })

  it('is never 0, and tells what is rare', () => {
    const p = permutationTest(
      30,
      (order) => (order.every((value, i) => value === i) ? 1 : 0),
      1999,
      createRng('x'),
    )
    expect(p).toBe(1 / 2000)
  })
})
