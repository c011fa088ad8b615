import { type Features, featureNames } from './features'
import {
  grammarModel,
  grammarPrior,
  type Model,
  probabilities,
  type Thresholds,
  traitsOf,
  verdictOf,
} from './model'
import { fitLogistic } from './regression'

/** One criterion of one labelled answer. */
export interface LabelledCriterion {
  readonly criterion: string
  /** Who wrote it: folds leave out a writer, never an answer. */
  readonly writer: string
  readonly features: Features
  /** 0, 0.25, 0.5, 0.75 or 1. */
  readonly label: number
  /** Whether a rule cites words for it: only then can it be awarded. */
  readonly supported: boolean
  /** The most that contradictions leave of it. */
  readonly most: 0 | 0.5 | 1
  readonly unexplained: boolean
  /** How much the row counts; 1 for an answer as it was read. */
  readonly weight: number
}

/** Probability that a label counts as at least half, or as full. */
export const halfTarget = (label: number): number => (label >= 0.5 ? 1 : label > 0 ? 0.5 : 0)
export const fullTarget = (label: number): number => (label >= 1 ? 1 : label > 0.5 ? 0.5 : 0)

/** How firmly the weights are held where they start: the shared ones, a criterion's own, and those of the ideas. */
const strength = { shared: 1, own: 2.5, mark: 4 }
export const ownStrength = (marks: number): number[] => [
  ...featureNames.map(() => strength.own),
  ...Array.from({ length: marks }, () => strength.mark),
]
/** An idea has to stand in so many rows to get a weight. */
const fewestRows = 12

/** Weights only: shared over the criteria, centred on the grammar; then each criterion's, centred on the shared ones. */
function fitWeights(rows: readonly LabelledCriterion[], base: Model): Model {
  const marks = commonMarks(rows)
  const prepared = rows.map((row) => ({ ...row, traits: traitsOf(marks, row.features) }))
  const fitOne = (
    of: readonly (typeof prepared)[number][],
    target: (label: number) => number,
    prior: readonly number[],
    firmness: readonly number[],
  ) =>
    fitLogistic(
      of.map(({ traits, label, weight }) => ({
        features: traits.features,
        // Shared weights are of the features alone.
        marks: prior.length > featureNames.length ? traits.marks : noMarks,
        target: target(label),
        weight,
      })),
      prior,
      firmness,
    )
  const sharedStrength = featureNames.map(() => strength.shared)
  const firmness = ownStrength(marks.length)
  const shared = {
    half: fitOne(prepared, halfTarget, grammarPrior.half, sharedStrength),
    full: fitOne(prepared, fullTarget, grammarPrior.full, sharedStrength),
  }
  const zeros = marks.map(() => 0)
  const criteria: Record<string, { half: number[]; full: number[] }> = {}
  for (const criterion of [...new Set(rows.map((row) => row.criterion))].sort()) {
    const own = prepared.filter((row) => row.criterion === criterion)
    criteria[criterion] = {
      half: fitOne(own, halfTarget, [...shared.half, ...zeros], firmness),
      full: fitOne(own, fullTarget, [...shared.full, ...zeros], firmness),
    }
  }
  return { ...base, marks, shared, criteria }
}
const noMarks = new Int32Array(0)

function commonMarks(rows: readonly LabelledCriterion[]): string[] {
  const counts = new Map<string, number>()
  for (const { features } of rows)
    for (const mark of features.marks) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return [...counts].flatMap(([mark, count]) => (count >= fewestRows ? [mark] : [])).sort()
}

interface OutOfFold {
  readonly row: LabelledCriterion
  readonly model: Model
}

/** So many folds at most, each of whole writers: more cost time and tell nothing more. */
const mostFolds = 6

