import { z } from 'zod'

export const askInputSchema = z.object({
  attemptId: z.string(),
  /** Item, part and criterion (empty for the whole part), as the page's list names them. */
  about: z
    .string('about')
    .transform((text) => text.split('|'))
    .pipe(z.tuple([z.string(), z.string(), z.string()], 'about'))
    .transform(([itemId, part, criterion]) => ({ itemId, part, criterion })),
  words: z.string('words').trim().min(1, 'words').max(2000, 'words'),
})
