import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { formatPoints } from '@/lib/exam/points'
import type { AttemptResult, ResultItem } from '@/lib/use-cases/read-result'
import { GradeView } from './question/grade-view'
import { ResponseView } from './question/response-view'
import { SolutionView } from './question/solution-view'
import { Statement } from './question/statement'
import { GradeChanges, ReviewRequests } from './result/grade-changes'
import { LateLoss } from './result/late-loss'
import { LateWork } from './result/late-work'
import { PartPoints } from './result/part-points'
import { ReceiptBox } from './result/receipt-box'
import { RegradeNote } from './result/regrade-note'
import { Badge } from './ui/badge'
import { Card } from './ui/card'
import { Notice } from './ui/notice'

/** One attempt as graded: for the student cut down to what is released, for the staff whole. */
export async function AttemptResultView({
  result,
  audience,
}: {
  result: AttemptResult
  audience: 'student' | 'staff'
}) {
  const [t, locale, format] = await Promise.all([getTranslations('result'), getLocale(), getFormatter()])
  const { startedAt, closedAt, closeReason } = result
  const when = closedAt && format.dateTime(closedAt, 'moment')
  const usedSeconds = closedAt && Math.round((closedAt.getTime() - startedAt.getTime()) / 1000)
  return (
    <div className="space-y-8">
      <div className="space-y-3">
        <p className="text-muted text-sm">{result.exam.title[locale]}</p>
        <h1 className="font-bold text-2xl">{t('title')}</h1>
        <dl className="flex flex-wrap gap-x-8 gap-y-1 text-sm">
          <div className="flex gap-2">
            <dt className="text-muted">{t('student')}</dt>
            <dd>{result.student.name}</dd>
          </div>
          {usedSeconds !== null && (
            <div className="flex gap-2">
              <dt className="text-muted">{t('used')}</dt>
              <dd>
                {t('usedMinutes', { minutes: Math.floor(usedSeconds / 60), seconds: usedSeconds % 60 })}
              </dd>
            </div>
          )}
        </dl>
        {when && <p className="text-sm">{t(closeReason === 'time' ? 'timeUp' : 'submitted', { when })}</p>}
        {result.released.score ? (
          <p className="flex items-baseline gap-3">
            <span className="text-muted">{t('score')}</span>
            <span data-testid="total" className="font-bold text-4xl tabular-nums">
              {result.awarded === null ? '–' : formatPoints(result.awarded)} / {formatPoints(result.possible)}
            </span>
          </p>
        ) : (
          <Notice title={t('notReleased')}>{t('notReleasedHint')}</Notice>
        )}
        {result.items.some((item) => item.needsReview) && <Notice tone="warn">{t('underReview')}</Notice>}
      </div>
      {result.items.map((item) => (
        <ItemResult key={item.id} item={item} lateFrom={result.lateFrom} audience={audience} />
      ))}
      {result.receipt !== null && closedAt && (
        <ReceiptBox
          code={result.receipt}
          closedAt={closedAt}
          revisions={result.items.reduce((sum, { revision }) => sum + revision, 0)}
        />
      )}
    </div>
  )
}

interface ItemResultProps {
  item: ResultItem
  lateFrom: Date | null
  audience: 'student' | 'staff'
}

async function ItemResult({ item, lateFrom, audience }: ItemResultProps) {
  const [t, tRoom, locale] = await Promise.all([
    getTranslations('result'),
    getTranslations('room'),
    getLocale(),
  ])
  const { question } = item
  return (
    <Card aria-labelledby={`result-${item.id}`} className="space-y-6">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <p className="text-muted text-sm">{tRoom('problem', { number: item.position })}</p>
          <h2 id={`result-${item.id}`} className="font-semibold text-xl">
            {question.title[locale]}
          </h2>
        </div>
        <div className="flex items-center gap-3">
          {item.needsReview && <Badge tone="warn">{t('itemUnderReview')}</Badge>}
          {item.awarded !== null && (
            <p data-testid={`points-${item.position}`} className="font-bold text-xl tabular-nums">
              {formatPoints(item.awarded)} / {formatPoints(item.points)}
            </p>
          )}
        </div>
      </div>
      {item.broken && <Notice tone="warn">{t('broken')}</Notice>}
      <LateLoss item={item} from={lateFrom} />
      <RegradeNote item={item} />
      {audience === 'student' && <GradeChanges changes={item.changes} position={item.position} />}
      <ReviewRequests requests={item.requests} />
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-medium text-accent">{t('statement')}</summary>
        <div className="pt-2">
          <Statement question={question} locale={locale} />
        </div>
      </details>
      <section className="space-y-2">
        <h3 className="font-semibold">{t(audience === 'student' ? 'yourAnswer' : 'answer')}</h3>
        <ResponseView fields={question.fields} response={item.response} locale={locale} />
      </section>
      <LateWork item={item} audience={audience} locale={locale} />
      {!item.grade && item.parts && <PartPoints parts={item.parts} points={item.points} locale={locale} />}
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
      {item.solution && (
        <section className="space-y-2 border-line border-t pt-5">
          <h3 className="font-semibold">{t('solution')}</h3>
          <SolutionView solution={item.solution} grade={item.grade} locale={locale} />
        </section>
      )}
    </Card>
  )
}
