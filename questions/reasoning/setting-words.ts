import type { Localized } from '@/lib/core/localized'
import { textWords } from '@/lib/grading/program/words'
import type { SettingWords } from '@/lib/question/settings-form'

const withinWords = {
  title: { ko: '범위', en: 'How near' },
  options: {
    sentence: { ko: '한 문장 안', en: 'in one sentence' },
    adjacent: { ko: '이웃한 두 문장 안', en: 'in a sentence and the next' },
    answer: { ko: '답 전체', en: 'anywhere in the answer' },
  },
}

const ideaWords = (path: string): SettingWords => ({
  [path]: {
    title: { ko: '개념', en: 'Ideas' },
    help: { ko: '모두 나와야 합니다.', en: 'All of them have to be there.' },
  },
  [`${path}.*.kind`]: {
    title: { ko: '종류', en: 'Kind' },
    help: {
      ko: '서술은 부정하면 인정되지 않고, 용어는 언급만 하면 됩니다.',
      en: 'A statement does not count where it is denied; a term only has to be mentioned.',
    },
    options: {
      statement: { ko: '서술', en: 'statement' },
      term: { ko: '용어', en: 'term' },
    },
  },
  [`${path}.*.denied`]: {
    title: { ko: '부정되어야 함', en: 'Has to be denied' },
  },
  [`${path}.*.forms`]: {
    title: { ko: '표현', en: 'Forms' },
    help: {
      ko: '한 줄에 하나씩, 한국어와 영어를 섞어도 됩니다. 띄어쓰기와 대소문자는 무시합니다. 영어 낱말 끝의 *는 어미를 허용합니다.',
      en: 'One a line, Korean and English together. Letter case and Korean spaces do not matter; * at the end of an English word lets it go on.',
    },
  },
})

const text = (path: string, title: Localized, help?: Localized) => textWords(path, title, help)

export const settingWords: SettingWords = {
  ...text(
    'statement',
    { ko: '문제', en: 'Statement' },
    { ko: 'Markdown과 LaTeX.', en: 'Markdown with LaTeX.' },
  ),
  criteria: { title: { ko: '채점 항목', en: 'Criteria' } },
  ...text('criteria.*.title', { ko: '제목', en: 'Title' }),
  ...text(
    'criteria.*.description',
    { ko: '기준', en: 'What has to be said' },
    { ko: '공개 후 학생에게 보입니다.', en: 'Shown to students after release.' },
  ),
  'criteria.*.weight': { title: { ko: '비중', en: 'Weight' } },
  'criteria.*.ways': {
    title: { ko: '인정하는 방법', en: 'Ways to meet it' },
    help: { ko: '하나만 있어도 됩니다.', en: 'Any of them is enough.' },
  },
  'criteria.*.ways.*.credit': {
    title: { ko: '점수', en: 'Credit' },
    options: { full: { ko: '전부', en: 'full' }, half: { ko: '절반', en: 'half' } },
  },
  'criteria.*.ways.*.within': withinWords,
  ...ideaWords('criteria.*.ways.*.ideas'),
  'criteria.*.contradictions': {
    title: { ko: '모순되는 서술', en: 'Contradictions' },
    help: {
      ko: '이렇게 쓰면 점수가 줄어듭니다.',
      en: 'Whoever says this keeps no more than what remains.',
    },
  },
  'criteria.*.contradictions.*.remains': {
    title: { ko: '남는 점수', en: 'Remains' },
    options: { nothing: { ko: '없음', en: 'nothing' }, half: { ko: '절반', en: 'half' } },
  },
  'criteria.*.contradictions.*.within': withinWords,
  ...ideaWords('criteria.*.contradictions.*.ideas'),
  'criteria.*.examples': {
    title: { ko: '예시 답안', en: 'Examples' },
    help: {
      ko: '다르게 판정되는 예시가 있으면 게시할 수 없습니다.',
      en: 'Publishing is refused where one is judged otherwise.',
    },
  },
  'criteria.*.examples.*.text': { title: { ko: '답', en: 'Answer' } },
  'criteria.*.examples.*.verdict': {
    title: { ko: '판정', en: 'Verdict' },
    options: {
      met: { ko: '충족', en: 'met' },
      partial: { ko: '일부 충족', en: 'met in part' },
      unmet: { ko: '미충족', en: 'not met' },
    },
  },
  ...text(
    'reference',
    { ko: '모범 답안', en: 'Reference answer' },
    { ko: '모든 항목을 충족해야 합니다.', en: 'Has to meet every criterion.' },
  ),
  decideUnmet: {
    title: { ko: "'미충족'을 자동으로 판정", en: 'Decide "not met" automatically' },
    help: {
      ko: '끄면 찾지 못한 항목은 모두 사람이 확인합니다.',
      en: 'Off: whatever was not found goes to a person.',
    },
  },
}
