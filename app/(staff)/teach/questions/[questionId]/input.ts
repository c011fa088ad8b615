import { z } from 'zod'
import type { JsonObject } from '@/lib/core/json'
import { localizedSchema } from '@/lib/core/localized'
import type { PublishError } from '@/lib/use-cases/question-bank'

/** Longest text of one form field that holds JSON. */
const LONGEST = 400_000

/** Text as JSON of a shape; a text that is none gets the message that the form has words for. */
const json = <Value>(schema: z.ZodType<Value>) =>
  z
    .string()
    .max(LONGEST, 'tooLong')
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.issues.push({ code: 'custom', message: 'json', input: text })
        return z.NEVER
      }
    })
    .pipe(schema)

const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json())
const revision = z.coerce.number().int().min(0)

export const draftInputSchema = z.object({
  questionId: z.string(),
  base: revision,
  draft: json(z.object({ title: localizedSchema, settings: jsonObject, fixedParams: jsonObject.nullable() })),
  tags: z.string().transform((text) => [
    ...new Set(
      text
        .split(',')
        .map((tag) => tag.trim().replace(/^#/, ''))
        .filter((tag) => tag !== ''),
    ),
  ]),
})

export const publishInputSchema = z.object({
  questionId: z.string(),
  base: revision,
  note: z.string().trim().max(500, 'tooLong'),
})

export const tryInputSchema = z.object({
  questionId: z.string(),
  seed: z.string().max(100),
  response: json(z.unknown()),
})

/** `courseId`: another course to copy it to. */
export const copyInputSchema = z.object({ questionId: z.string(), courseId: z.string().optional() })
export const shareInputSchema = z.object({
  questionId: z.string(),
  courseId: z.string(),
  shared: z.enum(['0', '1']),
})
export const archiveInputSchema = z.object({ questionId: z.string(), archived: z.enum(['0', '1']) })

export const moveInputSchema = z.object({
  questionId: z.string(),
  examId: z.string(),
  versionId: z.string(),
  evenIfRunning: z.literal('1').optional(),
})

export type Refusal = PublishError | { readonly kind: 'running' }

export const learnInputSchema = z.object({ questionId: z.string(), note: z.string().max(500) })

export const testInputSchema = z.object({
  questionId: z.string(),
  seed: z.string().max(100),
  text: z.string().max(LONGEST, 'tooLong'),
})
