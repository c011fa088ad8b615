import { z } from 'zod'
import { wordingSchema } from '@/lib/question/wording'
import { type Slip, slips } from './slips'
import { wordingNames } from './wording-names'

/** Kinds of variant: what the student has to think about. */
export const variantForms = [
  'square-kernel',
  'rectangular-kernel',
  'dilated',
  'given-padding',
  'strided',
] as const
export type VariantForm = (typeof variantForms)[number]

const share = z.number().min(0).max(1)
const points = z.number().min(0).max(100)

const range = (low: number, high: number, defaults: { min: number; max: number }) =>
  z
    .strictObject({
      min: z.number().int().min(low).max(high).default(defaults.min),
      max: z.number().int().min(low).max(high).default(defaults.max),
    })
    .refine(({ min, max }) => min <= max, {
      message: 'min is above max',
      path: ['max'],
      params: { ko: '최댓값은 최솟값 이상이어야 합니다.' },
    })
    .prefault({})

/** What each slip still earns of its part's points; a pair earns the product. */
const defaultCredit: Record<Slip, number> = {
  'padding-total': 0.5,
  'half-kernel': 0.5,
  'half-kernel-rounded-up': 0.5,
  'no-padding': 0.25,
  'padding-one-side': 0.5,
  'dilation-ignored': 0.5,
  'stride-ignored': 0.25,
  'plus-one-forgotten': 0.5,
  'axes-swapped': 0.5,
}

const credits = z
  .strictObject(
    Object.fromEntries(slips.map((slip) => [slip, share.default(defaultCredit[slip])])) as Record<
      Slip,
      z.ZodDefault<typeof share>
    >,
  )
  .prefault({})

/** What the author chooses; whether any variant is left is checked in settings.ts. */
export const settingsFields = z.strictObject({
  forms: z
    .array(z.enum(variantForms))
    .min(1)
    .default(['rectangular-kernel', 'dilated', 'given-padding', 'strided'])
    .transform((forms) => variantForms.filter((form) => forms.includes(form)))
    .readonly(),
  /** Height and width are multiples of `multipleOf` from min to max. */
  image: z
    .strictObject({
      min: z.number().int().min(8).max(1024).default(32),
      max: z.number().int().min(8).max(1024).default(160),
      multipleOf: z.number().int().min(1).max(128).default(16),
    })
    .refine(({ min, max }) => min <= max, {
      message: 'min is above max',
      path: ['max'],
      params: { ko: '최댓값은 최솟값 이상이어야 합니다.' },
    })
    .prefault({}),
  /** Sides of the kernel; only odd ones where the padding is chosen by the student. */
  kernel: range(2, 31, { min: 3, max: 9 }),
  dilation: z.strictObject({ max: z.number().int().min(1).max(8).default(3) }).prefault({}),
  /** Of the strided form, from 2 up. */
  stride: z.strictObject({ max: z.number().int().min(1).max(8).default(3) }).prefault({}),
  /** Where the padding is given. */
  padding: range(1, 16, { min: 2, max: 6 }),
  /** Largest distance of a variant's effort from the median, as a share of the median. */
  effortSpread: z.number().min(0.02).max(10).default(0.1),
  points: z
    .strictObject({
      padding: points.default(1),
      paddedSize: points.default(1),
      outputSize: points.default(1),
      sketch: points.default(1),
    })
    .refine((all) => all.paddedSize > 0 && all.outputSize > 0 && all.padding > 0 && all.sketch > 0, {
      message: 'every part needs points',
      params: { ko: '모든 부분에 배점이 있어야 합니다.' },
    })
    .prefault({}),
  credits,
  /** A right expression that is worked out wrongly: what is kept, for each sign that does not hold. */
  arithmeticSlip: share.default(0.85),
  sketch: z
    .strictObject({
      /** Share of a stage's points for having it, with something written on it; the rest is for right labels. */
      presence: share.default(0.25),
      /** Share of the sketch lost where its stages are out of order, once. */
      reorderLoss: share.default(0.25),
      /** Share lost for each block that does not belong there or stands twice. */
      extraLoss: share.default(0.1),
    })
    .prefault({}),
  wording: wordingSchema(wordingNames),
})

export type ConvOutputSettings = z.infer<typeof settingsFields>
