import { useFormatter, useTranslations } from 'next-intl'
import { formatPoints } from '@/lib/exam/points'
import type { ResultItem } from '@/lib/use-cases/read-result'
import { Notice } from '../ui/notice'

/** That a problem was graded anew: what it earned before, and why. */
export function RegradeNote({ item }: { item: ResultItem }) {
  const t = useTranslations('regrade.note')
  const format = useFormatter()
  if (item.regraded === null) return null
  const { before, reason, at } = item.regraded
  return (
    <Notice title={t('title', { when: format.dateTime(at, 'date') })}>
      <p data-testid={`regraded-${item.position}`}>
        {before === null || before === item.awarded || item.awarded === null
          ? t('same', { reason })
          : t('changed', { before: formatPoints(before), after: formatPoints(item.awarded), reason })}
      </p>
    </Notice>
  )
}
