import { z } from 'zod'
import { localizedSchema } from '@/lib/core/localized'

/** Words of the answer that a criterion rests on, or that speak against it: `answer.slice(start, end) === text`. */
export const evidenceSchema = z
  .object({
    /** UTF-16 offsets into the answer as typed. */
    start: z.number().int().min(0),
    end: z.number().int().min(0),
    text: z.string(),
    criterion: z.string(),
    role: z.enum(['support', 'contradict', 'misconception', 'question']),
  })
  .readonly()
export type Evidence = z.infer<typeof evidenceSchema>

export const criterionResultSchema = z
  .object({
    id: z.string(),
    /** What the criterion is about, for people. */
    title: localizedSchema,
    /** The criterion's share of its part, 0..1; the shares of a part add up to 1. */
    weight: z.number().min(0).max(1),
    /** Best single verdict: 0, 0.5 or 1, also where the decision is unsure. */
    score: z.number().min(0).max(1),
    /** Calibrated probability that the verdict is right, 0..1. */
    confidence: z.number().min(0).max(1),
    decision: z.enum(['met', 'partial', 'unmet', 'unsure']),
    feedback: localizedSchema,
    evidence: z.array(evidenceSchema).readonly(),
  })
  .readonly()
export type CriterionResult = z.infer<typeof criterionResultSchema>

export const partResultSchema = z
  .object({
    id: z.string(),
    title: localizedSchema,
    /** Points of the part, 0..max. */
    score: z.number().min(0),
    max: z.number().positive(),
    /** 'correct', 'invalid', 'empty', 'incorrect', 'follow-through', or the name of a modelled mistake. */
    code: z.string(),
    feedback: localizedSchema,
    evidence: z.array(evidenceSchema).readonly(),
    criteria: z.array(criterionResultSchema).readonly().optional(),
  })
  .readonly()
export type PartResult = z.infer<typeof partResultSchema>

export const gradeResultSchema = z
  .object({
    /** Share of the problem's points, 0..1. */
    score: z.number().min(0).max(1),
    /** Lowest and highest score that a review can lead to; equal unless the status is needs-review. */
    interval: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]).readonly(),
    /** invalid: nothing in the answer could be read (it scores 0, and is not the same as wrong). */
    status: z.enum(['graded', 'needs-review', 'invalid']),
    parts: z.array(partResultSchema).readonly(),
    /** The recomputation for this student's numbers, one Markdown + LaTeX line a step. */
    steps: z.array(localizedSchema).readonly(),
  })
  .readonly()
export type GradeResult = z.infer<typeof gradeResultSchema>
