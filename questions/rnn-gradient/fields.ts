import { maxAnswerLength } from '@/lib/grading/rubric/limits'
import type { Field } from '@/lib/question/field'
import { numbersOf, type Params } from './params'

/** The explanation, and with numbers the bound. */
export function fields(params: Params): readonly Field[] {
  const explanation: Field = {
    kind: 'text',
    name: 'explanation',
    label: { ko: '설명', en: 'Explanation' },
    hint: {
      ko: '문장으로 쓰세요. 한국어나 영어, 수식을 섞어 써도 됩니다. 낱말만 늘어놓은 것은 설명으로 보지 않습니다.',
      en: 'Write sentences, in Korean or English; formulas may be mixed in. A mere list of words is not an explanation.',
    },
    maxLength: maxAnswerLength,
  }
  const numbers = numbersOf(params)
  if (numbers === null) return [explanation]
  const bound: Field = {
    kind: 'expression',
    name: 'bound',
    label: {
      ko: `시점 ${numbers.length}에서 시점 1까지의 상한`,
      en: `Upper bound from step ${numbers.length} to step 1`,
    },
    hint: {
      ko: '수 또는 식으로 쓰세요. 거듭제곱은 ^로 쓰며(예: 3^4), 소수로 쓸 때는 유효숫자 세 자리면 됩니다(예: 4.56e-7).',
      en: 'A number or an expression. Write powers with ^ (such as 3^4); three significant digits of a decimal are enough (such as 4.56e-7).',
    },
  }
  return [explanation, bound]
}
