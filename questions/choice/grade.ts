import type { Localized } from '@/lib/core/localized'
import type { GradeResult } from '@/lib/question/grade-result'
import { type ChoiceParams, letterOf } from './params'
import type { ChoiceSettings } from './settings'
import { writtenValues } from './variables'

const PART = 'choice'
export const partTitle: Localized = { ko: '선택', en: 'Choice' }

/** What was chosen, as places of options; null where the answer is no list of them. */
export function readChoice(text: string, count: number): ReadonlySet<number> | null {
  const places = text.split(',').map((each) => each.trim())
  if (!places.every((place) => /^\d{1,2}$/.test(place) && Number(place) < count)) return null
  return new Set(places.map(Number))
}

export const idOf = (place: number): string => `option-${place + 1}`

const fill = (text: Localized, values: ReadonlyMap<string, string>): Localized => {
  const one = (each: string) =>
    each.replace(/\{\{\s*([^{}\s]*)\s*\}\}/g, (_, name: string) => values.get(name) ?? '')
  return { ko: one(text.ko), en: one(text.en) }
}

export { fill }

/**
 * One choice: right, or the wrong option's own share. Several: each right one chosen earns its part, each wrong one
 * chosen takes its share away (all of a right one's part where none is set), never below nothing.
 */
export function grade(
  params: ChoiceParams,
  { choice }: { choice: string },
  settings: ChoiceSettings,
): GradeResult {
  const { options, multiple, points } = settings
  const result = (
    credit: number,
    code: string,
    feedback: Localized,
    status: GradeResult['status'] = 'graded',
  ) => ({
    score: credit,
    interval: [credit, credit] as const,
    status,
    parts: [
      {
        id: PART,
        title: partTitle,
        score: Math.round(credit * points * 1e6) / 1e6,
        max: points,
        code,
        feedback,
        evidence: [],
      },
    ],
    steps: [],
  })
  if (choice.trim() === '')
    return result(0, 'empty', { ko: '고른 것이 없습니다.', en: 'Nothing was chosen.' }, 'invalid')
  const chosen = readChoice(choice, options.length)
  if (!chosen || (!multiple && chosen.size > 1))
    return result(
      0,
      'invalid',
      { ko: '답을 읽지 못했습니다. 선택지를 고르세요.', en: 'The answer can’t be read: choose an option.' },
      'invalid',
    )
  const right = new Set(options.flatMap(({ correct }, i) => (correct ? [i] : [])))
  const wrong = [...chosen].filter((place) => !right.has(place))
  if (wrong.length === 0 && chosen.size === right.size)
    return result(1, 'correct', { ko: '맞습니다.', en: 'Right.' })

  const values = writtenValues(settings, params.values)
  const feedback = feedbackOn(params, settings, wrong, values)
  if (!multiple) {
    const [place = 0] = chosen
    return result(options[place]?.credit ?? 0, idOf(place), feedback)
  }
  const found = [...chosen].filter((place) => right.has(place)).length
  const lost = wrong.reduce((sum, place) => sum + (options[place]?.credit || 1 / right.size), 0)
  const credit = Math.max(0, Math.round((found / right.size - lost) * 1e6) / 1e6)
  const [only] = wrong
  return result(
    credit,
    wrong.length === 1 && found === right.size && only !== undefined
      ? idOf(only)
      : wrong.length === 0
        ? 'some-missing'
        : 'incorrect',
    feedback,
  )
}

/** What the author says of each wrong option that was chosen, under its letter. */
function feedbackOn(
  { order }: ChoiceParams,
  { options, multiple }: ChoiceSettings,
  wrong: readonly number[],
  values: ReadonlyMap<string, string>,
): Localized {
  const lines = wrong.flatMap((place) => {
    const said = options[place]?.feedback
    if (!said || (said.ko.trim() === '' && said.en.trim() === '')) return []
    const { ko, en } = fill(said, values)
    const letter = letterOf(Math.max(0, order.indexOf(place)))
    return [multiple ? { ko: `${letter}: ${ko}`, en: `${letter}: ${en}` } : { ko, en }]
  })
  if (lines.length === 0)
    return wrong.length === 0
      ? { ko: '옳은 선택지가 더 있습니다.', en: 'More options are right.' }
      : { ko: '맞지 않습니다.', en: 'This is not right.' }
  return { ko: lines.map(({ ko }) => ko).join(' '), en: lines.map(({ en }) => en).join(' ') }
}
