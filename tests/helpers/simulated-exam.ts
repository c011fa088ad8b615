import { createRng } from '@/lib/core/rng'
import { type Fairness, fairness } from '@/lib/exam/statistics/fairness'
import { type ParameterValue, parametersOf } from '@/lib/exam/statistics/parameters'
import type { ScoreTable } from '@/lib/exam/statistics/score-table'

export const PLANTS = {
  none: null,
  bias: { problem: 0, parameter: 'biases' },
  depth: { problem: 0, parameter: 'hidden.length' },
  activation: { problem: 2, parameter: 'activation' },
  length: { problem: 2, parameter: 'sequenceLength' },
} as const
export type Plant = keyof typeof PLANTS

/** What the unfair half of the variants costs: a quarter of the problem's points. */
export const EFFECT = 0.25

const POINTS = 200

/**
 * An exam of three problems with params like those of the product's types. Students have a normal ability that shows
 * in every problem; points come in quarters, as marks do. A planted parameter costs `EFFECT` for half of its values.
 */
export function simulateExam(
  seed: string,
  plant: Plant,
  students = 200,
): { table: ScoreTable; points: number[]; parameters: ReadonlyMap<string, ParameterValue>[][] } {
  const rng = createRng(seed)
  const unit = () => (rng.int(0, 2 ** 30 - 1) + 0.5) / 2 ** 30
  const normal = () => Math.sqrt(-2 * Math.log(unit())) * Math.cos(2 * Math.PI * unit())
  const units = () => rng.int(6, 20)
  const rows: number[][] = []
  const parameters: ReadonlyMap<string, ParameterValue>[][] = []
  for (let i = 0; i < students; i += 1) {
    const ability = normal()
    const params = [
      {
        inputs: rng.int(8, 24),
        hidden: rng.pick([
          [units(), units()],
          [units(), units(), units()],
        ]),
        outputs: rng.int(3, 10),
        biases: rng.pick([true, false]),
      },
      {
        input: { height: 16 * rng.int(2, 10), width: 16 * rng.int(2, 10) },
        kernel: { height: 2 * rng.int(1, 4) + 1, width: 2 * rng.int(1, 4) + 1 },
        stride: rng.int(1, 3),
        dilation: rng.int(1, 3),
      },
      {
        activation: rng.pick(['tanh', 'sigmoid', 'relu', 'linear']),
        sequenceLength: rng.pick([20, 30, 40, 50, 60, 80, 100]),
      },
    ]
    const found = params.map(parametersOf)
    parameters.push(found)
    rows.push(
      found.map((own, problem) => {
        const latent = 0.6 + 0.2 * ability + 0.2 * normal() - (costs(plant, problem, own) ? EFFECT : 0)
        return POINTS * Math.min(1, Math.max(0, Math.round(latent * 4) / 4))
      }),
    )
  }
  return { table: { problems: ['1', '2', '3'], rows }, points: [POINTS, POINTS, POINTS], parameters }
}

function costs(plant: Plant, problem: number, own: ReadonlyMap<string, ParameterValue>): boolean {
  if (PLANTS[plant]?.problem !== problem) return false
  switch (plant) {
    case 'none':
      return false
    case 'bias':
      return own.get('biases') === true
    case 'depth':
      return own.get('hidden.length') === 3
    case 'activation':
      return own.get('activation') === 'sigmoid' || own.get('activation') === 'tanh'
    case 'length':
      return Number(own.get('sequenceLength')) > 50
  }
}

export interface Rates {
  readonly runs: number
  /** Runs in which the planted parameter was flagged. */
  readonly found: number
  /** Runs in which anything of a problem without a plant was flagged. */
  readonly falseAlarms: number
}

/** The product's test on so many simulated exams. */
export function measureRates(plant: Plant, runs: number, seed: string, students = 200): Rates {
  let [found, falseAlarms] = [0, 0]
  for (let run = 0; run < runs; run += 1) {
    const result: Fairness = fairness({
      ...simulateExam(`${seed}/${plant}/${run}`, plant, students),
      seed: `${run}`,
    })
    const flagged = result.tests.filter(({ unfair }) => unfair)
    const planted = PLANTS[plant]
    if (flagged.some((test) => test.problem === planted?.problem && test.parameter === planted.parameter))
      found += 1
    // In the problem itself others may go with the planted one: deeper networks alone have a third hidden layer.
    if (flagged.some((test) => test.problem !== planted?.problem)) falseAlarms += 1
  }
  return { runs, found, falseAlarms }
}
