import { useTranslations } from 'next-intl'
import type { ResultItem } from '@/lib/use-cases/read-result'
import { Notice } from '../ui/notice'

/** What a problem lost for being saved after the window, and by how much it was late. */
export function LateLoss({ item, from }: { item: ResultItem; from: Date | null }) {
  const t = useTranslations('late')
  if (item.latePercent === 0) return null
  const overMs = from && item.savedAt ? item.savedAt.getTime() - from.getTime() : null
  const percent = item.latePercent
  return (
    <Notice tone="warn">
      <p data-testid={`late-${item.position}`}>
        {overMs === null
          ? t('loss', { percent })
          : t('lossAfter', { percent, minutes: Math.ceil(overMs / 60_000) })}
      </p>
    </Notice>
  )
}
