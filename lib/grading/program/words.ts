import type { Localized } from '@/lib/core/localized'
import type { SettingWords } from '@/lib/question/settings-form'
import { effortSpreadWord } from '@/lib/question/wording'

/** Words of a text in both languages. */
export const textWords = (path: string, title: Localized, help?: Localized): SettingWords => ({
  [path]: help ? { title, help } : { title },
  [`${path}.ko`]: { title: { ko: '한국어', en: 'Korean' } },
  [`${path}.en`]: { title: { ko: '영어', en: 'English' } },
})
const formulaHelp: Localized = {
  ko: '+ - * / ^, 비교, exp log sqrt tanh sigmoid floor ceil abs mod min max if',
  en: '+ - * / ^, comparisons, exp log sqrt tanh sigmoid floor ceil abs mod min max if',
}

/** What forms call the settings of a program of variables and formulas. */
export const programWords: SettingWords = {
  ...textWords(
    'statement',
    { ko: '문제', en: 'Statement' },
    {
      ko: 'Markdown과 LaTeX. 변수는 {{이름}}으로 씁니다.',
      en: 'Markdown with LaTeX. Variables stand in double braces: {{name}}.',
    },
  ),
  variables: { title: { ko: '변수', en: 'Variables' } },
  'variables.*.name': { title: { ko: '이름', en: 'Name' } },
  'variables.*.from': {
    title: { ko: '값', en: 'Values' },
    options: {
      range: { ko: '범위의 정수', en: 'Whole numbers of a range' },
      values: { ko: '목록에서 하나', en: 'One of a list' },
      formula: { ko: '앞선 변수의 식', en: 'Formula of those before' },
    },
  },
  'variables.*.min': { title: { ko: '최소', en: 'From' } },
  'variables.*.max': { title: { ko: '최대', en: 'To' } },
  'variables.*.step': { title: { ko: '간격', en: 'Step' } },
  'variables.*.values': {
    title: { ko: '목록', en: 'List' },
    help: { ko: '쉼표로 나눕니다.', en: 'Separated by commas.' },
  },
  'variables.*.formula': { title: { ko: '식', en: 'Formula' }, help: formulaHelp },
  constraints: {
    title: { ko: '조건', en: 'Constraints' },
    help: {
      ko: '모든 변형에서 참이어야 하는 식. 예: n > k',
      en: 'Formulas that hold in every variant, such as n > k.',
    },
  },
  'constraints.*': { title: { ko: '조건', en: 'Constraint' } },
  parts: { title: { ko: '답을 묻는 부분', en: 'Answers asked for' } },
  'parts.*.id': {
    title: { ko: '이름', en: 'Name' },
    help: { ko: '뒤의 식에서 이 답을 가리킵니다.', en: 'Later formulas refer to this answer by it.' },
  },
  ...textWords('parts.*.label', { ko: '제목', en: 'Label' }),
  ...textWords('parts.*.hint', { ko: '도움말', en: 'Hint' }),
  'parts.*.key': { title: { ko: '정답 식', en: 'Key' }, help: formulaHelp },
  'parts.*.tolerance': {
    title: { ko: '허용 오차', en: 'Tolerance' },
    help: { ko: '정답에 대한 비율. 0은 정확히 일치.', en: 'Share of the key; 0: exact.' },
  },
  'parts.*.points': { title: { ko: '배점', en: 'Points' } },
  mistakes: { title: { ko: '알려진 실수', en: 'Known mistakes' } },
  'mistakes.*.id': { title: { ko: '이름', en: 'Name' } },
  'mistakes.*.part': { title: { ko: '어느 답', en: 'Of which answer' } },
  'mistakes.*.formula': { title: { ko: '틀린 값의 식', en: 'Formula of the wrong value' } },
  'mistakes.*.credit': { title: { ko: '주는 점수(비율)', en: 'Credit (share)' } },
  ...textWords('mistakes.*.title', { ko: '제목', en: 'Title' }),
  ...textWords('mistakes.*.feedback', { ko: '피드백', en: 'Feedback' }),
  ...textWords(
    'solution',
    { ko: '풀이', en: 'Solution' },
    {
      ko: '변수와 답을 {{이름}}으로 씁니다. 비우면 정답만 보입니다.',
      en: 'Variables and answers in double braces. Empty: the keys alone.',
    },
  ),
  ...effortSpreadWord,
}
