import { z } from 'zod'

/** What was typed, by part; a number sent as one is its text, anything else that is no text is nothing typed. */
export const responseSchema = z
  .record(z.string(), z.union([z.string(), z.number().transform(String)]).catch(''))
  .catch({})
