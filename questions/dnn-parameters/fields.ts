import type { Field } from '@/lib/question/field'

export const fields: readonly Field[] = [
  {
    kind: 'expression',
    name: 'total',
    label: { ko: '파라미터 수', en: 'Number of parameters' },
    hint: {
      ko: '식이나 수로 쓰세요. 예: 12×7+3, 2*(9+1), 87',
      en: 'Write an expression or a number, such as 12×7+3, 2*(9+1) or 87.',
    },
  },
]
