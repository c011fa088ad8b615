import { z } from 'zod'
import { localizedSchema } from '@/lib/core/localized'
import type { ExamDraft } from '@/lib/use-cases/exam-builder'

const points = z.number().int().min(1, 'points').max(100_000, 'points')
const words = (most: number) => z.object({ ko: z.string().max(most), en: z.string().max(most) })
const rowSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('section'), title: words(200), text: words(4_000) }),
  z.object({ kind: z.literal('fixed'), versionId: z.string(), points }),
  z
    .object({
      kind: z.literal('pool'),
      draw: z.number().int().min(1, 'draw'),
      points,
      versionIds: z.array(z.string()).min(1, 'pool').max(200),
    })
    .refine(({ draw, versionIds }) => draw <= versionIds.length, { error: 'draw', path: ['draw'] }),
])
const draftSchema = z.object({
  title: localizedSchema,
  description: localizedSchema,
  rows: z.array(rowSchema).max(200),
})

const revision = z.coerce.number().int().min(0)

export const saveInputSchema = z.object({
  examId: z.string(),
  base: revision,
  draft: z
    .string()
    .max(200_000, 'tooLong')
    .transform((text, context): ExamDraft => {
      const parsed = draftSchema.safeParse(safeJson(text))
      if (parsed.success) return parsed.data
      context.issues.push({
        code: 'custom',
        message: parsed.error.issues[0]?.message ?? 'draft',
        input: text,
      })
      return z.NEVER
    }),
})

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export const publishInputSchema = z.object({
  examId: z.string(),
  base: revision,
  published: z.enum(['0', '1']),
})

export const duplicateInputSchema = z.object({
  examId: z.string(),
  courseId: z.string(),
  shiftDays: z
    .string()
    .trim()
    .regex(/^-?\d{1,4}$/, 'days')
    .transform(Number),
})
