import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ChartFigure } from '@/app/_components/charts/chart-figure'
import { HistogramChart } from '@/app/_components/charts/histogram-chart'
import { Badge } from '@/app/_components/ui/badge'
import { Card } from '@/app/_components/ui/card'
import { ScrollRegion } from '@/app/_components/ui/scroll-region'
import type { RegradeView } from '@/lib/use-cases/regrade'
import { Figure } from '../../statistics/figures'
import { points } from '../../statistics/words'

/** Rows of the table: more are told by their number. */
const SHOWN = 200

/** What a regrade does to the distribution and at the pass mark. */
export async function Report({ view }: { view: RegradeView }) {
  const t = await getTranslations('regrade')
  const { report, run, counts } = view
  const { before, after, binsBefore, binsAfter, possible } = report
  return (
    <Card aria-labelledby="report" className="space-y-5">
      <h2 id="report" className="font-semibold text-lg">
        {t('report')}
      </h2>
      <dl className="flex flex-wrap gap-x-8 gap-y-4">
        <Figure
          name={t('answers')}
          value={counts.answers}
          hint={t('answersChanged', { count: counts.changed })}
        />
        <Figure name={t('risen')} value={report.risen} />
        <Figure name={t('fallen')} value={report.fallen} />
        <Figure name={t('meanChange')} value={`${points(before.mean)} → ${points(after.mean)}`} />
        <Figure name={t('medianChange')} value={`${points(before.median)} → ${points(after.median)}`} />
        <Figure
          name={t('newlyPassing')}
          value={report.newlyPassing}
          hint={t('passMark', { percent: run.passPercent })}
        />
        <Figure
          name={t('newlyFailing')}
          value={report.newlyFailing}
          hint={t('passMark', { percent: run.passPercent })}
        />
      </dl>
      <ChartFigure
        title={t('distribution')}
        summary={t('distributionSummary')}
        tableLabel={t('asTable')}
        head={[t('points'), t('before'), t('after')]}
        rows={binsBefore.map(({ low, high, count }, i) => [
          `${points(low)} – ${points(high)}`,
          count,
          binsAfter[i]?.count ?? 0,
        ])}
      >
        <HistogramChart
          series={[binsBefore.map(({ count }) => count), binsAfter.map(({ count }) => count)]}
          edges={[...binsBefore.map(({ low }) => points(low)), points(possible)]}
        />
      </ChartFigure>
    </Card>
  )
}

/** Every student whose total changes, most change first. */
export async function ChangedStudents({ view }: { view: RegradeView }) {
  const t = await getTranslations('regrade')
  const { changed } = view.report
  if (changed.length === 0) return null
  return (
    <section aria-labelledby="changed" className="space-y-2">
      <h2 id="changed" className="font-semibold text-lg">
        {t('changed', { count: changed.length })}
      </h2>
      <ScrollRegion
        label={t('changed', { count: changed.length })}
        className="rounded-xl border border-line bg-surface"
      >
        <table className="w-full text-left tabular-nums">
          <thead>
            <tr className="border-line border-b">
              {[t('student'), t('before'), t('after'), t('difference'), t('crosses')].map((each) => (
                <th key={each} scope="col" className="whitespace-nowrap px-4 py-2 font-semibold text-sm">
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {changed.slice(0, SHOWN).map((each) => (
              <tr key={each.student.id}>
                <th scope="row" className="whitespace-nowrap px-4 py-2 font-normal">
                  <Link href={`/teach/attempts/${each.attemptId}`} className="text-accent underline">
                    {each.student.name}
                  </Link>
                </th>
                <td className="px-4 py-2">{points(each.before)}</td>
                <td className="px-4 py-2">{points(each.after)}</td>
                <td className="px-4 py-2">{difference(each.before, each.after)}</td>
                <td className="whitespace-nowrap px-4 py-2">
                  {each.passedAfter !== each.passedBefore && (
                    <Badge tone={each.passedAfter ? 'good' : 'bad'}>
                      {t(each.passedAfter ? 'nowPasses' : 'nowFails')}
                    </Badge>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {changed.length > SHOWN && <p className="text-muted">{t('more', { count: changed.length - SHOWN })}</p>}
    </section>
  )
}

function difference(before: number | null, after: number | null): string {
  const change = (after ?? 0) - (before ?? 0)
  return `${change < 0 ? '−' : '+'}${points(Math.abs(change))}`
}
