import { z } from 'zod'
import { formulaSchema, plainText, variableSchema } from '@/lib/grading/program/schema'
import { activationQuestion } from './default-question'

export const optionSchema = z.strictObject({
  text: plainText.prefault({}),
  correct: z.boolean().default(false),
  /** Of a wrong option: the share of the points that choosing it keeps (one choice), or takes away (several). */
  credit: z.number().min(0).max(1).default(0),
  feedback: plainText.prefault({}),
})

/** What an author declares. With `{}`: which activation saturates (default-question.ts). */
export const choiceSchema = z
  .strictObject({
    statement: plainText.prefault(activationQuestion.statement),
    /** Several may be chosen, and all that are right have to be. */
    multiple: z.boolean().default(false),
    options: z.array(optionSchema).max(12).readonly().prefault(activationQuestion.options),
    shuffle: z.boolean().default(true),
    variables: z.array(variableSchema).max(20).readonly().default([]),
    constraints: z.array(formulaSchema).max(10).readonly().default([]),
    solution: plainText.prefault(activationQuestion.solution),
    points: z.number().positive().max(1_000).default(1),
    effortSpread: z.number().min(0).max(10).default(1),
  })
  .readonly()
export type ChoiceSettings = z.infer<typeof choiceSchema>
