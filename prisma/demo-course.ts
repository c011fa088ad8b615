import { examRulesSchema } from '@/lib/exam/rules'

/** The demo course as data: the exam that the product starts from, as it was set, and the same exam randomized. */

export const course = {
  code: 'dl-demo',
  title: { ko: '딥러닝 개론 (데모)', en: 'Introduction to Deep Learning (demo)' },
  term: '2026-2',
}

/** Two points each. */
export const POINTS = 200

export const problems = [
  {
    type: 'dnn-parameters',
    title: { ko: '완전연결 신경망의 파라미터 수', en: 'Parameters of a fully connected network' },
    fixed: { inputs: 6, hidden: [5, 4], outputs: 3, biases: true },
  },
  {
    type: 'conv-output',
    title: { ko: '패딩과 합성곱의 출력 크기', en: 'Padding and the output size of a convolution' },
    fixed: {
      input: { height: 64, width: 64 },
      kernel: { height: 5, width: 5 },
      stride: 1,
      dilation: 1,
      padding: 'same',
    },
  },
  {
    type: 'rnn-gradient',
    title: { ko: 'RNN의 기울기 소실', en: 'Gradient decay in an RNN' },
    fixed: { activation: 'tanh', recurrentWeight: null, sequenceLength: null, hiddenLayers: 1 },
  },
] as const

export const exams = [
  {
    key: 'fixed',
    title: { ko: '딥러닝 중간시험', en: 'Deep learning midterm' },
    description: {
      ko: '세 문제, 각 2점입니다. 모든 학생이 같은 숫자로 풉니다.',
      en: 'Three problems, two points each. Everybody works with the same numbers.',
    },
    rules: examRulesSchema.parse({ timeLimitMinutes: 60, attemptsAllowed: 3, counts: 'best' }),
  },
  {
    key: 'randomized',
    title: { ko: '딥러닝 중간시험 (학생마다 다른 숫자)', en: 'Deep learning midterm, randomized' },
    description: {
      ko: '세 문제, 각 2점입니다. 응시할 때마다 신경망, 합성곱, RNN의 값이 새로 정해집니다.',
      en: 'Three problems, two points each. Every attempt draws its own network, convolution and RNN.',
    },
    rules: examRulesSchema.parse({ timeLimitMinutes: 60, attemptsAllowed: null, counts: 'best' }),
  },
] as const
