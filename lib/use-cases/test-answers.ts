import Papa from 'papaparse'
import type { JsonObject } from '@/lib/core/json'
import { err, ok, type Result } from '@/lib/core/result'
import { type Question, QuestionDefectError } from '@/lib/question/define-question'
import type { Field } from '@/lib/question/field'
import type { GradeResult } from '@/lib/question/grade-result'
import type { SettingsIssue } from '@/lib/question/settings-issues'
import type { Deps, StaffViewer } from './deps'
import { draftOf } from './question-bank'
import { sampleVariant } from './sample-variant'

/** Answers that are judged in one go. */
export const MOST_ANSWERS = 200

export interface JudgedAnswer {
  readonly text: string
  readonly grade: GradeResult
}

export type TestError =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'issues'; readonly issues: readonly SettingsIssue[] }
  /** The type asks for no text. */
  | { readonly kind: 'no-text' }
  | { readonly kind: 'no-answers' }
  | { readonly kind: 'too-many'; readonly most: number }

const names = ['answer', 'response', 'explanation', 'text', '답', '답안', '설명', '응답']

/**
 * Answers out of what was pasted: one a line, or a table (comma, semicolon or tab) with a column named answer; without
 * such a name the last column of a table. A quoted answer may have lines of its own.
 */
export function pastedAnswers(text: string): string[] {
  const trimmed = text.replace(/^\uFEFF/, '')
  const head = (trimmed.split(/\r?\n/, 1)[0] ?? '').toLowerCase()
  const columns = (delimiter: string) =>
    head.split(delimiter).map((name) => name.trim().replace(/^"|"$/g, ''))
  const delimiter = ['\t', ';', ','].find((each) => columns(each).some((name) => names.includes(name)))
  // Prose has commas of its own: it is a table only where its head says so, or where it has tabs.
  const table = delimiter ?? (head.includes('\t') ? '\t' : null)
  if (table === null && !trimmed.trimStart().startsWith('"'))
    return trimmed
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
  const { data } = Papa.parse<string[]>(trimmed, { delimiter: table ?? ',', skipEmptyLines: 'greedy' })
  const column = delimiter === undefined ? -1 : columns(delimiter).findIndex((name) => names.includes(name))
  return data
    .slice(delimiter === undefined ? 0 : 1)
    .map((row) => (row.at(column) ?? '').trim())
    .filter((answer) => answer !== '')
}

/** How the draft's grader judges answers that an author pastes, for the variant of that seed. */
export async function testAnswers(
  deps: Deps,
  input: { questionId: string; viewer: StaffViewer; seed: string; text: string },
): Promise<Result<{ field: string; answers: readonly JudgedAnswer[] }, TestError>> {
  const found = await deps.bank.find(input)
  const type = found && deps.questions.find(found.type)
  if (!found || !type) return err({ kind: 'not-found' })
  const { settings, fixedParams } = draftOf(found)
  const issues = type.settingsIssues(settings)
  const params = fixedParams ?? paramsFor(deps, type, input.seed, settings, issues.length === 0)
  const field = params && textField(type, params, settings)
  if (!params || field === null) return err({ kind: 'issues', issues })
  if (field === undefined) return err({ kind: 'no-text' })
  const answers = pastedAnswers(input.text)
  if (answers.length === 0) return err({ kind: 'no-answers' })
  if (answers.length > MOST_ANSWERS) return err({ kind: 'too-many', most: MOST_ANSWERS })
  return ok({
    field: field.name,
    answers: answers.map((text) => ({
      text,
      grade: type.grade(params, type.parseResponse({ [field.name]: text }), settings),
    })),
  })
}

/** Where examples are judged otherwise than they say, trying answers helps to see why: what needs no drawing is tried. */
function paramsFor(
  { questions }: Deps,
  type: Question,
  seed: string,
  settings: JsonObject,
  usable: boolean,
): JsonObject | null {
  if (usable) return sampleVariant(questions, type.slug, seed, settings)?.params ?? null
  const none = type.parseParams({})
  return none.ok ? none.value : null
}

/** Null where the settings have not even the right shape. */
function textField(type: Question, params: JsonObject, settings: JsonObject): Field | null | undefined {
  try {
    return type.publicView(params, settings).fields.find(({ kind }) => kind === 'text')
  } catch (error) {
    if (error instanceof QuestionDefectError) return null
    throw error
  }
}
