import { z } from 'zod'
import { variableSchema } from '../computed/settings'
import { activationQuestion } from './default-question'

const text = z.strictObject({ ko: z.string().max(2_000).default(''), en: z.string().max(2_000).default('') })

export const optionSchema = z.strictObject({
  text: text.prefault({}),
  correct: z.boolean().default(false),
  /** Of a wrong option: the share of the points that choosing it keeps (one choice), or takes away (several). */
  credit: z.number().min(0).max(1).default(0),
  feedback: text.prefault({}),
})

/** What an author declares. With `{}`: which activation saturates (default-question.ts). */
export const choiceSchema = z
  .strictObject({
    statement: text.prefault(activationQuestion.statement),
    /** Several may be chosen, and all that are right have to be. */
    multiple: z.boolean().default(false),
    options: z.array(optionSchema).max(12).readonly().prefault(activationQuestion.options),
    shuffle: z.boolean().default(true),
    variables: z.array(variableSchema).max(20).readonly().default([]),
    constraints: z.array(z.string().max(1_000)).max(10).readonly().default([]),
    solution: text.prefault(activationQuestion.solution),
    points: z.number().positive().max(1_000).default(1),
    effortSpread: z.number().min(0).max(10).default(1),
  })
  .readonly()
export type ChoiceSettings = z.infer<typeof choiceSchema>
