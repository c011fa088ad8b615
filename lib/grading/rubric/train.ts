import { featureNames } from './features'
import { grammarModel, grammarPrior, type Model, probabilities, type Thresholds, verdictOf } from './model'
import { fitLogistic } from './regression'

/** One criterion of one labelled answer. */
export interface LabelledCriterion {
  readonly criterion: string
  /** Who wrote it: folds leave out a writer, never an answer. */
  readonly writer: string
  readonly features: Float64Array
  /** 0, 0.25, 0.5, 0.75 or 1. */
  readonly label: number
  /** Whether a rule cites words for it: only then can it be awarded. */
  readonly supported: boolean
  readonly unexplained: boolean
  /** How much the row counts; 1 for an answer as it was read. */
  readonly weight: number
}

const halfTarget = (label: number): number => (label >= 0.5 ? 1 : label > 0 ? 0.5 : 0)
const fullTarget = (label: number): number => (label >= 1 ? 1 : label > 0.5 ? 0.5 : 0)

const sharedStrength = featureNames.map(() => 1)
const ownStrength = featureNames.map(() => 2.5)

/** Weights only: shared over the criteria, centred on the grammar; then each criterion's, centred on the shared ones. */
function fitWeights(rows: readonly LabelledCriterion[], base: Model): Model {
  const observations = (of: readonly LabelledCriterion[], target: (label: number) => number) =>
    of.map((row) => ({ features: row.features, target: target(row.label), weight: row.weight }))
  const shared = {
    half: fitLogistic(observations(rows, halfTarget), grammarPrior.half, sharedStrength),
    full: fitLogistic(observations(rows, fullTarget), grammarPrior.full, sharedStrength),
  }
  const criteria: Record<string, { half: number[]; full: number[] }> = {}
  for (const criterion of [...new Set(rows.map((row) => row.criterion))].sort()) {
    const own = rows.filter((row) => row.criterion === criterion)
    criteria[criterion] = {
      half: fitLogistic(observations(own, halfTarget), shared.half, ownStrength),
      full: fitLogistic(observations(own, fullTarget), shared.full, ownStrength),
    }
  }
  return { ...base, shared, criteria }
}

interface OutOfFold {
  readonly row: LabelledCriterion
  readonly model: Model
}

function outOfFold(rows: readonly LabelledCriterion[], base: Model): OutOfFold[] {
  const writers = [...new Set(rows.map((row) => row.writer))].sort()
  return writers.flatMap((writer) => {
    const model = fitWeights(
      rows.filter((row) => row.writer !== writer),
      base,
    )
    return rows.filter((row) => row.writer === writer).map((row) => ({ row, model }))
  })
}

/** The temperature under which out-of-fold labels are most probable. */
function bestTemperature(folds: readonly OutOfFold[]): number {
  let best = 1
  let lowest = Number.POSITIVE_INFINITY
  for (let temperature = 0.6; temperature <= 3.001; temperature += 0.1) {
    let loss = 0
    for (const { row, model } of folds) {
      const { half, full } = probabilities({ ...model, temperature }, row.criterion, row.features)
      const clip = (p: number) => Math.min(1 - 1e-6, Math.max(1e-6, p))
      const y = halfTarget(row.label)
      const z = fullTarget(row.label)
      loss -= y * Math.log(clip(half)) + (1 - y) * Math.log(clip(1 - half))
      loss -= z * Math.log(clip(full)) + (1 - z) * Math.log(clip(1 - full))
    }
    if (loss < lowest - 1e-9) {
      lowest = loss
      best = temperature
    }
  }
  return Math.round(best * 10) / 10
}

/** The verdict that is given: nothing is awarded without words to cite. */
export function forcedVerdict(
  model: Model,
  row: Pick<LabelledCriterion, 'criterion' | 'features' | 'supported'>,
): { score: 0 | 0.5 | 1; confidence: number } {
  const p = probabilities(model, row.criterion, row.features)
  const verdict = verdictOf(p)
  return verdict.score > 0 && !row.supported ? { score: 0, confidence: 1 - p.half } : verdict
}

/** Whether a forced verdict is what the markers said; where they differ by half a step, either is. */
export const agrees = (score: number, label: number): boolean => Math.abs(score - label) <= 0.25

const kindOf = (score: number, unexplained: boolean): keyof Thresholds =>
  score === 1 ? 'met' : score === 0.5 ? 'partial' : unexplained ? 'unmetUnexplained' : 'unmet'

/** Mean error in points that decisions without a person may have. A silent "unmet" is the worst error: it gets least. */
const targetError: Thresholds = { met: 0.04, partial: 0.1, unmet: 0.015, unmetUnexplained: 0.015 }

/** The lowest threshold of each kind of decision at which the mean out-of-fold error in points stays within the target. */
function thresholdsFor(folds: readonly OutOfFold[], temperature: number): Thresholds {
  const groups: Record<keyof Thresholds, { confidence: number; error: number }[]> = {
    met: [],
    partial: [],
    unmet: [],
    unmetUnexplained: [],
  }
  for (const { row, model } of folds) {
    const { score, confidence } = forcedVerdict({ ...model, temperature }, row)
    groups[kindOf(score, row.unexplained)].push({
      confidence,
      error: agrees(score, row.label) ? 0 : Math.abs(score - row.label),
    })
  }
  const lowest = (decisions: { confidence: number; error: number }[], target: number): number => {
    const sorted = [...decisions].sort((a, b) => b.confidence - a.confidence)
    let errors = 0
    let threshold = 0.995
    sorted.forEach((decision, index) => {
      errors += decision.error
      const next = sorted[index + 1]
      // A little is added to the errors, so that a handful of lucky decisions opens no door.
      if (index >= 9 && (errors + 0.25) / (index + 1) <= target && next?.confidence !== decision.confidence) {
        threshold = decision.confidence
      }
    })
    return Math.round(Math.max(0.5, threshold) * 1000) / 1000
  }
  return {
    met: lowest(groups.met, targetError.met),
    partial: lowest(groups.partial, targetError.partial),
    unmet: lowest(groups.unmet, targetError.unmet),
    unmetUnexplained: lowest(groups.unmetUnexplained, targetError.unmetUnexplained),
  }
}

/** Fits weights, temperature and thresholds. Deterministic: the same rows in the same order give the same model. */
export function trainModel(
  rows: readonly LabelledCriterion[],
  rubric: { readonly id: string; readonly version: number },
): Model {
  const base = grammarModel(rubric.id, rubric.version)
  const folds = outOfFold(rows, base)
  const temperature = bestTemperature(folds)
  const fitted = fitWeights(rows, base)
  const round = (values: readonly number[]): number[] => values.map((value) => Math.round(value * 1e4) / 1e4)
  const criteria = Object.fromEntries(
    Object.entries(fitted.criteria).map(([id, { half, full }]) => [
      id,
      { half: round(half), full: round(full) },
    ]),
  )
  return {
    ...fitted,
    version: `trained-${rows.length}`,
    temperature,
    thresholds: thresholdsFor(folds, temperature),
    shared: { half: round(fitted.shared.half), full: round(fitted.shared.full) },
    criteria,
  }
}

/** Which decisions are made without a person. */
export function decide(
  model: Model,
  score: 0 | 0.5 | 1,
  confidence: number,
  unexplained: boolean,
): 'met' | 'partial' | 'unmet' | 'unsure' {
  if (confidence < model.thresholds[kindOf(score, unexplained)]) return 'unsure'
  return score === 1 ? 'met' : score === 0.5 ? 'partial' : 'unmet'
}
