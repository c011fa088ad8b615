import { z } from 'zod'
import {
  formulaSchema,
  mistakeSchema,
  partSchema,
  plainText,
  variableSchema,
} from '@/lib/grading/program/schema'
import { convolutionLayer } from './default-question'

/** What an author declares. With `{}`: the parameters of a convolutional layer (default-question.ts). */
export const computedSchema = z
  .strictObject({
    statement: plainText.prefault(convolutionLayer.statement),
    variables: z.array(variableSchema).max(20).readonly().prefault(convolutionLayer.variables),
    /** Formulas that have to hold (not 0) in every variant. */
    constraints: z.array(formulaSchema).max(10).readonly().default([]),
    parts: z.array(partSchema).min(1).max(10).readonly().prefault(convolutionLayer.parts),
    mistakes: z.array(mistakeSchema).max(30).readonly().prefault(convolutionLayer.mistakes),
    solution: plainText.prefault(convolutionLayer.solution),
    effortSpread: z.number().min(0).max(10).default(1),
  })
  .readonly()
export type ComputedSettings = z.infer<typeof computedSchema>
