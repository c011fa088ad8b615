import { z } from 'zod'

export const activations = ['tanh', 'sigmoid', 'relu', 'linear'] as const
export type Activation = (typeof activations)[number]

/** Largest slope of the activation: tanh and sigmoid reach it at 0 only, an active ReLU and a linear unit everywhere. */
export const largestDerivative: Readonly<Record<Activation, number>> = {
  tanh: 1,
  sigmoid: 0.25,
  relu: 1,
  linear: 1,
}

/** One variant. Weight and length are both given (numeric variant) or both null (the question in words). */
export const paramsSchema = z
  .object({
    activation: z.enum(activations),
    recurrentWeight: z
      .number()
      .refine((weight) => weight !== 0, 'must not be zero')
      .refine((weight) => Math.abs(weight) <= 1000, 'must lie between -1000 and 1000')
      .nullable(),
    sequenceLength: z.number().int().min(2).max(10_000).nullable(),
    hiddenLayers: z.literal(1),
  })
  .strict()
  .refine((params) => (params.recurrentWeight === null) === (params.sequenceLength === null), {
    path: ['sequenceLength'],
    message: 'recurrentWeight and sequenceLength are given together or not at all',
  })
  .readonly()
export type Params = z.infer<typeof paramsSchema>

/** The numbers of a numeric variant. */
export interface Numbers {
  /** The recurrent weight as given, sign included. */
  readonly weight: number
  /** T, the number of time steps; there are T - 1 transitions between the first and the last. */
  readonly length: number
}

export function numbersOf(params: Params): Numbers | null {
  if (params.recurrentWeight === null || params.sequenceLength === null) return null
  return { weight: params.recurrentWeight, length: params.sequenceLength }
}

/** Whatever arrives becomes text as typed, a number its digits; missing is ''. */
const text = z.union([z.string(), z.number().transform(String)]).catch('')
export const responseSchema = z
  .object({ explanation: text, bound: text })
  .catch({ explanation: '', bound: '' })
export type Response = z.infer<typeof responseSchema>
