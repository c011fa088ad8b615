import { z } from 'zod'

/** Drawn values, and the options' places (from 0, as the author wrote them) in the order in which they are shown. */
export const paramsSchema = z
  .strictObject({
    values: z.record(z.string().max(30), z.string().regex(/^-?\d{1,20}(\.\d{1,20})?$/)).readonly(),
    order: z.array(z.number().int().min(0).max(11)).max(12).readonly(),
  })
  .readonly()
export type ChoiceParams = z.infer<typeof paramsSchema>

/** 'A' for the first. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place)
