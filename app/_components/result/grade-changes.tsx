import { useFormatter, useTranslations } from 'next-intl'
import { formatPoints } from '@/lib/exam/points'
import type { GradeChange } from '@/lib/use-cases/grade-changes'
import type { ResultItem } from '@/lib/use-cases/read-result'

/** What changed after the grading, by how much and why; who did it is for the staff alone. */
export function GradeChanges({ changes, position }: { changes: readonly GradeChange[]; position: number }) {
  const t = useTranslations('review.student')
  const format = useFormatter()
  if (changes.length === 0) return null
  return (
    <section data-testid={`changes-${position}`} className="space-y-2 border-accent border-l-4 pl-4">
      <h3 className="font-semibold">{t('title')}</h3>
      <ol className="space-y-2">
        {changes.map(({ at, before, after, reason, latePercent }) => (
          <li key={at.getTime()}>
            <p className="tabular-nums">
              {t('change', {
                before: before === null ? '–' : formatPoints(before),
                after: formatPoints(after),
              })}{' '}
              <span className="text-muted text-sm">{format.dateTime(at, 'moment')}</span>
            </p>
            {latePercent > 0 && <p className="text-sm">{t('late', { percent: latePercent })}</p>}
            <p className="whitespace-pre-wrap break-words">{reason ?? t('noReason')}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What the student asked people to look at, and what they said. */
export function ReviewRequests({ requests }: { requests: ResultItem['requests'] }) {
  const t = useTranslations('review.request')
  return requests.map(({ part, criterion, words, answer, answeredAt }) => (
    <div key={`${part} ${criterion}`} className="whitespace-pre-wrap break-words border-line border-l-4 pl-4">
      <p>{t('asked', { words })}</p>
      <p>{answeredAt === null ? t('open') : t('answered', { answer: answer ?? '' })}</p>
    </div>
  ))
}
