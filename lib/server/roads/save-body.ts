import { z } from 'zod'
import { MAX_STAGES, MAX_TEXT, responseSchema } from '@/lib/question/field'

/** As the database counts. */
const count = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1)

/** A save as a page sends it. */
export const saveBody = z.object({
  itemId: z.uuid(),
  mutationId: z.uuid(),
  /** The window's number, as taking the seat gave it. */
  seat: count,
  /** When it was typed, by the server's clock as the page knows it. */
  typedAt: z.coerce.date().min(new Date(0)).optional(),
  /** Latest revision that the client knows of. */
  base: count,
  response: responseSchema.refine(
    (response) =>
      Object.values(response).every((value) =>
        typeof value === 'string' ? value.length <= MAX_TEXT : value.length <= MAX_STAGES,
      ),
    { error: `a text has at most ${MAX_TEXT} characters, a sketch at most ${MAX_STAGES} stages` },
  ),
})
