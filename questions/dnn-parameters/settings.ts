import { z } from 'zod'
import type { SettingsProblem } from '@/lib/question/contract'
import { wordingSchema } from '@/lib/question/wording'
import { describeCollision, firstValidNetwork, networkCount } from './variants'
import { wordingNames } from './wording-names'

const range = (what: string, least: number, most: number, fallback: { min: number; max: number }) => {
  const end = z
    .int({ error: `${what}: give a whole number` })
    .min(least, { error: `${what}: at least ${least}` })
    .max(most, { error: `${what}: at most ${most}` })
  return z
    .strictObject({
      min: end.default(fallback.min),
      max: end.default(fallback.max),
      /** Only every step-th size from min on, e.g. 32 for widths such as 64, 96, 128. */
      step: z
        .int()
        .min(1, { error: `${what}: the step is at least 1` })
        .default(1),
    })
    .refine(({ min, max }) => min <= max, {
      error: `${what}: min must not be above max`,
      path: ['max'],
      params: { ko: '최댓값은 최솟값 이상이어야 합니다.' },
    })
    .readonly()
    .default({ ...fallback, step: 1 })
}

const credit = (fallback: number) =>
  z
    .number()
    .min(0, { error: 'a credit is at least 0' })
    .max(1, { error: 'a credit is at most 1' })
    .default(fallback)

/** What each known wrong way still earns, as a share of the points; two at once earn the product of their shares. */
const givenCreditSchema = z
  .strictObject({
    'biases-missing': credit(0.5),
    'layer-biases-missing': credit(0.75),
    'connection-missing': credit(0.5),
    'input-biases-added': credit(0.75),
    'one-bias-per-layer': credit(0.6),
    'one-bias-in-all': credit(0.5),
    'biases-per-sender': credit(0.6),
    'biases-added': credit(0.6),
    'sizes-added': credit(0.2),
    'weights-missing': credit(0.2),
    'units-counted': credit(0),
    'product-of-sizes': credit(0.1),
    /** A right expression followed by a number that it doesn't come to; again for every further break. */
    'arithmetic-slip': credit(0.85),
    /** Equals signs that carry on, as in 6×5+5 = 35+24+15: what the sum is worth, times this. */
    'run-on-equals': credit(0.9),
    /** The most that an answer earns whose expression fits the network only in part. */
    'partly-right': credit(0.8),
  })
  .readonly()
export type Credit = z.infer<typeof givenCreditSchema>
/** Parsed once: settings are read with every answer. */
const creditSchema = givenCreditSchema.default(givenCreditSchema.parse({}))

/** More networks than this would take seconds to certify. */
const MOST_NETWORKS = 60_000

/** What an author chooses. With `{}`: two hidden layers, 5,592 networks (see variants.ts for which are offered). */
export const settingsSchema = z
  .strictObject({
    inputs: range('inputs', 1, 2_000, { min: 8, max: 24 }),
    hiddenLayers: range('hidden layers', 1, 4, { min: 2, max: 2 }),
    hiddenUnits: range('hidden units', 1, 2_000, { min: 6, max: 20 }),
    outputs: range('outputs', 1, 2_000, { min: 3, max: 10 }),
    biases: z.boolean().default(true),
    /** How far a variant's effort may lie from the median, as a share of it. */
    effortSpread: z.number().min(0).max(10).default(0.1),
    credit: creditSchema,
    points: z.number().positive({ error: 'points are above 0' }).max(1_000).default(2),
    wording: wordingSchema(wordingNames),
  })
  .readonly()
export type Settings = z.infer<typeof settingsSchema>

/** Why the ranges leave no network, or too many to certify; null where all is well. */
export function settingsProblem(settings: Settings): SettingsProblem | null {
  const count = networkCount(settings)
  if (count > MOST_NETWORKS) {
    const message = {
      ko: `이 범위에는 신경망이 ${count}개 있습니다. 범위를 좁히거나 간격을 넓혀 ${MOST_NETWORKS}개 이하로 줄이세요.`,
      en: `these ranges hold ${count} networks; narrow them or widen the steps to at most ${MOST_NETWORKS}`,
    }
    return { property: 'hiddenUnits', message }
  }
  return firstValidNetwork(settings) === null
    ? { property: 'hiddenUnits', message: describeCollision(settings) }
    : null
}
