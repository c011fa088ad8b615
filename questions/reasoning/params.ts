import { z } from 'zod'

/** Everybody gets the same question. */
export const paramsSchema = z.object({}).readonly()

export const responseSchema = z
  .object({ explanation: z.union([z.string(), z.number().transform(String)]).catch('') })
  .catch({ explanation: '' })
export type Response = z.infer<typeof responseSchema>
