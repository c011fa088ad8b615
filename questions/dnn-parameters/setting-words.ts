import type { SettingWords } from '@/lib/question/settings-form'
import { creditWords, effortSpreadWord, rangeWords, wordingWords } from '@/lib/question/wording'
import { wordingNames } from './wording-names'

export const settingWords: SettingWords = {
  ...rangeWords('inputs', { ko: '입력의 수', en: 'Inputs' }),
  ...rangeWords('hiddenLayers', { ko: '은닉층의 수', en: 'Hidden layers' }),
  ...rangeWords('hiddenUnits', { ko: '은닉층마다 뉴런의 수', en: 'Units of each hidden layer' }),
  ...rangeWords('outputs', { ko: '출력의 수', en: 'Outputs' }),
  biases: { title: { ko: '편향이 있음', en: 'With biases' } },
  ...effortSpreadWord,
  ...creditWords('credit', {
    'biases-missing': { ko: '편향을 모두 빠뜨림', en: 'All biases missing' },
    'layer-biases-missing': { ko: '한 층의 편향을 빠뜨림', en: 'The biases of one layer missing' },
    'connection-missing': { ko: '한 연결을 빠뜨림', en: 'One connection missing' },
    'input-biases-added': { ko: '입력층의 편향을 더함', en: 'Biases for the input layer added' },
    'one-bias-per-layer': { ko: '층마다 편향을 하나만 셈', en: 'One bias a layer' },
    'one-bias-in-all': { ko: '편향을 모두 하나로 셈', en: 'One bias in all' },
    'biases-per-sender': { ko: '편향을 앞 층의 수로 셈', en: 'Biases counted by the layer before' },
    'biases-added': { ko: '없는 편향을 더함', en: 'Biases added where there are none' },
    'sizes-added': { ko: '곱하지 않고 더함', en: 'Sizes added instead of multiplied' },
    'weights-missing': { ko: '가중치를 빠뜨림', en: 'Weights missing' },
    'units-counted': { ko: '뉴런의 수를 셈', en: 'Units counted' },
    'product-of-sizes': { ko: '모든 크기를 곱함', en: 'Product of all sizes' },
    'arithmetic-slip': { ko: '식은 맞고 계산이 틀림', en: 'Right expression, wrong arithmetic' },
    'run-on-equals': { ko: '등호를 이어 씀', en: 'Equals signs that carry on' },
    'partly-right': { ko: '일부만 맞는 식(최대)', en: 'Expression right in part (at most)' },
  }),
  points: {
    title: { ko: '기본 배점', en: 'Points' },
    help: { ko: '시험에서 달리 정할 수 있습니다.', en: 'An exam may set others.' },
  },
  ...wordingWords(wordingNames),
}
