import { z } from 'zod'
import { oncePer } from '@/lib/core/once-per'
import type { Network } from '@/lib/grading/parameter-count/network'

/** With at most ten layers of at most 100,000 units every count but the product of all sizes stays far below 2^53. */
const LARGEST_LAYER = 100_000
const MOST_HIDDEN = 8

const size = z
  .int({ error: 'give the number of units as a whole number' })
  .min(1, { error: 'a layer has at least 1 unit' })
  .max(LARGEST_LAYER, { error: `a layer has at most ${LARGEST_LAYER} units` })

/** One network: sizes of its layers, and whether every unit behind the input has a bias. */
export const paramsSchema = z
  .strictObject({
    inputs: size,
    /** Widths from the input side to the output side; [] connects the input to the output. */
    hidden: z
      .array(size)
      .max(MOST_HIDDEN, { error: `at most ${MOST_HIDDEN} hidden layers` })
      .readonly(),
    outputs: size,
    biases: z.boolean({ error: 'say true or false' }),
  })
  .readonly()
export type Params = z.infer<typeof paramsSchema>

export const networkOf = oncePer(
  ({ inputs, hidden, outputs, biases }: Params): Network => ({
    sizes: [inputs, ...hidden, outputs],
    biases,
  }),
)
