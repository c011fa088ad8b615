import type { z } from 'zod'
import type { Json, JsonObject } from '@/lib/core/json'
import { err, ok, type Result } from '@/lib/core/result'
import { problemOfGrade } from './check-grade'
import type { Mistake, QuestionSpec, Solution } from './contract'
import type { StoredResponse } from './field'
import { responseSchema } from './field'
import type { GradeResult } from './grade-result'
import { type PublicQuestion, publicQuestionSchema } from './public-view'

/** The question itself is broken (not the answer): the item is set aside and the instructor told, never zero points. */
export class QuestionDefectError extends Error {
  override readonly name = 'QuestionDefectError'
}

/** A sealed question type: takes what the database or a file holds and parses it itself. */
export interface Question {
  readonly slug: string
  readonly version: string
  readonly title: { readonly ko: string; readonly en: string }
  /** The settings with every default filled in, or the fields that are wrong. */
  parseSettings(raw: unknown): Result<JsonObject, string>
  /** The params as stored, or a message that names the wrong field. */
  parseParams(raw: unknown): Result<JsonObject, string>
  /** Whatever arrives, as text that can be stored; never fails. */
  parseResponse(raw: unknown): StoredResponse
  generate(seed: string, settings: unknown): JsonObject
  enumerate(settings: unknown): Iterable<JsonObject>
  publicView(params: unknown): PublicQuestion
  /** Total on responses. Throws QuestionDefectError where params or settings do not parse, or a grade is out of its range. */
  grade(params: unknown, response: unknown, settings?: unknown): GradeResult
  solution(params: unknown, settings?: unknown): Solution
  reference(params: unknown): StoredResponse
  mistakes(params: unknown, settings?: unknown): readonly Mistake[]
  effort(params: unknown): number
}

const jsonObject = (value: unknown): JsonObject => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new QuestionDefectError('params and settings are JSON objects')
  }
  return value as { readonly [key: string]: Json }
}

const problems = (error: z.ZodError): string =>
  error.issues.map((issue) => `${issue.path.join('.') || '(whole)'}: ${issue.message}`).join('; ')

/** Seals a spec: parses at every edge, so that types with different params sit in one registry without a cast. */
export function defineQuestion<Params, Response, Settings>(
  spec: QuestionSpec<Params, Response, Settings>,
): Question {
  const parsed = <Value>(schema: z.ZodType<Value>, raw: unknown, what: string): Value => {
    const result = schema.safeParse(raw)
    if (!result.success) throw new QuestionDefectError(`${spec.slug} ${what}: ${problems(result.error)}`)
    return result.data
  }
  const asParams = (raw: unknown): Params => parsed(spec.params, raw, 'params')
  // The default settings are asked for with nearly every grade; schemas give values that nobody changes.
  let defaults: Settings | undefined
  const asSettings = (raw: unknown): Settings => {
    if (raw !== undefined && raw !== null) return parsed(spec.settings, raw, 'settings')
    defaults ??= parsed(spec.settings, {}, 'settings')
    return defaults
  }
  const problemOf = (settings: Settings): string | null => {
    const problem = spec.settingsProblem?.(settings) ?? null
    return problem === null ? null : `${problem.property}: ${problem.message}`
  }
  /** Settings that variants can be drawn from. */
  const asVariantSettings = (raw: unknown): Settings => {
    const settings = asSettings(raw)
    const problem = problemOf(settings)
    if (problem !== null) throw new QuestionDefectError(`${spec.slug} settings: ${problem}`)
    return settings
  }
  const attempt = <Value>(schema: z.ZodType<Value>, raw: unknown): Result<JsonObject, string> => {
    const result = schema.safeParse(raw)
    return result.success ? ok(jsonObject(result.data)) : err(problems(result.error))
  }

  return {
    slug: spec.slug,
    version: spec.version,
    title: spec.title,
    parseSettings(raw) {
      const result = spec.settings.safeParse(raw ?? {})
      if (!result.success) return err(problems(result.error))
      const problem = problemOf(result.data)
      return problem === null ? ok(jsonObject(result.data)) : err(problem)
    },
    parseParams: (raw) => attempt(spec.params, raw),
    parseResponse: (raw) => responseSchema.parse(spec.response.parse(raw)),
    generate: (seed, settings) => jsonObject(spec.generate(seed, asVariantSettings(settings))),
    *enumerate(settings) {
      for (const params of spec.enumerate(asVariantSettings(settings))) yield jsonObject(params)
    },
    publicView(raw) {
      const params = asParams(raw)
      // Parsed by a schema that drops unknown keys: a type does not remove a secret, parsing does.
      return publicQuestionSchema.parse({
        slug: spec.slug,
        title: spec.title,
        statement: { ko: spec.statement(params, 'ko'), en: spec.statement(params, 'en') },
        figure: spec.figure(params),
        fields: spec.fields(params),
      })
    },
    grade(params, response, settings) {
      const grade = spec.grade(asParams(params), spec.response.parse(response), asSettings(settings))
      const problem = problemOfGrade(grade)
      if (problem !== null) throw new QuestionDefectError(`${spec.slug} grade: ${problem}`)
      return grade
    },
    solution: (params, settings) => spec.solution(asParams(params), asSettings(settings)),
    reference: (params) => responseSchema.parse(spec.reference(asParams(params))),
    mistakes: (params, settings) => spec.mistakes(asParams(params), asSettings(settings)),
    effort: (params) => spec.effort(asParams(params)),
  }
}
