import type { Page } from '@playwright/test'
import type { StoredResponse } from '@/lib/question/field'

/** What stands in the fields of a problem, as flat text: the sketch as the lines of its blocks. */
export type Answers = Readonly<Record<string, string>>

/** The answers of all problems, by position. */
export type Sheet = Readonly<Record<string, Answers>>

/** Empty fields count as absent. */
const filled = (entries: readonly (readonly [string, string])[]): Answers =>
  Object.fromEntries(entries.filter(([, text]) => text !== ''))

/** What stands on the page, in every problem's fields, read at one moment. */
export const readSheet = (page: Page): Promise<Sheet> => page.evaluate(sheetOnPage)

/** Runs in the page, also called by the witness there. */
export function sheetOnPage(): Record<string, Record<string, string>> {
  const sheet: Record<string, Record<string, string>> = {}
  for (const field of document.querySelectorAll<HTMLInputElement>(
    'input[id^=answer-], textarea[id^=answer-]',
  )) {
    const [, position = '', name = ''] = /^answer-(\d+)-([A-Za-z]+)/.exec(field.id) ?? []
    if (field.closest('li')) continue
    sheet[position] ??= {}
    if (field.value !== '') sheet[position][name] = field.value
  }
  for (const list of document.querySelectorAll('fieldset ol')) {
    const lines = [...list.children].map((block) => {
      const written = [...block.querySelectorAll('input')].filter(({ value }) => value !== '')
      return written.map(({ id, value }) => `${id.replace(/^.*-/, '')}=${value}`).sort()
    })
    const position = /^answer-(\d+)-/.exec(list.querySelector('[id^=answer-]')?.id ?? '')?.[1]
    if (position && lines.length > 0) sheet[position] = { ...sheet[position], sketch: JSON.stringify(lines) }
  }
  return sheet
}

/** The same form for what the database holds. */
export function answersOf(response: StoredResponse): Answers {
  return filled(
    Object.entries(response).map(([name, value]) => {
      if (typeof value === 'string') return [name, value] as const
      const lines = value.map(({ stage: _stage, ...written }) =>
        Object.entries(written)
          .filter(([, text]) => text !== '')
          .map(([key, text]) => `${key}=${text}`)
          .sort(),
      )
      return [name, lines.length === 0 ? '' : JSON.stringify(lines)] as const
    }),
  )
}

/** Equal to the byte. */
export const sameAnswers = (a: Answers, b: Answers): boolean => inOrder(a) === inOrder(b)

const inOrder = (answers: Answers): string =>
  JSON.stringify(Object.entries(answers).sort(([x], [y]) => (x < y ? -1 : 1)))