function outOfFold(rows: readonly LabelledCriterion[], base: Model): OutOfFold[] {
  const writers = [...new Set(rows.map((row) => row.writer))].sort()
  const foldOf = new Map(writers.map((writer, index) => [writer, index % mostFolds]))
  return [...new Set(foldOf.values())].flatMap((fold) => {
    const model = fitWeights(
      rows.filter((row) => foldOf.get(row.writer) !== fold),
      base,
    )
    return rows.filter((row) => foldOf.get(row.writer) === fold).map((row) => ({ row, model }))
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

/**
 * The verdict that is given: nothing is awarded without words to cite, and nothing beyond what the answer's own
 * contradictions leave.
 */
export function forcedVerdict(
  model: Model,
  row: Pick<LabelledCriterion, 'criterion' | 'features' | 'supported' | 'most'>,
): { score: 0 | 0.5 | 1; confidence: number } {
  const p = probabilities(model, row.criterion, row.features)
  const verdict = verdictOf(p)
  if (verdict.score > 0 && (!row.supported || row.most === 0)) return { score: 0, confidence: 1 - p.half }
  return verdict.score > row.most ? { score: row.most, confidence: p.half - p.full } : verdict
}

/** Whether a forced verdict is what the markers said; where they differ by half a step, either is. */
export const agrees = (score: number, label: number): boolean => Math.abs(score - label) <= 0.25

const kindOf = (score: number, unexplained: boolean): keyof Thresholds =>
  score === 1 ? 'met' : score === 0.5 ? 'partial' : unexplained ? 'unmetUnexplained' : 'unmet'

/** Share of decisions without a person that has to agree with the markers, out of fold, for each kind by itself. */
const targetAgreement: Thresholds = { met: 0.98, partial: 0.96, unmet: 0.975, unmetUnexplained: 0.975 }

/** The lowest threshold of each kind of decision from which on up the out-of-fold agreement reaches the target. */
function thresholdsFor(folds: readonly OutOfFold[], temperature: number): Thresholds {
  const groups: Record<keyof Thresholds, { confidence: number; agreed: boolean }[]> = {
    met: [],
    partial: [],
    unmet: [],
    unmetUnexplained: [],
  }
  for (const { row, model } of folds) {
    const { score, confidence } = forcedVerdict({ ...model, temperature }, row)
    groups[kindOf(score, row.unexplained)].push({ confidence, agreed: agrees(score, row.label) })
  }
  const lowest = (decisions: { confidence: number; agreed: boolean }[], target: number): number => {
    const sorted = [...decisions].sort((a, b) => b.confidence - a.confidence)
    let errors = 0
    let threshold = 0.995
    sorted.forEach((decision, index) => {
      if (!decision.agreed) errors += 1
      const next = sorted[index + 1]
      // A little is added to the errors, so that a handful of lucky decisions opens no door.
      const agreement = 1 - (errors + 0.5) / (index + 1)
      if (agreement >= target && next?.confidence !== decision.confidence) threshold = decision.confidence
    })
    return Math.round(Math.max(0.5, threshold) * 1000) / 1000
  }
  return {
    met: lowest(groups.met, targetAgreement.met),
    partial: lowest(groups.partial, targetAgreement.partial),
    unmet: lowest(groups.unmet, targetAgreement.unmet),
    unmetUnexplained: lowest(groups.unmetUnexplained, targetAgreement.unmetUnexplained),
  }
}

const rounded = (values: readonly number[]): number[] =>
  values.map((value) => Math.round(value * 1e3) / 1e3 || 0)
const roundedPair = ({ half, full }: { half: readonly number[]; full: readonly number[] }) => ({
  half: rounded(half),
  full: rounded(full),
})

/** Fits the weights; temperature and thresholds are those of `base`. Deterministic, as `trainModel`. */
export function refitWeights(rows: readonly LabelledCriterion[], base: Model): Model {
  const { shared, criteria, ...fitted } = fitWeights(rows, base)
  return {
    ...fitted,
    version: `trained-${rows.length}`,
    shared: roundedPair(shared),
    criteria: Object.fromEntries(Object.entries(criteria).map(([id, own]) => [id, roundedPair(own)])),
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
  return { ...refitWeights(rows, base), temperature, thresholds: thresholdsFor(folds, temperature) }
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
