import { z } from 'zod'
import { localizedSchema } from '@/lib/core/localized'
import { fieldSchema } from './field'
import { figureSchema } from './figure'

/** All that a student receives of a problem before release; everything else is dropped by parsing. */
export const publicQuestionSchema = z.object({
  slug: z.string(),
  title: localizedSchema,
  statement: localizedSchema,
  figure: figureSchema.nullable(),
  fields: z.array(fieldSchema).readonly(),
})
export type PublicQuestion = z.infer<typeof publicQuestionSchema>
