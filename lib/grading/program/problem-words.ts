import type { Localized } from '@/lib/core/localized'
import type { FormulaProblem } from '@/lib/grading/formula/formula'

/** What is wrong with a formula, and what to do about it. */
export function describeProblem({ kind, found }: FormulaProblem): Localized {
  switch (kind) {
    case 'empty':
      return { ko: '식을 쓰세요.', en: 'Write a formula.' }
    case 'too-long':
      return { ko: '식이 너무 깁니다.', en: 'The formula is too long.' }
    case 'too-deep':
      return { ko: '괄호가 너무 깊습니다.', en: 'Brackets are nested too deeply.' }
    case 'character':
      return { ko: `‘${found}’은(는) 식에 쓸 수 없습니다.`, en: `“${found}” can’t stand in a formula.` }
    case 'unexpected':
      return found === ''
        ? { ko: '식이 끝나지 않았습니다.', en: 'The formula is not finished.' }
        : { ko: `‘${found}’이(가) 있을 자리가 아닙니다.`, en: `“${found}” does not belong there.` }
    case 'unknown-name':
      return { ko: `‘${found}’이라는 이름이 없습니다.`, en: `There is no “${found}”.` }
    case 'unknown-function':
      return { ko: `‘${found}’이라는 함수가 없습니다.`, en: `There is no function “${found}”.` }
    case 'arguments':
      return {
        ko: `‘${found}’에 넣는 값의 수가 다릅니다.`,
        en: `“${found}” takes another number of arguments.`,
      }
    case 'division-by-zero':
      return {
        ko: '어떤 변형에서 0으로 나눕니다. 조건을 더하세요.',
        en: 'Some variant divides by 0: add a constraint.',
      }
    case 'out-of-range':
      return {
        ko: '어떤 변형에서 값이 너무 큽니다. 범위를 좁히세요.',
        en: 'Some variant’s value is out of range: narrow the ranges.',
      }
  }
}
