import { programWords, textWords } from '@/lib/grading/program/words'
import type { SettingWords } from '@/lib/question/settings-form'

const shared = Object.entries(programWords).filter(([path]) =>
  /^(statement|variables|constraints|solution|effortSpread)/.test(path),
)

export const settingWords: SettingWords = {
  ...Object.fromEntries(shared),
  multiple: {
    title: { ko: '여럿을 고름', en: 'Several may be chosen' },
    help: { ko: '옳은 것을 모두 골라야 만점입니다.', en: 'Full points need all that are right.' },
  },
  options: { title: { ko: '선택지', en: 'Options' } },
  ...textWords('options.*.text', { ko: '내용', en: 'Text' }),
  'options.*.correct': { title: { ko: '옳음', en: 'Right' } },
  'options.*.credit': {
    title: { ko: '비율', en: 'Share' },
    help: {
      ko: '틀린 선택지: 하나를 고를 때 주는 점수, 여럿을 고를 때 빼는 점수.',
      en: 'Of a wrong option: kept where one is chosen, taken away where several are.',
    },
  },
  ...textWords('options.*.feedback', { ko: '피드백', en: 'Feedback' }),
  shuffle: { title: { ko: '학생마다 순서를 섞음', en: 'Shuffled for each student' } },
  points: { title: { ko: '기본 배점', en: 'Points' } },
}
