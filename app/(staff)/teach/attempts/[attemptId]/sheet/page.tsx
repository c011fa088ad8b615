import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { GradeView } from '@/app/_components/question/grade-view'
import { ResponseView } from '@/app/_components/question/response-view'
import { Statement } from '@/app/_components/question/statement'
import { LateLoss } from '@/app/_components/result/late-loss'
import { RegradeNote } from '@/app/_components/result/regrade-note'
import { PrintButton } from '@/app/_components/ui/print-button'
import { formatPoints } from '@/lib/exam/points'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { type AttemptResult, type ResultItem, readTaughtResult } from '@/lib/use-cases/read-result'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sheet'))('title') }
}

/** One attempt on paper: everything open, nothing to scroll, problems kept together where a page allows. */
export default async function SheetPage({ params }: { params: Promise<{ attemptId: string }> }) {
  const { attemptId } = await params
  const viewer = await requireStaff(`/teach/attempts/${attemptId}/sheet`)
  const result = await readTaughtResult(services().deps, { attemptId, viewer })
  if (!result) notFound()
  const t = await getTranslations('sheet')
  return (
    <div className="space-y-6">
      <div className="no-print flex flex-wrap items-center justify-between gap-3">
        <Link
          href={`/teach/attempts/${attemptId}`}
          className="inline-flex min-h-11 items-center gap-2 text-muted hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {t('back')}
        </Link>
        <PrintButton label={t('print')} />
      </div>
      <article className="sheet space-y-6">
        <Head result={result} />
        {result.items.map((item) => (
          <Item key={item.id} item={item} lateFrom={result.lateFrom} />
        ))}
        {result.receipt !== null && (
          <p className="border-line border-t pt-3 text-sm">
            {t('receipt')} <span className="break-all font-mono">{result.receipt}</span>
          </p>
        )}
      </article>
    </div>
  )
}

async function Head({ result }: { result: AttemptResult }) {
  const [t, locale, format] = await Promise.all([getTranslations('sheet'), getLocale(), getFormatter()])
  const at = (date: Date | null) => (date === null ? '–' : format.dateTime(date, 'moment'))
  const facts = [
    [t('student'), result.student.name],
    [t('attempt'), String(result.number)],
    [t('started'), at(result.startedAt)],
    [t('handedIn'), at(result.closedAt)],
  ]
  return (
    <header className="space-y-4">
      <div>
        <p className="text-muted text-sm">{t('title')}</p>
        <h1 className="font-bold text-2xl">{result.exam.title[locale]}</h1>
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table className="w-full border border-line text-left tabular-nums">
        <thead>
          <tr className="border-line border-b">
            <th scope="col" className="px-3 py-1.5">
              {t('problem')}
            </th>
            <th scope="col" className="px-3 py-1.5 text-right">
              {t('points')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {result.items.map((item) => (
            <tr key={item.id}>
              <th scope="row" className="px-3 py-1.5 font-normal">
                {item.position}. {item.question.title[locale]}
                {item.needsReview && ` (${t('underReview')})`}
              </th>
              <td className="whitespace-nowrap px-3 py-1.5 text-right">
                {pointsOf(item.awarded, item.points)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-line-strong border-t-2 font-bold">
            <th scope="row" className="px-3 py-1.5">
              {t('total')}
            </th>
            <td className="whitespace-nowrap px-3 py-1.5 text-right">
              {pointsOf(result.awarded, result.possible)}
            </td>
          </tr>
        </tfoot>
      </table>
    </header>
  )
}

async function Item({ item, lateFrom }: { item: ResultItem; lateFrom: Date | null }) {
  const [t, locale] = await Promise.all([getTranslations('sheet'), getLocale()])
  const { question } = item
  return (
    <section aria-labelledby={`sheet-${item.id}`} className="space-y-4 border-line border-t pt-5">
      <h2 id={`sheet-${item.id}`} className="flex justify-between gap-4 font-semibold text-xl">
        <span>
          {item.position}. {question.title[locale]}
        </span>
        <span className="shrink-0 tabular-nums">{pointsOf(item.awarded, item.points)}</span>
      </h2>
      <LateLoss item={item} from={lateFrom} />
      <RegradeNote item={item} />
      <Statement question={question} locale={locale} />
      <section className="space-y-2">
        <h3 className="font-semibold">{t('answer')}</h3>
        <ResponseView fields={question.fields} response={item.response} locale={locale} />
      </section>
      {item.grade && (
        <section className="space-y-2">
          <h3 className="font-semibold">{t('grading')}</h3>
          <GradeView
            grade={item.grade}
            response={item.response}
            fields={question.fields}
            locale={locale}
            points={item.points / 100}
          />
        </section>
      )}
    </section>
  )
}

const pointsOf = (awarded: number | null, of: number): string =>
  `${awarded === null ? '–' : formatPoints(awarded)} / ${formatPoints(of)}`
