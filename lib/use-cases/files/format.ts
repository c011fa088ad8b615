import { z } from 'zod'
import type { JsonObject } from '@/lib/core/json'
import { localizedSchema } from '@/lib/core/localized'
import { examRulesSchema } from '@/lib/exam/rules'
import { allowedUrlSchema } from '@/lib/exam/seb/settings'

/** Questions, banks and exams as one JSON file, which lives in git as well as in a course. */

const settings: z.ZodType<JsonObject> = z.record(z.string(), z.json())
const content = {
  title: localizedSchema,
  settings,
  /** Where set, every student gets these params. */
  fixedParams: settings.nullable().default(null),
}

const versionSchema = z.strictObject({ ...content, note: z.string().max(500).default('') })

const questionSchema = z.strictObject({
  /** Names the question within the file. */
  key: z.string().min(1).max(80),
  type: z.string().min(1).max(80),
  tags: z.array(z.string().min(1).max(80)).max(50).readonly().default([]),
  /** Published versions, oldest first: the first is version 1. */
  versions: z.array(versionSchema).max(200).readonly().default([]),
  /** What is being edited and differs from the last version. */
  draft: z.strictObject(content).nullable().default(null),
})

const reference = z.strictObject({
  /** Key of a question in this file, and the number of its version. */
  question: z.string().min(1).max(80),
  version: z.number().int().min(1),
})
/** Hundredths of a point. */
const points = z.number().int().min(0).max(100_000)

const rowSchema = z.discriminatedUnion('kind', [
  /** A heading over the problems below; its text is Markdown. */
  z.strictObject({ kind: z.literal('section'), title: localizedSchema, text: localizedSchema }),
  z.strictObject({ kind: z.literal('fixed'), ...reference.shape, points }),
  z.strictObject({
    kind: z.literal('pool'),
    draw: z.number().int().min(1).max(500),
    points,
    from: z.array(reference).min(1).max(500).readonly(),
  }),
])

const examSchema = z.strictObject({
  title: localizedSchema,
  description: localizedSchema,
  rules: examRulesSchema,
  /** Where it is taken in Safe Exam Browser. The quit password and Browser Exam Keys are never written. */
  safeExamBrowser: z
    .strictObject({
      allowQuit: z.boolean().default(true),
      allowedUrls: z.array(allowedUrlSchema).max(50).readonly().default([]),
    })
    .optional(),
  opensAt: z.iso.datetime({ offset: true }).nullable().default(null),
  closesAt: z.iso.datetime({ offset: true }).nullable().default(null),
  rows: z.array(rowSchema).max(500).readonly(),
})

export const documentSchema = z.strictObject({
  /** For editors that look up a schema. */
  $schema: z.string().max(500).optional(),
  format: z.literal('quizgrad'),
  version: z.literal(1),
  questions: z.array(questionSchema).max(2_000).readonly(),
  /** An exam of these questions. */
  exam: examSchema.optional(),
})
export type FileDocument = z.infer<typeof documentSchema>
export type FileQuestion = FileDocument['questions'][number]
export type FileExam = NonNullable<FileDocument['exam']>

/** The format for other programs, as JSON Schema. */
export const jsonSchema = (): object => ({
  ...z.toJSONSchema(documentSchema, { io: 'input', unrepresentable: 'any' }),
  title: 'quizgrad questions and exams',
})

/** The text of a file: the same content gives the same text, so that versions of it can be compared line by line. */
export const writeFile = (document: FileDocument): string =>
  `${JSON.stringify(document, (name, value) => (FREE.has(name) ? inOrder(value) : value), 2)}\n`

/** Whose keys stand in no order of their own: the database keeps none. */
const FREE = new Set(['settings', 'fixedParams', 'rules'])

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, inOrder(each)]),
  )
}
