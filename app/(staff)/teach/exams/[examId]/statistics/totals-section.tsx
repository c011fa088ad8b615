import { getTranslations } from 'next-intl/server'
import { ChartFigure } from '@/app/_components/charts/chart-figure'
import { HistogramChart } from '@/app/_components/charts/histogram-chart'
import { Card } from '@/app/_components/ui/card'
import type { ExamStatistics } from '@/lib/exam/statistics/exam-statistics'
import { Figure } from './figures'
import { fixed, points, quartiles } from './words'

/** The exam as a whole: totals, and how exact they are. */
export async function TotalsSection({ statistics }: { statistics: ExamStatistics }) {
  const t = await getTranslations('statistics')
  const { totals, bins, reliability, possible } = statistics
  return (
    <Card aria-labelledby="totals" className="space-y-5">
      <h2 id="totals" className="font-semibold text-lg">
        {t('totals')}
      </h2>
      <dl className="flex flex-wrap gap-x-8 gap-y-4">
        <Figure
          name={t('students')}
          value={statistics.students}
          hint={t('attempts', { count: statistics.attempts })}
        />
        <Figure name={t('mean')} value={`${points(totals.mean)} / ${points(possible)}`} />
        <Figure name={t('deviation')} value={points(totals.standardDeviation)} />
        <Figure name={t('quartiles')} value={quartiles(totals, points)} hint={t('quartilesHint')} />
        <Figure name={t('range')} value={`${points(totals.min)} – ${points(totals.max)}`} />
        {reliability && statistics.students >= 10 ? (
          <>
            <Figure
              name={t('alpha')}
              value={fixed(reliability.alpha)}
              hint={t(
                reliability.alpha >= 0.8 ? 'alphaGood' : reliability.alpha >= 0.6 ? 'alphaFair' : 'alphaLow',
              )}
            />
            <Figure
              name={t('error')}
              value={t('plusMinus', { points: points(reliability.standardError) })}
              hint={t('errorHint')}
            />
          </>
        ) : (
          <Figure name={t('alpha')} value={t('tooFew')} hint={t('alphaNeeds')} />
        )}
      </dl>
      <ChartFigure
        title={t('distribution')}
        summary={t('distributionSummary', {
          n: totals.n,
          median: points(totals.median),
          possible: points(possible),
        })}
        tableLabel={t('asTable')}
        head={[t('range'), t('students')]}
        rows={bins.map(({ low, high, count }) => [`${points(low)} – ${points(high)}`, count])}
      >
        <HistogramChart
          series={[bins.map(({ count }) => count)]}
          edges={[...bins.map(({ low }) => points(low)), points(possible)]}
        />
      </ChartFigure>
      <p className="text-muted text-sm">{t('alphaSource')}</p>
    </Card>
  )
}
