import { z } from 'zod'
import type { Locale, Localized } from '@/lib/core/localized'
import type { SettingWords } from './settings-form'

/** Longest text of an author's own wording, in UTF-16 units. */
const LONGEST = 4_000

/** Names in double braces: {{inputs}}. */
const place = /\{\{\s*([^{}\s]*)\s*\}\}/g

const unknownNames = (text: string, names: readonly string[]): readonly string[] =>
  [...text.matchAll(place)].map(([, name = '']) => name).filter((name) => !names.includes(name))

/**
 * An author's own wording of a type's statement and a hint under it, in Markdown with LaTeX; empty for the type's own
 * words. What differs from variant to variant is named in double braces.
 * @param names the names that the type fills in
 */
export function wordingSchema(names: readonly string[]) {
  const text = z
    .string()
    .max(LONGEST)
    .refine((value) => unknownNames(value, names).length === 0, {
      error: ({ input }) =>
        `There is no {{${unknownNames(String(input), names)[0]}}}: use ${names.map((name) => `{{${name}}}`).join(', ')}.`,
      params: { ko: `쓸 수 있는 이름: ${names.map((name) => `{{${name}}}`).join(', ')}` },
    })
    .default('')
  const both = z
    .strictObject({ ko: text, en: text })
    .refine(({ ko, en }) => (ko.trim() === '') === (en.trim() === ''), {
      error: 'Write it in both languages, or leave both empty.',
      params: { ko: '두 언어로 모두 쓰거나 둘 다 비워 두세요.' },
    })
    .prefault({})
  return z.strictObject({ statement: both, hint: both }).readonly().prefault({})
}
export type Wording = { readonly statement: Localized; readonly hint: Localized }

/** The statement in the author's words, or the type's own where there are none, with the hint below. */
export function worded(
  { statement, hint }: Wording,
  locale: Locale,
  values: Readonly<Record<string, string>>,
  own: string,
): string {
  const fill = (text: string): string => text.replace(place, (_, name: string) => values[name] ?? '')
  const text = statement[locale].trim() === '' ? own : fill(statement[locale])
  return hint[locale].trim() === '' ? text : `${text}\n\n${fill(hint[locale])}`
}

/** What the form calls the settings above. */
export function wordingWords(names: readonly string[]): SettingWords {
  const list = names.map((name) => `{{${name}}}`).join(', ')
  const language = { ko: { ko: '한국어', en: 'Korean' }, en: { ko: '영어', en: 'English' } }
  const help = {
    ko: `Markdown과 LaTeX. 학생마다 다른 값: ${list}. 비워 두면 기본 문장을 씁니다.`,
    en: `Markdown with LaTeX. What differs between students: ${list}. Empty: the standard words.`,
  }
  return {
    wording: { title: { ko: '문제 문장', en: 'Wording' } },
    'wording.statement': { title: { ko: '문제', en: 'Statement' }, help },
    'wording.statement.ko': { title: language.ko },
    'wording.statement.en': { title: language.en },
    'wording.hint': {
      title: { ko: '도움말', en: 'Hint' },
      help: { ko: '문제 아래에 덧붙입니다.', en: 'Added below the statement.' },
    },
    'wording.hint.ko': { title: language.ko },
    'wording.hint.en': { title: language.en },
  }
}

/** Words for a range of whole numbers. */
export const rangeWords = (path: string, title: Localized): SettingWords => ({
  [path]: { title },
  [`${path}.min`]: { title: { ko: '최소', en: 'From' } },
  [`${path}.max`]: { title: { ko: '최대', en: 'To' } },
  [`${path}.step`]: { title: { ko: '간격', en: 'Step' } },
})

/** What a form calls the share of a modelled mistake's points that is kept. */
export const creditWords = (path: string, titles: Readonly<Record<string, Localized>>): SettingWords => ({
  [path]: {
    title: { ko: '알려진 실수에 주는 점수', en: 'Credit for known mistakes' },
    help: { ko: '배점에 대한 비율, 0에서 1까지.', en: 'Share of the points that is kept, from 0 to 1.' },
  },
  ...Object.fromEntries(Object.entries(titles).map(([id, title]) => [`${path}.${id}`, { title }])),
})

export const effortSpreadWord: SettingWords = {
  effortSpread: {
    title: { ko: '난이도 폭', en: 'Spread of effort' },
    help: {
      ko: '변형의 계산량이 중앙값에서 벗어날 수 있는 비율. 0.1은 ±10 %입니다.',
      en: 'How far a variant’s effort may lie from the median, as a share of it: 0.1 is ±10 %.',
    },
  },
}
