import { z } from 'zod'
import { type FeatureName, type Features, featureNames } from './features'
import { logistic, margin, type Traits } from './regression'

/** Weights of the features, then of the marks; a model may leave out the marks. */
const weights = z.array(z.number()).min(featureNames.length).readonly()
const pair = z.object({ half: weights, full: weights }).readonly()

/** How sure each kind of decision has to be to be made without a person. */
const thresholdsSchema = z
  .object({ met: z.number(), partial: z.number(), unmet: z.number(), unmetUnexplained: z.number() })
  .readonly()
export type Thresholds = z.infer<typeof thresholdsSchema>

/** What training leaves behind: for each criterion the weights of "at least half" and of "full". */
export const modelSchema = z
  .object({
    version: z.string(),
    rubric: z.string(),
    rubricVersion: z.number().int(),
    features: z.array(z.string()).readonly(),
    /** Names of the ideas that have weights; ideas added to the rubric since count for nothing until it is retrained. */
    marks: z.array(z.string()).readonly(),
    /** Divides margins so that probabilities match out-of-fold frequencies. */
    temperature: z.number().positive(),
    thresholds: thresholdsSchema,
    /** For criteria without labels of their own. */
    shared: pair,
    criteria: z.record(z.string(), pair).readonly(),
  })
  .refine((model) => model.features.join() === featureNames.join(), {
    message: 'trained on other features: run rubric:train',
  })
  .readonly()
export type Model = z.infer<typeof modelSchema>

const prior = (values: Partial<Record<FeatureName, number>>): number[] =>
  featureNames.map((name) => values[name] ?? 0)

/** The grammar's verdict as weights: where training starts and, without labels, ends. */
export const grammarPrior = {
  half: prior({ bias: -3, full: 6, half: 5, capped: -2, fullStray: -4, halfStray: -4 }),
  full: prior({ bias: -4, full: 6.5, half: 0.5, capped: -2, fullStray: -4 }),
}

/** The model that says what the grammar says. */
export const grammarModel = (rubric: string, rubricVersion: number): Model => ({
  version: 'grammar',
  rubric,
  rubricVersion,
  features: featureNames,
  marks: [],
  temperature: 1,
  thresholds: { met: 0.85, partial: 0.6, unmet: 0.9, unmetUnexplained: 0.99 },
  shared: grammarPrior,
  criteria: {},
})

const columns = new WeakMap<readonly string[], ReadonlyMap<string, number>>()

function columnsOf(marks: readonly string[]): ReadonlyMap<string, number> {
  const known = columns.get(marks)
  if (known !== undefined) return known
  const made = new Map(marks.map((name, index) => [name, featureNames.length + index]))
  columns.set(marks, made)
  return made
}

/** The marks of the answer read last: they are the same for all of its criteria. */
let last:
  | { readonly names: readonly string[]; readonly of: readonly string[]; readonly columns: Int32Array }
  | undefined

/** The same with the marks as columns of weights. */
export function traitsOf(marks: readonly string[], features: Features): Traits {
  if (last?.names !== features.marks || last.of !== marks) {
    const known = columnsOf(marks)
    const found = new Int32Array(features.marks.length)
    let count = 0
    for (const name of features.marks) {
      const column = known.get(name)
      if (column !== undefined) found[count++] = column
    }
    last = { names: features.marks, of: marks, columns: found.subarray(0, count) }
  }
  return { features: features.features, marks: last.columns }
}

/** Probabilities that the label is at least half, and that it is full. */
export function probabilities(
  model: Model,
  criterion: string,
  features: Features,
): { half: number; full: number } {
  const own = model.criteria[criterion] ?? model.shared
  const traits = traitsOf(model.marks, features)
  const half = logistic(margin(own.half, traits) / model.temperature)
  const full = Math.min(half, logistic(margin(own.full, traits) / model.temperature))
  return { half, full }
}

/** From which probability of "at least half" on half is given. */
const halfFrom = 0.5

/** The verdict of 0, 0.5 and 1, and how probable exactly this one is. */
export function verdictOf({ half, full }: { half: number; full: number }): {
  score: 0 | 0.5 | 1
  confidence: number
} {
  if (full >= 0.5) return { score: 1, confidence: full }
  if (half >= halfFrom) return { score: 0.5, confidence: half - full }
  return { score: 0, confidence: 1 - half }
}
