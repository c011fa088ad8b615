import { z } from 'zod'
import { plainText } from '@/lib/grading/program/schema'
import { dropoutQuestion } from './default-question'

/** Forms of all ideas together: so many are matched in one go, however long the answer. */
const MOST_FORMS = 1_500
const LONGEST_FORM = 100

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** One idea: any of its forms will do. */
const ideaSchema = z.strictObject({
  /** statement: something said of a thing, whose denial does not count; term: only has to be mentioned. */
  kind: z.enum(['statement', 'term']).default('statement'),
  /** The opposite has to be said. */
  denied: z.boolean().default(false),
  /** One a line, in Korean or English. */
  forms: z
    .string()
    .max(6_000)
    .refine((text) => linesOf(text).length > 0, {
      error: 'Write at least one form.',
      params: { ko: '표현을 하나 이상 쓰세요.' },
    })
    .refine((text) => linesOf(text).every((line) => line.length <= LONGEST_FORM), {
      error: `A form has at most ${LONGEST_FORM} characters; put others on lines of their own.`,
      params: { ko: `표현 하나는 ${LONGEST_FORM}자 이내입니다. 줄을 나누어 쓰세요.` },
    })
    .default('…'),
})

const within = z.enum(['sentence', 'adjacent', 'answer']).default('sentence')
const ideas = z.array(ideaSchema).min(1).max(5).readonly().prefault([{}])

const criterionSchema = z.strictObject({
  title: plainText.prefault({}),
  /** What has to be said; shown to students after release. */
  description: plainText.prefault({}),
  weight: z.number().min(0).max(100).default(1),
  /** Each is enough by itself; the best one counts. */
  ways: z
    .array(z.strictObject({ credit: z.enum(['full', 'half']).default('full'), within, ideas }))
    .min(1)
    .max(10)
    .readonly()
    .prefault([{}]),
  /** Whoever says this gets no more than what remains. */
  contradictions: z
    .array(z.strictObject({ remains: z.enum(['nothing', 'half']).default('nothing'), within, ideas }))
    .max(6)
    .readonly()
    .default([]),
  /** Hold the rubric to what its author means: publishing is refused where one is judged otherwise. */
  examples: z
    .array(
      z.strictObject({
        text: z.string().min(1).max(1_000).default('…'),
        verdict: z.enum(['met', 'partial', 'unmet']).default('met'),
      }),
    )
    .max(30)
    .readonly()
    .default([]),
})
export type AuthoredCriterion = z.infer<typeof criterionSchema>
export type AuthoredIdea = z.infer<typeof ideaSchema>

/** What an author declares. With `{}`: why dropout is off at test time (default-question.ts). */
export const settingsSchema = z
  .strictObject({
    statement: plainText.prefault(dropoutQuestion.statement),
    criteria: z.array(criterionSchema).min(1).max(8).readonly().prefault(dropoutQuestion.criteria),
    /** Earns everything, in each language. */
    reference: plainText.prefault(dropoutQuestion.reference),
    /** Decide without a person that a criterion is not met, where the answer is understood but for little. */
    decideUnmet: z.boolean().default(false),
  })
  .refine(({ criteria }) => countForms(criteria) <= MOST_FORMS, {
    path: ['criteria'],
    error: `At most ${MOST_FORMS} forms in all.`,
    params: { ko: `표현은 모두 합해 ${MOST_FORMS}개까지입니다.` },
  })
  .refine(({ criteria }) => criteria.some(({ weight }) => weight > 0), {
    path: ['criteria'],
    error: 'Give at least one criterion a weight above 0.',
    params: { ko: '비중이 0보다 큰 항목이 하나는 있어야 합니다.' },
  })
  .readonly()
export type Settings = z.infer<typeof settingsSchema>

export const formsOf = ({ forms }: AuthoredIdea): string[] => linesOf(forms)

const countForms = (criteria: readonly AuthoredCriterion[]): number =>
  criteria
    .flatMap(({ ways, contradictions }) => [...ways, ...contradictions])
    .flatMap((rule) => rule.ideas)
    .reduce((sum, idea) => sum + formsOf(idea).length, 0)
