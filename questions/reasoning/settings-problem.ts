import { type Locale, locales } from '@/lib/core/localized'
import type { SettingsProblem } from '@/lib/question/contract'
import { judge } from './grade'
import type { Settings } from './settings'

const scores = { met: 1, partial: 0.5, unmet: 0 } as const
const words = {
  1: { ko: '충족', en: 'met' },
  0.5: { ko: '일부 충족', en: 'met in part' },
  0: { ko: '미충족', en: 'not met' },
} as const
const wordsFor = (score: number) => words[score === 1 ? 1 : score === 0.5 ? 0.5 : 0]

/** An example or a reference answer that is judged otherwise than its author says: the rubric does not mean what they do. */
export function settingsProblem(settings: Settings): SettingsProblem | null {
  for (const [place, { examples }] of settings.criteria.entries())
    for (const [i, { text, verdict }] of examples.entries()) {
      const found = judge(text, settings).criteria[place]
      const got = wordsFor(found?.score ?? 0)
      if (found?.score !== scores[verdict])
        return {
          property: `criteria.${place}.examples.${i}.verdict`,
          message: {
            ko: `이 예시는 지금 '${got.ko}'으로 판정됩니다. 표현이나 규칙을 고치세요.`,
            en: `This example is judged as "${got.en}" now. Mend the forms or the ways.`,
          },
        }
    }
  for (const locale of locales) {
    const problem = referenceProblem(settings, locale)
    if (problem !== null) return problem
  }
  return null
}

function referenceProblem(settings: Settings, locale: Locale): SettingsProblem | null {
  const { criteria } = judge(settings.reference[locale], settings)
  const missed = criteria.findIndex(({ score }) => score < 1)
  const title = settings.criteria[missed]?.title
  return title === undefined
    ? null
    : {
        property: `reference.${locale}`,
        message: {
          ko: `모범 답안이 '${title.ko}' 항목을 충족하지 못합니다.`,
          en: `The reference answer does not meet "${title.en}".`,
        },
      }
}
