import { featureNames } from './features'
import { type Model, traitsOf } from './model'
import { fitLogistic } from './regression'
import {
  agrees,
  decide,
  forcedVerdict,
  fullTarget,
  halfTarget,
  type LabelledCriterion,
  ownStrength,
} from './train'

/** How a model judges labelled criteria: how many as the label says, and how many it would decide wrongly by itself. */
export interface Judged {
  readonly of: number
  readonly right: number
  readonly wrongAlone: number
}

export function judge(model: Model, rows: readonly LabelledCriterion[]): Judged {
  const verdicts = rows.map((row) => {
    const { score, confidence } = forcedVerdict(model, row)
    const right = agrees(score, row.label)
    const alone = decide(model, score, confidence, row.unexplained) !== 'unsure'
    return { right, wrongAlone: alone && !right }
  })
  return {
    of: rows.length,
    right: verdicts.filter(({ right }) => right).length,
    wrongAlone: verdicts.filter(({ wrongAlone }) => wrongAlone).length,
  }
}

/**
 * Weights of the criteria that people corrected, fitted to the corrections and to examples that have to stay as they
 * are; held where the model had them as firmly as in training (a maximum a posteriori estimate with a Gaussian prior).
 * Temperature and thresholds stay. Deterministic.
 */
export function learn(
  model: Model,
  corrections: readonly LabelledCriterion[],
  kept: readonly LabelledCriterion[],
): Model {
  const strength = ownStrength(model.marks.length)
  const criteria = Object.fromEntries(
    [...new Set(corrections.map(({ criterion }) => criterion))].sort().map((criterion) => {
      const rows = [...corrections, ...kept].filter((row) => row.criterion === criterion)
      const own = model.criteria[criterion] ?? model.shared
      const fitTo = (prior: readonly number[], target: (label: number) => number) =>
        fitLogistic(
          rows.map(({ features, label, weight }) => ({
            ...traitsOf(model.marks, features),
            target: target(label),
            weight,
          })),
          wide(prior, model.marks.length),
          strength,
        ).map((value) => Math.round(value * 1e3) / 1e3 || 0)
      return [criterion, { half: fitTo(own.half, halfTarget), full: fitTo(own.full, fullTarget) }]
    }),
  )
  return { ...model, criteria: { ...model.criteria, ...criteria } }
}

/** Shared weights have none of the marks. */
const wide = (weights: readonly number[], marks: number): number[] =>
  Array.from({ length: featureNames.length + marks }, (_, i) => weights[i] ?? 0)
