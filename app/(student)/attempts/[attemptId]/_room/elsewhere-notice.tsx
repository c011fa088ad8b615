'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'

/** Another window or device is at work: this one can be read, or take the seat back. */
export function ElsewhereNotice({ onTakeBack }: { onTakeBack: () => void }) {
  const t = useTranslations('room.elsewhere')
  return (
    <Notice tone="warn" role="alert" title={t('title')}>
      <p>{t('text')}</p>
      <Button size="small" className="mt-2 min-h-11" onClick={onTakeBack}>
        {t('takeBack')}
      </Button>
    </Notice>
  )
}
