import type { z } from 'zod'
import type { Json, JsonObject } from '@/lib/core/json'
import { err, ok, type Result } from '@/lib/core/result'
import { problemOfGrade } from './check-grade'
import type { Correction, Example, Lesson, Mistake, QuestionSpec, Solution, Space } from './contract'
import type { StoredResponse } from './field'
import { responseSchema } from './field'
import type { GradeResult } from './grade-result'
import { type PublicQuestion, publicQuestionSchema } from './public-view'
import { describeSettings, type SettingNode } from './settings-form'
import { issuesOf, pathOf, type SettingsIssue } from './settings-issues'

/** The question itself is broken (not the answer): the item is set aside and the instructor told, never zero points. */
export class QuestionDefectError extends Error {
  override readonly name = 'QuestionDefectError'
}

/** A sealed question type: takes what the database or a file holds and parses it itself. */
export interface Question {
  readonly slug: string
  readonly version: string
  readonly title: { readonly ko: string; readonly en: string }
  /** Questions that ship with the type. */
  readonly examples: readonly Example[]
  /** The schema of the settings, for whoever needs more than the form below (a published file format). */
  readonly settingsSchema: z.ZodType
  /** The settings as fields of a form, with words in both languages. */
  readonly settingsForm: SettingNode
  /** Everything that is wrong with an author's settings, each with the field that it belongs to; [] where all is well. */
  settingsIssues(raw: unknown): readonly SettingsIssue[]
  /** The settings with every default filled in, or the fields that are wrong. */
  parseSettings(raw: unknown): Result<JsonObject, string>
  /** The params as stored, or a message that names the wrong field. */
  parseParams(raw: unknown): Result<JsonObject, string>
  /** Whatever arrives, as text that can be stored; never fails. */
  parseResponse(raw: unknown): StoredResponse
  generate(seed: string, settings: unknown): JsonObject
  enumerate(settings: unknown): Iterable<JsonObject>
  /** All that a student sees before release; the settings are those of the frozen version. */
  publicView(params: unknown, settings?: unknown): PublicQuestion
  /** Total on responses. Throws QuestionDefectError where params or settings do not parse, or a grade is out of its range. */
  grade(params: unknown, response: unknown, settings?: unknown): GradeResult
  solution(params: unknown, settings?: unknown): Solution
  reference(params: unknown, settings?: unknown): StoredResponse
  mistakes(params: unknown, settings?: unknown): readonly Mistake[]
  effort(params: unknown, settings?: unknown): number
  /** Null where the author declares no variables. */
  space(settings: unknown): Space | null
  /** Null where the type learns nothing; corrections that do not fit the type are left out. */
  readonly learn:
    | ((settings: unknown, corrections: readonly Correction<unknown>[]) => Lesson<JsonObject>)
    | null
}

const jsonObject = (value: unknown): JsonObject => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new QuestionDefectError('params and settings are JSON objects')
  }
  return value as { readonly [key: string]: Json }
}

/** Parsed settings that are kept. */
const MOST_SETTINGS = 100
/** Parsed params that are kept: the variants of a few rooms. */
const MOST_PARAMS = 1_000

/** Remembers what the same JSON was parsed to; of more than `most` texts the oldest is forgotten. */
function remembering<Value>(most: number, parse: (raw: unknown) => Value): (raw: unknown) => Value {
  const known = new Map<string, Value>()
  return (raw) => {
    const text = JSON.stringify(raw)
    const found = known.get(text)
    if (found !== undefined) return found
    const value = parse(raw)
    const oldest = known.keys().next().value
    if (known.size >= most && oldest !== undefined) known.delete(oldest)
    known.set(text, value)
    return value
  }
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
  // Every student of a variant gives the same params, which types may keep what they work out with.
  const asParams = remembering(MOST_PARAMS, (raw) => parsed(spec.params, raw, 'params'))
  // The default settings are asked for with nearly every grade; schemas give values that nobody changes.
  let defaults: Settings | undefined
  const asSettings = (raw: unknown): Settings => {
    if (raw !== undefined && raw !== null) return authored(raw)
    defaults ??= parsed(spec.settings, {}, 'settings')
    return defaults
  }
  // A room opens and grades the same few versions again and again, each time read anew from the database.
  const authored = remembering(MOST_SETTINGS, (raw) => parsed(spec.settings, raw, 'settings'))
  const problemOf = (settings: Settings): string | null => {
    const problem = spec.settingsProblem?.(settings) ?? null
    return problem === null ? null : `${problem.property}: ${problem.message.en}`
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

  let form: SettingNode | undefined

  return {
    slug: spec.slug,
    version: spec.version,
    title: spec.title,
    examples: spec.examples ?? [],
    parseSettings(raw) {
      const result = spec.settings.safeParse(raw ?? {})
      if (!result.success) return err(problems(result.error))
      const problem = problemOf(result.data)
      return problem === null ? ok(jsonObject(result.data)) : err(problem)
    },
    settingsSchema: spec.settings,
    get settingsForm() {
      form ??= describeSettings(spec.settings, spec.settingWords)
      return form
    },
    settingsIssues(raw) {
      const result = spec.settings.safeParse(raw ?? {}, { reportInput: true })
      if (!result.success) return issuesOf(result.error)
      // The settings that are kept: what was found out about them is not found out again with every variant.
      const problem = spec.settingsProblem?.(authored(raw ?? {})) ?? null
      return problem === null ? [] : [{ path: pathOf(problem.property), message: problem.message }]
    },
    parseParams: (raw) => attempt(spec.params, raw),
    parseResponse: (raw) => responseSchema.parse(spec.response.parse(raw)),
    generate: (seed, settings) => jsonObject(spec.generate(seed, asVariantSettings(settings))),
    *enumerate(settings) {
      for (const params of spec.enumerate(asVariantSettings(settings))) yield jsonObject(params)
    },
    publicView(raw, rawSettings) {
      const params = asParams(raw)
      const settings = asSettings(rawSettings)
      // Parsed by a schema that drops unknown keys: a type does not remove a secret, parsing does.
      return publicQuestionSchema.parse({
        slug: spec.slug,
        title: spec.title,
        statement: {
          ko: spec.statement(params, 'ko', settings),
          en: spec.statement(params, 'en', settings),
        },
        figure: spec.figure(params, settings),
        fields: spec.fields(params, settings),
      })
    },
    grade(params, response, settings) {
      const grade = spec.grade(asParams(params), spec.response.parse(response), asSettings(settings))
      const problem = problemOfGrade(grade)
      if (problem !== null) throw new QuestionDefectError(`${spec.slug} grade: ${problem}`)
      return grade
    },
    solution: (params, settings) => spec.solution(asParams(params), asSettings(settings)),
    reference: (params, settings) =>
      responseSchema.parse(spec.reference(asParams(params), asSettings(settings))),
    mistakes: (params, settings) => spec.mistakes(asParams(params), asSettings(settings)),
    effort: (params, settings) => spec.effort(asParams(params), asSettings(settings)),
    space: (settings) => spec.space?.(asVariantSettings(settings)) ?? null,
    learn: spec.learn
      ? (settings, corrections) => {
          const lesson = spec.learn?.(
            asSettings(settings),
            corrections.flatMap((each) => {
              const params = spec.params.safeParse(each.params)
              return params.success ? [{ ...each, params: params.data }] : []
            }),
          )
          if (!lesson) throw new QuestionDefectError(`${spec.slug} learned nothing`)
          return { ...lesson, settings: jsonObject(lesson.settings) }
        }
      : null,
  }
}
