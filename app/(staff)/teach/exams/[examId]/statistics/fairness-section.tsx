import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { ScrollRegion } from '@/app/_components/ui/scroll-region'
import type { Level, ParameterTest } from '@/lib/exam/statistics/fairness'
import type { StatisticsView } from '@/lib/use-cases/read-statistics'
import { parameterName, valueWords } from './parameter-words'
import { percent, signedPercent } from './words'

/** Whether points depend on the variant that a student happened to get, in words first. */
export async function FairnessSection({ view }: { view: StatisticsView }) {
  const [t, locale] = await Promise.all([getTranslations('statistics'), getLocale()])
  const { tests, tooFew } = view.statistics.fairness
  const slots = view.statistics.problems.map(({ slot }) => slot)
  const unfair = tests.filter((test) => test.unfair)
  const problem = (index: number) => {
    const slot = slots[index] ?? 0
    return `${slot}. ${view.titleOf(slot)[locale]}`
  }
  const levelWords = ({ from, to }: Level) =>
    from === to ? valueWords(from, t) : `${valueWords(from, t)} – ${valueWords(to, t)}`
  const ends = (test: ParameterTest) => {
    const sorted = [...test.levels].sort((a, b) => b.beyondAbility - a.beyondAbility)
    return { best: sorted[0], worst: sorted.at(-1) }
  }
  return (
    <Card aria-labelledby="fairness" className="space-y-4">
      <h2 id="fairness" className="font-semibold text-lg">
        {t('fairness')}
      </h2>
      {tests.length === 0 ? (
        <Notice title={t('tooFew')}>{t(tooFew.length === 0 ? 'fairnessNone' : 'fairnessNeeds')}</Notice>
      ) : unfair.length === 0 ? (
        <Notice tone="good">{t('fair', { count: tests.length })}</Notice>
      ) : (
        unfair.map((test) => {
          const { best, worst } = ends(test)
          return (
            <Notice key={`${test.problem}-${test.parameter}`} tone="warn" title={problem(test.problem)}>
              <p>
                {t('unfair', {
                  parameter: parameterName(test.parameter, t),
                  best: best ? levelWords(best) : '',
                  worst: worst ? levelWords(worst) : '',
                  gap: Math.round(test.gap * 100),
                })}
              </p>
            </Notice>
          )
        })
      )}
      {tests.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 text-accent text-sm">
            {t('allTests', { count: tests.length })}
          </summary>
          <ScrollRegion label={t('fairness')}>
            <table className="w-full text-left text-sm tabular-nums">
              <thead>
                <tr className="border-line border-b">
                  {[t('problem'), t('parameterName'), t('values'), t('pValue'), t('verdict')].map((each) => (
                    <th key={each} scope="col" className="px-2 py-1 font-semibold">
                      {each}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody className="divide-y divide-line align-top">
                {[...tests]
                  .sort((a, b) => a.corrected - b.corrected || a.p - b.p)
                  .map((test) => (
                    <tr key={`${test.problem}-${test.parameter}`}>
                      <th scope="row" className="px-2 py-1 font-normal">
                        {problem(test.problem)}
                      </th>
                      <td className="px-2 py-1">{parameterName(test.parameter, t)}</td>
                      <td className="px-2 py-1">
                        <ul>
                          {test.levels.map((level) => (
                            <li key={String(level.from)} className="whitespace-nowrap">
                              {t('level', {
                                value: levelWords(level),
                                n: level.n,
                                mean: percent(level.mean),
                                beyond: signedPercent(level.beyondAbility),
                              })}
                            </li>
                          ))}
                        </ul>
                      </td>
                      <td className="whitespace-nowrap px-2 py-1">
                        {test.p.toFixed(4)} → {test.corrected.toFixed(3)}
                      </td>
                      <td className="whitespace-nowrap px-2 py-1">
                        {t(test.unfair ? 'verdictUnfair' : 'verdictFair')}
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </ScrollRegion>
        </details>
      )}
      {tooFew.length > 0 && (
        <p className="text-sm">
          {t('tooFewFor', {
            parameters: tooFew
              .map((each) => `${slots[each.problem] ?? ''}: ${parameterName(each.parameter, t)}`)
              .join(', '),
          })}
        </p>
      )}
      <p className="text-muted text-sm">{t('fairnessSource')}</p>
    </Card>
  )
}
