import { z } from 'zod'
import type { Locale } from '@/lib/core/localized'
import { createRng } from '@/lib/core/rng'
import { defineQuestion } from '@/lib/question/define-question'
import { fill, grade, idOf, partTitle } from './grade'
import { type ChoiceParams, letterOf, paramsSchema } from './params'
import { settingWords } from './setting-words'
import { type ChoiceSettings, choiceSchema } from './settings'
import { drawsOf, settingsProblem, spaceOf, writtenValues } from './variables'

const responseSchema = z
  .object({ choice: z.union([z.string(), z.number().transform(String)]).catch('') })
  .catch({ choice: '' })

const inOrder = (settings: ChoiceSettings): readonly number[] => settings.options.map((_, place) => place)

/** The options as they are shown, with their letters and this variant's values. */
const shownOptions = (params: ChoiceParams, settings: ChoiceSettings) => {
  const values = writtenValues(settings, params.values)
  return params.order.flatMap((place, i) => {
    const option = settings.options[place]
    return option ? [{ place, letter: letterOf(i), text: fill(option.text, values) }] : []
  })
}

function statement(params: ChoiceParams, locale: Locale, settings: ChoiceSettings): string {
  const values = writtenValues(settings, params.values)
  return fill(settings.statement, values)[locale]
}

/** One or several of an author's options. */
export const choice = defineQuestion({
  slug: 'choice',
  version: '1',
  title: { ko: '선택형 문제', en: 'Multiple choice' },
  settings: choiceSchema,
  settingWords,
  settingsProblem,
  params: paramsSchema,
  response: responseSchema,
  generate(seed, settings) {
    const rng = createRng(seed)
    const values = Object.fromEntries(rng.pick([...drawsOf(settings)]))
    return { values, order: settings.shuffle ? rng.shuffle(inOrder(settings)) : inOrder(settings) }
  },
  // The order of the options changes nothing about them: one stands for all.
  *enumerate(settings) {
    for (const drawn of drawsOf(settings))
      yield { values: Object.fromEntries(drawn), order: inOrder(settings) }
  },
  space: spaceOf,
  statement,
  figure: () => null,
  fields: (params, settings) => [
    {
      kind: 'choice' as const,
      name: 'choice',
      label: partTitle,
      hint: settings.multiple
        ? { ko: '옳은 것을 모두 고르세요.', en: 'Choose all that are right.' }
        : { ko: '하나를 고르세요.', en: 'Choose one.' },
      multiple: settings.multiple,
      options: shownOptions(params, settings).map(({ place, letter, text }) => ({
        value: String(place),
        letter,
        text,
      })),
    },
  ],
  grade,
  solution(params, settings) {
    const values = writtenValues(settings, params.values)
    const right = shownOptions(params, settings).filter(({ place }) => settings.options[place]?.correct)
    const own = fill(settings.solution, values)
    const line = (locale: Locale) =>
      [right.map(({ letter, text }) => `**${letter}.** ${text[locale]}`).join('\n\n'), own[locale]]
        .filter((part) => part.trim() !== '')
        .join('\n\n')
    return { text: { ko: line('ko'), en: line('en') }, figure: null }
  },
  reference: (_, settings) => ({
    choice: inOrder(settings)
      .filter((place) => settings.options[place]?.correct)
      .join(','),
  }),
  mistakes: (params, settings) => {
    if (settings.multiple) return []
    const values = writtenValues(settings, params.values)
    return settings.options.flatMap(({ correct, credit, text, feedback }, place) =>
      correct
        ? []
        : [
            {
              id: idOf(place),
              part: 'choice',
              value: String(place),
              credit,
              title: fill(text, values),
              feedback: fill(feedback, values),
            },
          ],
    )
  },
  effort: (_, settings) => 5 * settings.options.length,
})
