import type { JsonObject } from '@/lib/core/json'
import type { Locale } from '@/lib/core/localized'
import { readExact } from '@/lib/grading/expression/read-exact'
import type { Question } from '@/lib/question/define-question'
import type { Field } from '@/lib/question/field'
import type { FileQuestion } from './format'

/** A variant as other systems can hold one: fields with keys, and what they can't express in words. */
export interface ForeignItem {
  readonly id: string
  readonly title: string
  /** Markdown with LaTeX. */
  readonly statement: string
  readonly solution: string
  readonly fields: readonly ForeignField[]
  readonly leftOut: readonly string[]
}

export type ForeignField =
  | {
      readonly kind: 'choice'
      readonly name: string
      readonly label: string
      readonly multiple: boolean
      readonly options: readonly { readonly text: string; readonly right: boolean; readonly credit: number }[]
    }
  | {
      readonly kind: 'number'
      readonly name: string
      readonly label: string
      readonly value: number
      /** Relative: as far off as our own grader gives everything. */
      readonly tolerance: number
      readonly wrong: readonly {
        readonly value: number
        readonly credit: number
        readonly feedback: string
      }[]
    }
  | {
      readonly kind: 'words'
      readonly name: string
      readonly label: string
      readonly accepted: readonly string[]
    }
  | { readonly kind: 'essay'; readonly name: string; readonly label: string }

/** Tried from the widest; the widest that our grader takes for right is told. */
const TOLERANCES = [0.05, 0.02, 0.01, 0.005, 0.001]

/** Variants of the newest version of a question, drawn by the seeds 1 to `count`; one where all are the same. */
export function foreignItems(
  type: Question,
  { key, versions }: FileQuestion,
  count: number,
  locale: Locale,
): ForeignItem[] {
  const version = versions.at(-1)
  if (!version) return []
  const { settings, fixedParams } = version
  const seen = new Set<string>()
  return Array.from({ length: fixedParams === null ? count : 1 }, (_, i) => {
    const params = fixedParams ?? type.generate(`export ${i + 1}`, settings)
    const text = JSON.stringify(params)
    if (seen.has(text)) return null
    seen.add(text)
    return itemOf(type, `${key}-${i + 1}`, version.title[locale], params, settings, locale)
  }).filter((item) => item !== null)
}

function itemOf(
  type: Question,
  id: string,
  title: string,
  params: JsonObject,
  settings: JsonObject,
  locale: Locale,
): ForeignItem {
  const shown = type.publicView(params, settings)
  const leftOut = [
    ...(shown.figure ? ['the figure'] : []),
    ...shown.fields.flatMap((field) =>
      field.kind === 'sketch' ? [`the sketch "${field.label[locale]}"`] : [],
    ),
    ...(shown.fields.length > 1 ? ['follow-through from one answer to the next'] : []),
    ...(shown.fields.some(({ kind }) => kind === 'expression')
      ? ['expressions as answers: a number is asked for']
      : []),
    ...(shown.fields.some(({ kind }) => kind === 'text')
      ? ['the rubric: a person grades the text there']
      : []),
  ]
  const fields = shown.fields.flatMap((field) => fieldOf(type, params, settings, field, locale) ?? [])
  return {
    id,
    title,
    statement: shown.statement[locale],
    solution: type.solution(params, settings).text[locale],
    fields,
    leftOut,
  }
}

function fieldOf(
  type: Question,
  params: JsonObject,
  settings: JsonObject,
  field: Field,
  locale: Locale,
): ForeignField | null {
  const { name } = field
  const label = field.label[locale]
  if (field.kind === 'sketch') return null
  if (field.kind === 'text') return { kind: 'essay', name, label }
  const key = type.reference(params, settings)[name]
  if (typeof key !== 'string') return null
  const mistakes = type.mistakes(params, settings).filter(({ part }) => part === name)
  if (field.kind === 'choice') {
    const right = key.split(',')
    return {
      kind: 'choice',
      name,
      label,
      multiple: field.multiple,
      options: field.options.map(({ value, text }) => ({
        text: text[locale],
        right: right.includes(value),
        credit: mistakes.find((mistake) => mistake.value === value)?.credit ?? 0,
      })),
    }
  }
  const value = numberOf(key)
  if (value === null || field.kind === 'size' || field.kind === 'padding')
    return { kind: 'words', name, label, accepted: [...new Set([key, key.replaceAll('×', 'x')])] }
  const earnsAll = (text: string): boolean => {
    const grade = type.grade(params, { [name]: text }, settings)
    const part = grade.parts.find(({ id }) => id === name) ?? grade.parts[0]
    return part !== undefined && part.score === part.max
  }
  const tolerance = TOLERANCES.find((share) =>
    [1 - share, 1 + share].every((factor) => earnsAll(String(value * factor))),
  )
  return {
    kind: 'number',
    name,
    label,
    value,
    tolerance: tolerance ?? 0,
    wrong: mistakes.flatMap((mistake) => {
      const wrong = numberOf(mistake.value)
      return wrong === null || mistake.credit === 0
        ? []
        : [{ value: wrong, credit: mistake.credit, feedback: mistake.feedback[locale] }]
    }),
  }
}

function numberOf(text: string): number | null {
  const read = readExact(text)
  if (!read.ok) return null
  const value = Number(read.value.n) / Number(read.value.d)
  return Number.isFinite(value) ? value : null
}

/** What no export says, for whoever imports it. */
export const reportOf = (items: readonly ForeignItem[], skipped: readonly string[]): string =>
  [
    ...skipped.map((line) => `- ${line}`),
    ...items.flatMap(({ id, title, leftOut }) =>
      leftOut.length === 0 ? [] : [`- ${id} (${title}): without ${leftOut.join('; ')}`],
    ),
  ].join('\n')
