/** What a new question starts from. */
export const activationQuestion = {
  statement: {
    ko: '입력의 절댓값이 클 때 도함수가 0에 가까워지지 않는 활성화 함수는 무엇인가?',
    en: 'Which activation function has a derivative that does not approach 0 for large positive inputs?',
  },
  options: [
    { text: { ko: 'ReLU', en: 'ReLU' }, correct: true },
    {
      text: { ko: '시그모이드', en: 'Sigmoid' },
      feedback: { ko: 'σ(1 − σ)는 양쪽 끝에서 0에 가까워집니다.', en: 'σ(1 − σ) approaches 0 at both ends.' },
    },
    {
      text: { ko: 'tanh', en: 'tanh' },
      feedback: {
        ko: '1 − tanh²는 양쪽 끝에서 0에 가까워집니다.',
        en: '1 − tanh² approaches 0 at both ends.',
      },
    },
  ],
  solution: {
    ko: 'ReLU의 도함수는 양수에서 항상 1입니다.',
    en: 'The derivative of ReLU is 1 for every positive input.',
  },
} as const
