import { z } from 'zod'
import { localizedSchema } from '@/lib/core/localized'

/** A drawing as data, with a sentence that says the same for someone who cannot see it. */
export const figureSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('layered-network'),
    alt: localizedSchema,
    /** Input layer first. */
    layers: z.array(z.object({ units: z.number().int().positive(), label: localizedSchema })).readonly(),
    /** Whether a bias is drawn at every layer but the input. */
    biases: z.boolean(),
  }),
  z.object({
    kind: z.literal('pipeline'),
    alt: localizedSchema,
    stages: z
      .array(
        z.object({
          /** grid: a map of height × width; kernel: an operation. */
          shape: z.enum(['grid', 'padded-grid', 'operation']),
          title: localizedSchema,
          detail: localizedSchema,
        }),
      )
      .readonly(),
  }),
  z.object({
    kind: z.literal('unrolled-recurrence'),
    alt: localizedSchema,
    /** Subscripts of the steps shown; null stands for the steps left out between its neighbours. */
    steps: z.array(z.string().nullable()).readonly(),
    recurrentLabel: z.string(),
    inputLabel: z.string(),
    stateLabel: z.string(),
    /** Where the loss is attached: the last step. */
    lossLabel: z.string(),
  }),
])
export type Figure = z.infer<typeof figureSchema>
