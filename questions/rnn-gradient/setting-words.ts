import type { SettingWords } from '@/lib/question/settings-form'
import { creditWords, wordingWords } from '@/lib/question/wording'
import { criterionTitle } from './criteria'
import { slipWords } from './mistakes'
import { wordingNames } from './wording-names'

export const settingWords: SettingWords = {
  numbers: {
    title: { ko: '수가 주어지고 상한을 물음', en: 'With numbers, and a bound asked for' },
    help: {
      ko: '끄면 모든 학생이 같은 서술형 문제를 받습니다.',
      en: 'Without numbers every student gets the same question in words.',
    },
  },
  activations: {
    title: { ko: '활성화 함수', en: 'Activations' },
    options: {
      tanh: { ko: 'tanh', en: 'tanh' },
      sigmoid: { ko: '시그모이드', en: 'Sigmoid' },
      relu: { ko: 'ReLU(모든 유닛이 활성)', en: 'ReLU (all units active)' },
      linear: { ko: '선형', en: 'Linear' },
    },
  },
  behaviours: {
    title: { ko: '기울기의 모습', en: 'Behaviour of the gradient' },
    options: {
      vanish: { ko: '소실', en: 'Vanishes' },
      explode: { ko: '폭발', en: 'Explodes' },
      neither: { ko: '어느 쪽도 아님', en: 'Neither' },
    },
  },
  lengths: {
    title: { ko: '시퀀스 길이', en: 'Sequence lengths' },
    help: { ko: '쉼표로 나누어 쓰세요.', en: 'Separated by commas.' },
  },
  boundShare: {
    title: { ko: '상한의 몫', en: 'Share of the bound' },
    help: { ko: '나머지는 설명의 점수입니다.', en: 'The rest is for the explanation.' },
  },
  ...creditWords('boundCredit', {
    ...Object.fromEntries(Object.entries(slipWords).map(([id, { title }]) => [id, title])),
    'arithmetic-slip': { ko: '식은 맞고 계산이 틀림', en: 'Right expression, wrong arithmetic' },
  }),
  criterionWeights: {
    title: { ko: '설명의 항목별 비중', en: 'Weights of the criteria' },
    help: { ko: '비워 두면 1입니다.', en: 'Empty: 1.' },
    keys: criterionTitle,
  },
  ...wordingWords(wordingNames),
}
