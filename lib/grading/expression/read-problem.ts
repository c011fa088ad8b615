import type { Localized } from '@/lib/core/localized'

/** Why a text could not be read or evaluated. */
export type ReadProblemKind =
  | 'empty'
  | 'too-long'
  | 'too-deep'
  | 'no-number'
  | 'unknown-character'
  | 'unknown-word'
  | 'factorial'
  | 'missing-operator'
  | 'missing-value'
  | 'several-values'
  | 'bracket-not-closed'
  | 'bracket-not-opened'
  | 'bracket-mismatch'
  | 'equals-in-brackets'
  | 'division-by-zero'
  | 'exponent-not-whole'
  | 'too-large'
  | 'links-disagree'

export interface ReadProblem {
  readonly kind: ReadProblemKind
  /** UTF-16 offset into the text as typed. */
  readonly at: number
  /** What stands there, shortened; '' at the end of the text. */
  readonly found: string
}

const LONGEST_FOUND = 20
const isPrintable = (text: string): boolean => !/[\p{C}\p{Zl}\p{Zp}]/u.test(text)

/** A piece of the text fit to be quoted: short, and control characters by their code point. */
export function quoted(text: string, start: number, end: number): string {
  const piece = Array.from(text.slice(start, Math.min(end, start + 2 * LONGEST_FOUND)))
  const shown = piece
    .slice(0, LONGEST_FOUND)
    .map((character) =>
      isPrintable(character)
        ? character
        : `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    )
    .join('')
  return piece.length > LONGEST_FOUND || end - start > 2 * LONGEST_FOUND ? `${shown}…` : shown
}

type Words = (found: string) => Localized

const words: Record<ReadProblemKind, Words> = {
  empty: () => ({ ko: '답이 비어 있습니다.', en: 'The answer is empty.' }),
  'too-long': () => ({
    ko: '식이 너무 깁니다. 곱과 합으로 된 짧은 식이나 수 하나로 써 주세요.',
    en: 'The expression is too long. Write a short expression of products and sums, or a number.',
  }),
  'too-deep': () => ({
    ko: '괄호나 거듭제곱이 너무 깊게 겹쳐 있습니다. 괄호를 줄여 주세요.',
    en: 'Brackets or powers are nested too deeply. Use fewer brackets.',
  }),
  'no-number': () => ({
    ko: '수가 보이지 않습니다. 수나 식을 써 주세요.',
    en: 'There is no number here. Write a number or an expression.',
  }),
  'unknown-character': (found) => ({
    ko: `읽을 수 없는 기호가 있습니다: ‘${found}’. 숫자와 + − × ÷ ^, 괄호, 등호만 써 주세요.`,
    en: `“${found}” is a sign that can’t be read here. Use digits, + − × ÷ ^, brackets and =.`,
  }),
  'unknown-word': (found) => ({
    ko: `읽을 수 없는 말이 있습니다: ‘${found}’. 변수나 함수 없이 숫자로 된 식을 써 주세요.`,
    en: `“${found}” can’t be read. Write the expression with numbers, without variables or functions.`,
  }),
  factorial: () => ({
    ko: '계승(!)은 쓸 수 없습니다. 곱과 합으로 써 주세요.',
    en: 'Factorials (!) can’t be used. Write products and sums.',
  }),
  'missing-operator': (found) => ({
    ko: `‘${found}’ 앞에 연산 기호가 없습니다. +, × 등을 넣어 주세요.`,
    en: `There is no sign before “${found}”. Put +, × or another sign between the two values.`,
  }),
  'missing-value': (found) =>
    found === ''
      ? {
          ko: '식이 끝나지 않았습니다. 마지막 기호 뒤에 수를 써 주세요.',
          en: 'The expression stops short. Write a number after the last sign.',
        }
      : {
          ko: `‘${found}’ 앞에 수가 빠져 있습니다.`,
          en: `A number is missing before “${found}”.`,
        },
  'several-values': (found) => ({
    ko: `‘${found}’에서 답이 여러 개로 나뉩니다. 답 하나만 쓰고, 더할 값이면 +로 이어 주세요.`,
    en: `At “${found}” the answer splits into several. Give one answer; join values that belong together with +.`,
  }),
  'bracket-not-closed': (found) => ({
    ko: `‘${found}’ 괄호가 닫히지 않았습니다.`,
    en: `The bracket “${found}” is never closed.`,
  }),
  'bracket-not-opened': (found) => ({
    ko: `‘${found}’ 괄호에 맞는 여는 괄호가 없습니다.`,
    en: `The closing bracket “${found}” has no opening one.`,
  }),
  'bracket-mismatch': (found) => ({
    ko: `‘${found}’ 괄호가 여는 괄호와 종류가 다릅니다.`,
    en: `The closing bracket “${found}” is of another kind than the opening one.`,
  }),
  'equals-in-brackets': (found) => ({
    ko: `괄호 안에 ‘${found}’ 기호가 있습니다. 등호는 괄호 밖에 써 주세요.`,
    en: `“${found}” can’t stand inside brackets. Write it outside them.`,
  }),
  'division-by-zero': () => ({ ko: '0으로 나눌 수 없습니다.', en: 'There is a division by zero.' }),
  'exponent-not-whole': () => ({
    ko: '지수는 정수여야 합니다.',
    en: 'An exponent has to be a whole number.',
  }),
  'too-large': () => ({
    ko: '이 식은 너무 커서 계산하지 않습니다. 더 작은 수와 지수로 써 주세요.',
    en: 'This is too large to be worked out. Use smaller numbers and exponents.',
  }),
  'links-disagree': (found) => ({
    ko: `‘${found}’의 양쪽 값이 서로 다릅니다.`,
    en: `The two sides of “${found}” are not equal.`,
  }),
}

/** One plain sentence on what stands in the way and how to mend it. */
export const describeReadProblem = (problem: ReadProblem): Localized => words[problem.kind](problem.found)
