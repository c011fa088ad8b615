import { assertNever } from '@/lib/core/assert-never'
import type { Localized } from '@/lib/core/localized'
import { gradeBound } from '@/lib/grading/bound/grade-bound'
import { describeReadProblem } from '@/lib/grading/expression/read-problem'
import type { PartResult } from '@/lib/question/grade-result'
import { logBound } from './behaviour'
import { boundMistakes } from './mistake-values'
import { describeSlips } from './mistakes'
import { numbersOf, type Params } from './params'
import type { Settings } from './settings'

interface Outcome {
  readonly code: string
  readonly credit: number
  readonly feedback: Localized
}

const example: Localized = {
  ko: '예: 3^4, (2*3)^4, 4.56e-7.',
  en: 'Examples: 3^4, (2*3)^4, 4.56e-7.',
}

const brokenNote: Localized = {
  ko: '다만 그 식을 계산한 값이 틀렸습니다: 등호의 양쪽이 서로 다릅니다.',
  en: 'But it is not worked out rightly: the two sides of an equals sign differ.',
}

const joined = (a: Localized, b: Localized): Localized => ({ ko: `${a.ko} ${b.ko}`, en: `${a.en} ${b.en}` })

function outcome(params: Params, text: string, settings: Settings): Outcome {
  const mistakes = boundMistakes(params)
  const verdict = gradeBound(text, logBound(params) ?? 0, mistakes, numbersOf(params))
  // As in any chain: the first expression counts, less the share of a slip for every break behind it.
  const worth = 'breaks' in verdict ? settings.boundCredit['arithmetic-slip'] ** verdict.breaks : 1
  switch (verdict.kind) {
    case 'right':
      return worth === 1
        ? { code: 'correct', credit: 1, feedback: { ko: '맞습니다.', en: 'Right.' } }
        : {
            code: 'arithmetic-slip',
            credit: worth,
            feedback: joined({ ko: '식은 맞습니다.', en: 'The expression is right.' }, brokenNote),
          }
    case 'known': {
      const slips = mistakes.find(({ id }) => id === verdict.id)?.slips ?? []
      const { credit, feedback } = describeSlips(slips, settings)
      const said = worth === 1 ? feedback : joined(feedback, brokenNote)
      return { code: verdict.id, credit: credit * worth, feedback: said }
    }
    case 'two-answers':
      return {
        code: 'links-disagree',
        credit: 0,
        feedback: {
          ko: '서로 다른 값을 같다고 썼습니다. 답은 하나만 쓰세요.',
          en: 'Different values are written as equal. Give one answer only.',
        },
      }
    case 'empty':
      return { code: 'empty', credit: 0, feedback: { ko: '답이 없습니다.', en: 'No answer.' } }
    case 'unreadable':
      return { code: 'invalid', credit: 0, feedback: joined(describeReadProblem(verdict.problem), example) }
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
