import {
  draws,
  settingsProblem as problemOf,
  programOf,
  spaceOf as programSpace,
  withDerived,
} from '@/lib/grading/program/program'
import type { ProgramSettings } from '@/lib/grading/program/schema'
import { writeValue } from '@/lib/grading/program/write-value'
import type { SettingsProblem, Space } from '@/lib/question/contract'
import type { ChoiceSettings } from './settings'

const known = new WeakMap<ChoiceSettings, ProgramSettings>()

/** The same variables as those of computed questions; every text that may name them is looked at as one. */
function asProgram(settings: ChoiceSettings): ProgramSettings {
  const made = known.get(settings)
  if (made) return made
  const { statement, options, variables, constraints, solution } = settings
  const all = (locale: 'ko' | 'en') =>
    [statement, solution, ...options.flatMap(({ text, feedback }) => [text, feedback])]
      .flatMap((text) => [...text[locale].matchAll(/\{\{[^{}]*\}\}/g)].map(([place]) => place))
      .join('')
  const program: ProgramSettings = {
    parts: [],
    mistakes: [],
    statement: { ko: all('ko'), en: all('en') },
    variables,
    constraints,
  }
  known.set(settings, program)
  return program
}

/** What is wrong, at the setting to change; null where all is well. */
export function settingsProblem(settings: ChoiceSettings): SettingsProblem | null {
  const { options, multiple } = settings
  const right = options.filter(({ correct }) => correct).length
  if (options.length < 2)
    return {
      property: 'options',
      message: { ko: '선택지를 두 개 이상 두세요.', en: 'Give at least two options.' },
    }
  if (right === 0)
    return { property: 'options', message: { ko: '옳은 선택지를 정하세요.', en: 'Mark an option as right.' } }
  if (!multiple && right > 1)
    return {
      property: 'multiple',
      message: {
        ko: '하나만 고르는 문제에 옳은 선택지가 여럿입니다.',
        en: 'Several options are right, but only one may be chosen.',
      },
    }
  const empty = options.findIndex(({ text }) => text.ko.trim() === '' || text.en.trim() === '')
  if (empty >= 0)
    return {
      property: `options.${empty}.text`,
      message: { ko: '두 언어로 쓰세요.', en: 'Write it in both languages.' },
    }
  return problemOf(asProgram(settings))
}

/** Every combination of the drawn variables, as texts by name; one without any where none are declared. */
export const drawsOf = (settings: ChoiceSettings): Iterable<ReadonlyMap<string, string>> =>
  draws(programOf(asProgram(settings)))

export const spaceOf = (settings: ChoiceSettings): Space => programSpace(programOf(asProgram(settings)))

/** Every variable as it is written in texts. */
export function writtenValues(
  settings: ChoiceSettings,
  values: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const all = withDerived(programOf(asProgram(settings)), new Map(Object.entries(values)))
  return new Map([...all].map(([name, value]) => [name, writeValue(value)]))
}
