import { z } from 'zod'

/** A name in formulas and in {{ }}. */
const nameSchema = z.string().refine((text) => /^[A-Za-z][A-Za-z0-9_]{0,29}$/.test(text), {
  error: 'A name: a letter, then letters, digits and _.',
  params: { ko: '이름은 영문자로 시작하고 영문자, 숫자, _만 씁니다.' },
})
export const formulaSchema = z.string().max(1_000)
export const plainText = z.strictObject({
  ko: z.string().max(4_000).default(''),
  en: z.string().max(4_000).default(''),
})
export const textSchema = plainText.prefault({})
const share = z.number().min(0).max(1)

export const variableSchema = z.strictObject({
  name: nameSchema.default('n'),
  /** range: whole numbers from min to max; values: one of the list; formula: of the variables before it. */
  from: z.enum(['range', 'values', 'formula']).default('range'),
  min: z.number().int().min(-1_000_000).max(1_000_000).default(1),
  max: z.number().int().min(-1_000_000).max(1_000_000).default(9),
  step: z.number().int().min(1).max(100_000).default(1),
  values: z.array(z.number()).max(100).readonly().default([]),
  formula: formulaSchema.default(''),
})

export const partSchema = z.strictObject({
  id: nameSchema.default('answer'),
  label: textSchema,
  hint: textSchema,
  key: formulaSchema.default(''),
  /** 0: exact. Else how far the answer may be off, as a share of the key. */
  tolerance: z.number().min(0).max(0.5).default(0),
  points: z.number().positive().max(1_000).default(1),
})

export const mistakeSchema = z.strictObject({
  id: z
    .string()
    .refine((text) => /^[a-z][a-z0-9-]{0,39}$/.test(text), {
      error: 'A name: small letters, digits and hyphens.',
      params: { ko: '이름은 소문자, 숫자, 하이픈으로 씁니다.' },
    })
    .default('mistake'),
  part: z.string().max(30).default('answer'),
  formula: formulaSchema.default(''),
  credit: share.default(0.5),
  title: textSchema,
  feedback: textSchema,
})

/** Variables, formulas of answers and wrong answers, and the text that names them. */
export interface ProgramSettings {
  readonly statement: z.infer<typeof plainText>
  readonly variables: readonly z.infer<typeof variableSchema>[]
  readonly constraints: readonly string[]
  readonly parts: readonly z.infer<typeof partSchema>[]
  readonly mistakes: readonly z.infer<typeof mistakeSchema>[]
}
