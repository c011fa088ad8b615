import type { Locale } from '@/lib/core/localized'
import { keysOf, programOf, withDerived } from '@/lib/grading/program/program'
import { writeValue } from '@/lib/grading/program/write-value'
import type { ComputedParams } from './params'
import type { ComputedSettings } from './settings'

const fill = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(/\{\{\s*([^{}\s]*)\s*\}\}/g, (_, name: string) => values.get(name) ?? '')

const written = (values: ReturnType<typeof keysOf>): ReadonlyMap<string, string> =>
  new Map([...values].map(([name, value]) => [name, writeValue(value)]))

/** The statement with this variant's values; keys are not among them. */
export function statement({ values }: ComputedParams, locale: Locale, settings: ComputedSettings): string {
  const program = programOf(settings)
  return fill(settings.statement[locale], written(withDerived(program, new Map(Object.entries(values)))))
}

/** The author's solution with values and keys, or the keys alone where there is none. */
export function solutionText({ values }: ComputedParams, locale: Locale, settings: ComputedSettings): string {
  const program = programOf(settings)
  const all = written(keysOf(program, withDerived(program, new Map(Object.entries(values)))))
  if (settings.solution[locale].trim() !== '') return fill(settings.solution[locale], all)
  return program.parts.map(({ id, label }) => `- ${label[locale]}: ${all.get(id) ?? ''}`).join('\n')
}
