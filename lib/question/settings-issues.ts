import type { z } from 'zod'
import type { Localized } from '@/lib/core/localized'

/** What is wrong with one of an author's settings. */
export interface SettingsIssue {
  /** Dotted path of the setting; '' where it is about the whole. */
  readonly path: string
  readonly message: Localized
}

export const pathOf = (path: string | readonly PropertyKey[]): string =>
  typeof path === 'string' ? path : path.map(String).join('.')

/** The issues of a schema in both languages, each with the mend. */
export const issuesOf = (error: z.ZodError): readonly SettingsIssue[] =>
  error.issues.map((issue) => ({ path: pathOf(issue.path), message: messageOf(issue) }))

function messageOf(issue: z.core.$ZodIssue): Localized {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'array' || issue.origin === 'set')
        return { ko: `${issue.minimum}개 이상 고르세요.`, en: `Choose at least ${issue.minimum}.` }
      if (issue.origin === 'string')
        return { ko: `${issue.minimum}자 이상 쓰세요.`, en: `Write at least ${issue.minimum} characters.` }
      return issue.inclusive === false
        ? { ko: `${issue.minimum}보다 큰 값을 쓰세요.`, en: `Enter a number above ${issue.minimum}.` }
        : { ko: `${issue.minimum} 이상의 값을 쓰세요.`, en: `Enter at least ${issue.minimum}.` }
    case 'too_big':
      if (issue.origin === 'array' || issue.origin === 'set')
        return { ko: `${issue.maximum}개까지만 됩니다.`, en: `At most ${issue.maximum} are possible.` }
      if (issue.origin === 'string')
        return {
          ko: `${issue.maximum}자까지만 됩니다.`,
          en: `At most ${issue.maximum} characters are possible.`,
        }
      return { ko: `${issue.maximum} 이하의 값을 쓰세요.`, en: `Enter at most ${issue.maximum}.` }
    case 'invalid_type':
      if (issue.expected === 'int') return { ko: '정수를 쓰세요.', en: 'Enter a whole number.' }
      if (issue.expected === 'number') return { ko: '수를 쓰세요.', en: 'Enter a number.' }
      return { ko: `형식이 맞지 않습니다(${issue.expected}).`, en: `Has to be of type ${issue.expected}.` }
    case 'invalid_value':
      return {
        ko: `다음 중 하나여야 합니다: ${issue.values.join(', ')}`,
        en: `Has to be one of: ${issue.values.join(', ')}`,
      }
    case 'unrecognized_keys':
      return {
        ko: `없는 설정입니다: ${issue.keys.join(', ')}`,
        en: `No such setting: ${issue.keys.join(', ')}`,
      }
    case 'custom': {
      const ko: unknown = issue.params?.ko
      return { ko: typeof ko === 'string' ? ko : issue.message, en: issue.message }
    }
    default:
      return { ko: issue.message, en: issue.message }
  }
}
