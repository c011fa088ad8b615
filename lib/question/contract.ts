import type { z } from 'zod'
import type { Locale, Localized } from '@/lib/core/localized'
import type { Field } from './field'
import type { Figure } from './figure'
import type { GradeResult } from './grade-result'
import type { SettingWords } from './settings-form'

/** A known wrong way to an answer: its name, the value it leads to, what it still earns, and what to say. */
export interface Mistake {
  /** Name, used as the part's `code`; kebab-case, e.g. 'biases-missing'. */
  readonly id: string
  /** The part whose answer it explains. */
  readonly part: string
  /** The value that the wrong way leads to, in canonical form ('74', '68x68'). */
  readonly value: string
  /** Share of the part's points, 0..1. */
  readonly credit: number
  readonly title: Localized
  readonly feedback: Localized
}

/** The worked solution of one variant; secret until release. */
export interface Solution {
  /** Markdown + LaTeX. */
  readonly text: Localized
  readonly figure: Figure | null
}

/** Settings of the right shape that still can't be used: the property to change, and why. */
export interface SettingsProblem {
  readonly property: string
  readonly message: Localized
}

/** What an author's variables and constraints leave. */
export interface Space {
  readonly combinations: number
  /** All, or a sample without repetition: variants come from these. */
  readonly looked: number
  /** Of those looked at, the ones that satisfy the constraints. */
  readonly accepted: number
}

/** A question that is ready to be used or changed. */
export interface Example {
  readonly id: string
  readonly title: Localized
  readonly settings: object
}

/** A criterion of a stored answer as a person judged it. */
export interface Correction<Params> {
  readonly params: Params
  /** Ids of the part and of its criterion. */
  readonly part: string
  readonly criterion: string
  /** The answer to the part, as typed. */
  readonly text: string
  readonly score: 0 | 0.5 | 1
}

/** How labelled criteria are judged before and after learning. */
export interface Comparison {
  readonly of: number
  /** As many are judged as their label says. */
  readonly right: { readonly before: number; readonly after: number }
  /** As many would be decided wrongly with no person asked. */
  readonly wrongAlone: { readonly before: number; readonly after: number }
}

/** What a type's grader learned from corrections. */
export interface Lesson<Settings> {
  readonly settings: Settings
  readonly corrections: Comparison
  /** On the examples that the type ships with and holds itself to. */
  readonly examples: Comparison
}

/**
 * What a question type must say. One object in one folder under questions/; the folder's name is the slug.
 * Every function is pure: same input, same output, no clock, no chance, no environment. Where a function takes settings,
 * they are those of the frozen version that the variant was drawn from; params hold only what was drawn.
 */
export interface QuestionSpec<Params, Response, Settings> {
  readonly slug: string
  /** The grader's version: raised when params or grading change meaning; stored with every grade. */
  readonly version: string
  readonly title: Localized
  /** What the author chooses; every property has a default, so that `{}` gives the default settings. */
  readonly settings: z.ZodType<Settings>
  /** Questions that ship with the type. */
  readonly examples?: readonly Example[]
  /** What forms call each setting, in both languages; a test holds that none is missing. */
  readonly settingWords: SettingWords
  /**
   * What the schema can't tell field by field: whether the settings leave any variant. It may take a while, so it is
   * asked where variants are drawn or an author sets them, never where an answer is graded.
   */
  settingsProblem?(settings: Settings): SettingsProblem | null
  /** Parses what the database gives back; refuses unknown shapes with a message that names the field. */
  readonly params: z.ZodType<Params>
  /** Lenient on purpose: whatever arrives becomes text as typed, missing is ''. Never fails (use `.catch`). */
  readonly response: z.ZodType<Response>
  /** Constructive: no draw-and-reject; every seed gives a valid variant. */
  generate(seed: string, settings: Settings): Params
  /** Every variant that the settings allow, for the certificate; lazily. */
  enumerate(settings: Settings): Iterable<Params>
  statement(params: Params, locale: Locale, settings: Settings): string
  figure(params: Params, settings: Settings): Figure | null
  fields(params: Params, settings: Settings): readonly Field[]
  /** Total: never throws on a response. */
  grade(params: Params, response: Response, settings: Settings): GradeResult
  solution(params: Params, settings: Settings): Solution
  /** A response that earns everything; shown to instructors, used by tests. */
  reference(params: Params, settings: Settings): Response
  mistakes(params: Params, settings: Settings): readonly Mistake[]
  /** Of types whose author declares variables. */
  space?(settings: Settings): Space
  /** Settings whose grader has learned from what people corrected; of types that judge free text. */
  learn?(settings: Settings, corrections: readonly Correction<Params>[]): Lesson<Settings>
  /** Operations and digits handled on the shortest honest way, in arbitrary units; compared between variants. */
  effort(params: Params, settings: Settings): number
}
