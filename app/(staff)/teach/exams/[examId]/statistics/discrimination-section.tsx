import { getLocale, getTranslations } from 'next-intl/server'
import { ChartFigure } from '@/app/_components/charts/chart-figure'
import { IntervalChart } from '@/app/_components/charts/interval-chart'
import { Card } from '@/app/_components/ui/card'
import type { StatisticsView } from '@/lib/use-cases/read-statistics'
import { fixed, percent } from './words'

/** Which problems are easy, and which tell the able from the others. */
export async function DiscriminationSection({ view }: { view: StatisticsView }) {
  const [t, locale] = await Promise.all([getTranslations('statistics'), getLocale()])
  const { problems } = view.statistics
  const known = problems.flatMap(({ slot, discrimination }) =>
    discrimination
      ? [
          {
            label: String(slot),
            value: discrimination.r,
            low: discrimination.interval[0],
            high: discrimination.interval[1],
          },
        ]
      : [],
  )
  return (
    <Card aria-labelledby="discrimination" className="space-y-5">
      <h2 id="discrimination" className="font-semibold text-lg">
        {t('items')}
      </h2>
      <ChartFigure
        title={t('discrimination')}
        summary={known.length === 0 ? t('discriminationNeeds') : t('discriminationSummary')}
        tableLabel={t('asTable')}
        head={[t('problem'), t('difficulty'), t('discrimination'), t('interval'), t('students')]}
        rows={problems.map(({ slot, difficulty, discrimination, n }) => [
          `${slot}. ${view.titleOf(slot)[locale]}`,
          percent(difficulty),
          discrimination ? fixed(discrimination.r) : t('tooFew'),
          discrimination ? discrimination.interval.map((end) => fixed(end)).join(' … ') : '–',
          n,
        ])}
      >
        {known.length > 0 && (
          <IntervalChart
            intervals={known}
            from={Math.min(0, Math.floor(Math.min(...known.map(({ low }) => low)) * 2) / 2)}
            to={1}
            ticks={[-0.5, 0, 0.25, 0.5, 0.75, 1].filter(
              (tick) => tick >= Math.min(0, ...known.map(({ low }) => low)),
            )}
          />
        )}
      </ChartFigure>
    </Card>
  )
}
