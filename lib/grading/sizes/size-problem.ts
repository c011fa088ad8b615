import type { Localized } from '@/lib/core/localized'
import { describeReadProblem, type ReadProblem } from '@/lib/grading/expression/read-problem'

/** Why a text is not a size, a padding or a whole number; `at` is the UTF-16 offset into the text as typed. */
export type SizeProblem =
  | ReadProblem
  | {
      readonly kind: 'size-too-long' | 'too-many-numbers' | 'side-missing' | 'not-whole' | 'letters-only'
      readonly at: number
    }

/** One plain sentence on what stands in the way and how to mend it. */
export function describeSizeProblem(problem: SizeProblem): Localized {
  switch (problem.kind) {
    case 'size-too-long':
      return {
        ko: '답이 너무 깁니다. 12x34처럼 세로와 가로만 짧게 써 주세요.',
        en: 'This is too long. Write only height and width, as in 12x34.',
      }
    case 'too-many-numbers':
      return {
        ko: '수가 셋 이상입니다. 채널이나 배치 없이 세로와 가로, 두 수만 써 주세요.',
        en: 'There are more than two numbers. Write height and width only, without channels or batch.',
      }
    case 'side-missing':
      return {
        ko: '세로와 가로 가운데 한쪽이 비어 있습니다.',
        en: 'One of height and width is missing.',
      }
    case 'letters-only':
      return {
        ko: '문자로 된 식입니다. 문제의 수를 넣어 계산한 값을 써 주세요.',
        en: 'This is a formula in letters. Put in the numbers of the problem and write what it comes to.',
      }
    case 'not-whole':
      return { ko: '정수 하나로 써 주세요.', en: 'Write one whole number.' }
    default:
      return describeReadProblem(problem)
  }
}
