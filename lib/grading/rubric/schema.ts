import { z } from 'zod'
import { localizedSchema } from '@/lib/core/localized'

const id = z.string().min(1).max(40)
const forms = z.array(z.string().min(1).max(120)).max(800).readonly()

/**
 * Words for one idea. `claim`: something said of a thing, whose polarity matters; `thing`: what it is said of.
 * Forms ignore case and Korean spacing; `*` at the end lets a Latin word go on; `{name}` stands for every form of the macro.
 */
export const conceptSchema = z
  .object({
    id,
    kind: z.enum(['claim', 'thing']),
    ko: forms.default([]),
    en: forms.default([]),
  })
  .readonly()
export type Concept = z.infer<typeof conceptSchema>

/**
 * `A` asserted, `!A` denied, `?A` mentioned in any way; `A|B` either. How near: within one clause, one sentence, a
 * sentence and the next, or the whole answer. `then`: the first is followed in its sentence by the second before any rival.
 */
const term = z.string().min(1).max(200)
const window = z.enum(['clause', 'sentence', 'adjacent', 'answer', 'then'])
const relation = {
  all: z.array(term).min(1).max(6).readonly(),
  /** None of these in the same window. */
  none: z.array(term).max(8).readonly().default([]),
  within: window.default('sentence'),
  /** For `then`: concepts of which the second has to be the first to follow. */
  rivals: z.array(id).max(8).readonly().default([]),
}

/** A concept put together from others, usable in the rules after it. */
export const compositionSchema = z.object({ id, ...relation }).readonly()
export type Composition = z.infer<typeof compositionSchema>

export const ruleSchema = z
  .object({
    /** 1 and 0.5 are the credit; 0 is a hint: it earns nothing by itself, but the regression may build on its words. */
    level: z.union([z.literal(1), z.literal(0.5), z.literal(0)]),
    /** Variant cases in which the rule holds; all where none is named. */
    cases: z.array(id).max(20).readonly().default([]),
    ...relation,
  })
  .readonly()
export type Rule = z.infer<typeof ruleSchema>

export const contradictionSchema = z
  .object({
    /** Highest level that remains. */
    cap: z.union([z.literal(0), z.literal(0.5)]),
    cases: z.array(id).max(20).readonly().default([]),
    ...relation,
  })
  .readonly()
export type Contradiction = z.infer<typeof contradictionSchema>

const example = z
  .object({
    text: z.string().min(1).max(1000),
    score: z.union([z.literal(0), z.literal(0.5), z.literal(1)]),
    case: id,
  })
  .readonly()

export const criterionSchema = z
  .object({
    id,
    title: localizedSchema,
    /** What has to be said for full, for half and for no credit; for markers and students after release. */
    description: localizedSchema,
    feedback: z.object({ met: localizedSchema, partial: localizedSchema, unmet: localizedSchema }).readonly(),
    evidence: z.array(ruleSchema).max(60).readonly(),
    contradictions: z.array(contradictionSchema).max(30).readonly().default([]),
    examples: z.array(example).max(100).readonly().default([]),
  })
  .readonly()
export type Criterion = z.infer<typeof criterionSchema>

/** A false statement worth naming: told in the feedback and used as a signal; no rule of its own takes marks. */
export const misconceptionSchema = z
  .object({ id, cases: z.array(id).max(20).readonly().default([]), feedback: localizedSchema, ...relation })
  .readonly()
export type Misconception = z.infer<typeof misconceptionSchema>

/** A rubric as data. It holds no patterns but plain forms, so that no rubric can make matching slow. */
export const rubricSchema = z
  .object({
    id,
    version: z.number().int().positive(),
    macros: z.record(id, forms),
    /** Korean terms of three syllables or more that are recognised with one wrong letter, or typed on Latin keys. */
    terms: z.array(z.string().min(3).max(12)).max(200).readonly().default([]),
    concepts: z.array(conceptSchema).max(200).readonly(),
    compositions: z.array(compositionSchema).max(100).readonly().default([]),
    /** Concepts of which an answer names one if it speaks of the subject at all: an analogy alone earns little. */
    subject: z.array(id).max(20).readonly().default([]),
    /** Subjects of other lessons: an answer that names one of them and nothing of `home` is about those. */
    foreign: z.array(id).max(20).readonly().default([]),
    home: z.array(id).max(40).readonly().default([]),
    /** Sentences about other networks than recurrent ones ("In a CNN, …") say nothing of the subject. */
    recurrentOnly: z.boolean().default(false),
    criteria: z.array(criterionSchema).min(1).max(20).readonly(),
    misconceptions: z.array(misconceptionSchema).max(60).readonly().default([]),
  })
  .readonly()
export type Rubric = z.infer<typeof rubricSchema>
