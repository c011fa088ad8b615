import { assertNever } from '@/lib/core/assert-never'
import type { Localized } from '@/lib/core/localized'
import { gradeBound } from '@/lib/grading/bound/grade-bound'
import type { PartResult } from '@/lib/question/grade-result'
import { logBound } from './behaviour'
import { boundMistakes } from './mistake-values'
import { mistakeWords } from './mistakes'
import type { Params } from './params'
import type { Settings } from './settings'

interface Outcome {
  readonly code: string
  readonly credit: number
  readonly feedback: Localized
}

function outcome(params: Params, text: string, settings: Settings): Outcome {
  const verdict = gradeBound(text, logBound(params) ?? 0, boundMistakes(params))
  switch (verdict.kind) {
    case 'right':
      return { code: 'correct', credit: 1, feedback: { ko: '맞습니다.', en: 'Right.' } }
    case 'known':
      return {
        code: verdict.id,
        credit: settings.boundCredit[verdict.id],
        feedback: mistakeWords[verdict.id].feedback,
      }
    case 'empty':
      return { code: 'empty', credit: 0, feedback: { ko: '답이 없습니다.', en: 'No answer.' } }
    case 'unreadable':
      return {
        code: 'invalid',
        credit: 0,
        feedback: {
          ko: '수나 식으로 읽을 수 없습니다. 예: 3^4, (2*3)^4, 4.56e-7',
          en: 'This cannot be read as a number or an expression, such as 3^4, (2*3)^4 or 4.56e-7.',
        },
      }
    case 'not-positive':
      return {
        code: 'incorrect',
        credit: 0,
        feedback: {
          ko: '상한은 0보다 큽니다. 아주 작은 수라도 0으로 반올림하지 말고 식이나 e 표기로 쓰세요.',
          en: 'The bound is above zero. Do not round a tiny number to 0; write an expression or use e notation.',
        },
      }
    case 'wrong':
      return {
        code: 'incorrect',
        credit: 0,
        feedback: {
          ko: '맞지 않습니다. 한 시점의 인수의 상한과 전이의 횟수를 따로 구해 보세요.',
          en: 'Not right. Find the bound of one factor and the number of transitions separately.',
        },
      }
    default:
      return assertNever(verdict)
  }
}

/** The part `bound` of a numeric variant; `max` is its share of the problem's points. */
export function gradeBoundPart(params: Params, text: string, settings: Settings): PartResult {
  const max = settings.boundShare
  const { code, credit, feedback } = outcome(params, text, settings)
  return {
    id: 'bound',
    title: { ko: '상한', en: 'Upper bound' },
    score: max * credit,
    max,
    code,
    feedback,
    evidence: [],
  }
}
