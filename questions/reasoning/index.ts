import { maxAnswerLength } from '@/lib/grading/rubric/limits'
import { defineQuestion } from '@/lib/question/define-question'
import { grade } from './grade'
import { paramsSchema, responseSchema } from './params'
import { settingWords } from './setting-words'
import { settingsSchema } from './settings'
import { settingsProblem } from './settings-problem'

/** Any prompt, with its author's own rubric. */
export const reasoning = defineQuestion({
  slug: 'reasoning',
  version: '2',
  title: { ko: '서술형 문제', en: 'Reasoning in words' },
  settings: settingsSchema,
  settingWords,
  settingsProblem,
  params: paramsSchema,
  response: responseSchema,
  generate: () => ({}),
  *enumerate() {
    yield {}
  },
  statement: (_, locale, settings) => settings.statement[locale],
  figure: () => null,
  fields: () => [
    {
      kind: 'text',
      name: 'explanation',
      maxLength: maxAnswerLength,
      label: { ko: '설명', en: 'Explanation' },
      hint: { ko: '한국어나 영어로, 문장으로 쓰세요.', en: 'In sentences, in Korean or English.' },
    },
  ],
  grade,
  solution: (_, settings) => ({ text: settings.reference, figure: null }),
  reference: (_, settings) => ({ explanation: settings.reference.ko }),
  mistakes: () => [],
  effort: (_, settings) => 15 * settings.criteria.length,
})
