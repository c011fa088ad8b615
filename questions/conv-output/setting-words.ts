import type { SettingWords } from '@/lib/question/settings-form'
import { creditWords, effortSpreadWord, rangeWords, wordingWords } from '@/lib/question/wording'
import { slipTitles } from './slip-words'
import { wordingNames } from './wording-names'

export const settingWords: SettingWords = {
  forms: {
    title: { ko: '문제의 꼴', en: 'Forms' },
    options: {
      'square-kernel': { ko: '정사각 커널, 크기 유지', en: 'Square kernel, size kept' },
      'rectangular-kernel': { ko: '직사각 커널, 크기 유지', en: 'Rectangular kernel, size kept' },
      dilated: { ko: '팽창 합성곱', en: 'Dilated' },
      'given-padding': { ko: '패딩이 주어짐', en: 'Padding given' },
      strided: { ko: '스트라이드가 2 이상', en: 'Strided' },
    },
  },
  ...rangeWords('image', { ko: '입력의 세로와 가로', en: 'Height and width of the input' }),
  'image.multipleOf': { title: { ko: '배수', en: 'Multiples of' } },
  ...rangeWords('kernel', { ko: '커널의 변', en: 'Sides of the kernel' }),
  ...rangeWords('dilation', { ko: '팽창률', en: 'Dilation' }),
  ...rangeWords('stride', { ko: '스트라이드', en: 'Stride' }),
  ...rangeWords('padding', { ko: '주어지는 패딩', en: 'Padding where it is given' }),
  ...effortSpreadWord,
  points: { title: { ko: '부분 배점', en: 'Points of the parts' } },
  'points.padding': { title: { ko: '패딩', en: 'Padding' } },
  'points.paddedSize': { title: { ko: '패딩한 입력의 크기', en: 'Padded size' } },
  'points.outputSize': { title: { ko: '특징맵의 크기', en: 'Output size' } },
  'points.sketch': { title: { ko: '스케치', en: 'Sketch' } },
  ...creditWords('credits', slipTitles),
  arithmeticSlip: { title: { ko: '식은 맞고 계산이 틀림', en: 'Right expression, wrong arithmetic' } },
  sketch: { title: { ko: '스케치 채점', en: 'Grading of the sketch' } },
  'sketch.presence': {
    title: { ko: '블록이 있으면 얻는 몫', en: 'Share for having a block' },
    help: { ko: '나머지는 값이 맞을 때 얻습니다.', en: 'The rest is for right labels.' },
  },
  'sketch.reorderLoss': { title: { ko: '순서가 틀리면 잃는 몫', en: 'Share lost for a wrong order' } },
  'sketch.extraLoss': { title: { ko: '남는 블록마다 잃는 몫', en: 'Share lost for each extra block' } },
  ...wordingWords(wordingNames),
}
