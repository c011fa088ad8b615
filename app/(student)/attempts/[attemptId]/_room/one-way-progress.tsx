'use client'

import { useTranslations } from 'next-intl'
import { cx } from '@/app/_components/ui/cx'

/** How far one is where there is no way back: no buttons, since none would work. */
export function OneWayProgress({ position, total }: { position: number; total: number }) {
  const t = useTranslations('room')
  return (
    <div className="space-y-2 lg:sticky lg:top-20 lg:self-start">
      <p className="font-semibold">{t('of', { number: position, total })}</p>
      <div aria-hidden className="flex gap-1">
        {Array.from({ length: total }, (_, i) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place.
            key={i}
            className={cx('h-1.5 flex-1 rounded-full', i < position ? 'bg-accent' : 'bg-line')}
          />
        ))}
      </div>
      <p className="text-muted text-sm">{t('oneWay.note')}</p>
    </div>
  )
}
