import { z } from 'zod'
import { localizedSchema } from '@/lib/core/localized'

const named = { name: z.string(), label: localizedSchema, hint: localizedSchema }

/** A block that a pipeline sketch can be built from, and what is written on it. */
export const sketchBlockSchema = z
  .object({
    stage: z.string(),
    label: localizedSchema,
    /** Property names of the sketch stage, in the order in which they are asked. */
    inputs: z
      .array(
        z.object({ name: z.string(), label: localizedSchema, kind: z.enum(['size', 'padding', 'integer']) }),
      )
      .readonly(),
  })
  .readonly()
export type SketchBlock = z.infer<typeof sketchBlockSchema>

/** One of several to choose from; the letter is its place as it is shown. */
export const choiceOptionSchema = z
  .object({ value: z.string(), letter: z.string(), text: localizedSchema })
  .readonly()
export type ChoiceOption = z.infer<typeof choiceOptionSchema>

/**
 * What the student fills in, as data; the page draws any type from it. The response of a problem is one JSON object
 * with the field's name as key: a string as typed for every kind but `sketch`, whose value is a list of stages.
 */
export const fieldSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('expression'), ...named }),
  z.object({ kind: z.literal('integer'), ...named }),
  z.object({ kind: z.literal('padding'), ...named }),
  z.object({ kind: z.literal('size'), ...named }),
  z.object({ kind: z.literal('text'), ...named, maxLength: z.number().int().positive() }),
  /** Answered with the values of the chosen options, separated by commas. */
  z.object({
    kind: z.literal('choice'),
    ...named,
    multiple: z.boolean(),
    options: z.array(choiceOptionSchema).readonly(),
  }),
  z.object({
    kind: z.literal('sketch'),
    ...named,
    blocks: z.array(sketchBlockSchema).readonly(),
    maxStages: z.number().int().positive(),
  }),
])
export type Field = z.infer<typeof fieldSchema>
export type FieldKind = Field['kind']

/** One stage of a pipeline sketch as the student wrote it: `stage` names the block, the rest is text as typed. */
export const sketchStageSchema = z.object({ stage: z.string() }).catchall(z.string())
export type SketchStage = z.infer<typeof sketchStageSchema>

/** Longest text and longest sketch that are stored; fields may ask for less. */
export const MAX_TEXT = 20_000
export const MAX_STAGES = 40

/** A response as it is stored: text as typed, or the stages of a sketch. */
export const responseSchema = z.record(z.string(), z.union([z.string(), z.array(sketchStageSchema)]))
export type StoredResponse = z.infer<typeof responseSchema>

// PostgreSQL stores neither; they are shown as the sign for a character that can't be shown.
const storableText = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\ufffd')

/** The response with nothing in it that the database would refuse. */
export const toStorable = (response: StoredResponse): StoredResponse =>
  Object.fromEntries(
    Object.entries(response).map(([name, value]) => [
      storableText(name),
      typeof value === 'string' ? storableText(value) : value.map(storableStage),
    ]),
  )

const storableStage = (stage: SketchStage): SketchStage => ({
  ...Object.fromEntries(
    Object.entries(stage).map(([name, text]) => [storableText(name), storableText(text)]),
  ),
  stage: storableText(stage.stage),
})
