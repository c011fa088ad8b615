import { getLocale, getTranslations } from 'next-intl/server'
import { ChartFigure } from '@/app/_components/charts/chart-figure'
import { HistogramChart } from '@/app/_components/charts/histogram-chart'
import { ShareBars } from '@/app/_components/charts/share-bars'
import { Card } from '@/app/_components/ui/card'
import type { ProblemStatistics } from '@/lib/exam/statistics/exam-statistics'
import type { StatisticsView } from '@/lib/use-cases/read-statistics'
import { Figure } from './figures'
import { fixed, percent, points, quartiles } from './words'

const codes = [
  'correct',
  'invalid',
  'empty',
  'incorrect',
  'follow-through',
  'decided',
  'partial',
  'partly-right',
  'arithmetic-slip',
  'run-on-equals',
  'links-disagree',
  'stages-missing',
  'stages-reordered',
  'stages-extra',
  'labels-wrong',
] as const
const decisions = ['met', 'partial', 'unmet', 'unsure'] as const

/** One problem: points, time, and what went wrong how often. */
export async function ProblemSection({
  problem,
  view,
}: {
  problem: ProblemStatistics
  view: StatisticsView
}) {
  const [t, locale] = await Promise.all([getTranslations('statistics'), getLocale()])
  const { slot, scores, minutes, bins, discrimination } = problem
  const id = `problem-${slot}`
  const codeWords = (part: string, code: string) => {
    const known = codes.find((each) => each === code)
    return known ? t(`code.${known}`) : (view.mistakeTitle(slot, part, code)?.[locale] ?? code)
  }
  const share = (count: number, of: number) => t('share', { count, percent: of })
  return (
    <Card aria-labelledby={id} className="space-y-5">
      <h2 id={id} className="font-semibold text-lg">
        {slot}. {view.titleOf(slot)[locale]}
      </h2>
      <dl className="flex flex-wrap gap-x-8 gap-y-4">
        <Figure name={t('students')} value={problem.n} />
        <Figure name={t('mean')} value={`${points(scores.mean)} / ${points(problem.points)}`} />
        <Figure name={t('deviation')} value={points(scores.standardDeviation)} />
        <Figure name={t('quartiles')} value={quartiles(scores, points)} />
        <Figure name={t('difficulty')} value={percent(problem.difficulty)} hint={t('difficultyHint')} />
        <Figure
          name={t('discrimination')}
          value={discrimination ? fixed(discrimination.r) : t('tooFew')}
          hint={discrimination?.interval.map((end) => fixed(end)).join(' … ')}
        />
        <Figure
          name={t('minutes')}
          value={fixed(minutes.median, 1)}
          hint={
            minutes.n > 0 && t('minutesHint', { quartiles: quartiles(minutes, (each) => fixed(each, 1)) })
          }
        />
      </dl>
      <div className="grid gap-6 lg:grid-cols-2">
        <ChartFigure
          title={t('distribution')}
          summary={t('distributionSummary', {
            n: scores.n,
            median: points(scores.median),
            possible: points(problem.points),
          })}
          tableLabel={t('asTable')}
          head={[t('range'), t('students')]}
          rows={bins.map(({ low, high, count }) => [`${points(low)} – ${points(high)}`, count])}
        >
          <HistogramChart
            series={[bins.map(({ count }) => count)]}
            edges={[...bins.map(({ low }) => points(low)), points(problem.points)]}
          />
        </ChartFigure>
        <div className="space-y-5">
          <h3 className="font-semibold">{t('mistakes')}</h3>
          {problem.parts.map((part) => {
            const total = part.codes.reduce((sum, { count }) => sum + count, 0)
            return (
              <section key={part.id} className="space-y-2">
                <h4 className="font-medium text-sm">{view.partTitle(slot, part.id)[locale]}</h4>
                {part.criteria.length === 0 ? (
                  <ShareBars
                    total={total}
                    words={share}
                    more={(count) => t('rarer', { count })}
                    bars={part.codes.map(({ name, count }) => ({
                      key: name,
                      label: codeWords(part.id, name),
                      count,
                    }))}
                  />
                ) : (
                  part.criteria.map((criterion) => (
                    <div key={criterion.id} className="space-y-1">
                      <p className="text-sm">{view.criterionTitle(slot, criterion.id)[locale]}</p>
                      <ShareBars
                        total={total}
                        words={share}
                        bars={decisions.flatMap((name) => {
                          const found = criterion.decisions.find((each) => each.name === name)
                          return found
                            ? [{ key: name, label: t(`decision.${name}`), count: found.count }]
                            : []
                        })}
                      />
                    </div>
                  ))
                )}
              </section>
            )
          })}
        </div>
      </div>
    </Card>
  )
}
