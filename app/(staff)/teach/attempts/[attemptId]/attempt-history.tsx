import { getFormatter, getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { formatPoints } from '@/lib/exam/points'
import type { ResultItem } from '@/lib/use-cases/read-result'
import type { AttemptHistory as History, ItemHistory } from '@/lib/use-cases/review-store'
import { AnswerChanges } from './answer-changes'
import { GradeChanges } from './grade-changes'

/** Every saved answer with its time, every grade with who, when, why and by how much, and what else happened. */
export async function AttemptHistory({ history, items }: { history: History; items: readonly ResultItem[] }) {
  const [t, tRoom, format] = await Promise.all([
    getTranslations('review.history'),
    getTranslations('room'),
    getFormatter(),
  ])
  return (
    <Card aria-labelledby="history" className="space-y-5">
      <h2 id="history" className="font-semibold text-xl">
        {t('title')}
      </h2>
      {items.map((item) => {
        const own = history.items.find(({ itemId }) => itemId === item.id)
        return (
          own && (
            <section key={item.id} aria-labelledby={`history-${item.id}`} className="space-y-3">
              <h3 id={`history-${item.id}`} className="font-semibold">
                {tRoom('problem', { number: item.position })}
              </h3>
              <Grades history={own} />
              <Answers history={own} item={item} />
            </section>
          )
        )
      })}
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-medium text-accent">
          {t('events')} ({history.events.length})
        </summary>
        <ol className="space-y-1 text-sm">
          {history.events.map((event, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: events have no identity but their place.
            <li key={i} className="break-words tabular-nums">
              {format.dateTime(event.at, 'exact')} {event.kind}{' '}
              <span className="text-muted">{JSON.stringify(event.data)}</span>
            </li>
          ))}
        </ol>
      </details>
    </Card>
  )
}

async function Grades({ history }: { history: ItemHistory }) {
  const [t, format] = await Promise.all([getTranslations('review.history'), getFormatter()])
  const undone = new Set(history.grades.flatMap(({ undoesId }) => undoesId ?? []))
  return (
    <ol aria-label={t('grades')} className="space-y-2">
      {history.grades.map((grade, i) => {
        const before = history.grades[i - 1]
        const difference = before ? grade.points - before.points : null
        return (
          <li key={grade.id} className="border-line border-l-2 pl-4">
            <p className="flex flex-wrap gap-x-4 tabular-nums">
              <span className="font-medium">
                {t(grade.undoesId === null && !undone.has(grade.decisionId ?? '') ? grade.kind : 'undone')}
              </span>
              <span>{t('points', { points: formatPoints(grade.points) })}</span>
              {difference !== null && (
                <span>
                  {t('difference', {
                    difference: `${difference < 0 ? '−' : '+'}${formatPoints(Math.abs(difference))}`,
                  })}
                </span>
              )}
              <span className="text-muted">
                {grade.by ?? grade.grader}, {format.dateTime(grade.at, 'exact')}
              </span>
            </p>
            {before && <GradeChanges before={before.result} after={grade.result} />}
            {grade.reason && <p className="whitespace-pre-wrap break-words">{grade.reason}</p>}
            {grade.latePercent > 0 && <p className="text-sm">{t('late', { percent: grade.latePercent })}</p>}
          </li>
        )
      })}
    </ol>
  )
}

async function Answers({ history, item }: { history: ItemHistory; item: ResultItem }) {
  const [t, format] = await Promise.all([getTranslations('review.history'), getFormatter()])
  if (history.revisions.length === 0) return <p className="text-muted">{t('noAnswers')}</p>
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 font-medium text-accent">
        {t('answers')} ({history.revisions.length})
      </summary>
      <ol className="space-y-4">
        {history.revisions.map(({ number, response, receivedAt }, i) => (
          <li key={number} className="space-y-2">
            <p className="text-muted text-sm tabular-nums">
              {t('revision', {
                number,
                when: format.dateTime(receivedAt, 'exact'),
              })}
            </p>
            <AnswerChanges
              fields={item.question.fields}
              before={history.revisions[i - 1]?.response ?? null}
              response={response}
            />
          </li>
        ))}
      </ol>
    </details>
  )
}
