import { z } from 'zod'

/** What was drawn: the value of each range and list, as a plain decimal. What formulas make of them is worked out anew. */
export const paramsSchema = z
  .strictObject({
    values: z
      .record(
        z.string().max(30),
        z.string().regex(/^-?\d{1,20}(\.\d{1,20})?$/, { error: 'a plain decimal such as 12 or 0.5' }),
      )
      .readonly(),
  })
  .readonly()
export type ComputedParams = z.infer<typeof paramsSchema>
