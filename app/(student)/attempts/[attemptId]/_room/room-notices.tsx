'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { type LateTerms, latePercent } from '@/lib/exam/late'

interface RoomNoticesProps {
  /** The latest change of the time limit, in words. */
  news: string
  timeIsUp: boolean
  restored: boolean
  /** Another window or device is at work. */
  elsewhere: boolean
  late: LateTerms | null
  nowMs: number
  onTakeBack: () => void
}

/** What a student at work has to know beyond the problem: said on the page and to screen readers. */
export function RoomNotices({
  news,
  timeIsUp,
  restored,
  elsewhere,
  late,
  nowMs,
  onTakeBack,
}: RoomNoticesProps) {
  const t = useTranslations('room')
  const percent = latePercent(late, new Date(nowMs))
  return (
    <>
      <p role="status" className={news ? 'rounded-lg bg-warn-soft p-3' : 'sr-only'}>
        {news}
      </p>
      {timeIsUp && <Notice tone="warn" role="alert" title={t('timeUp')} />}
      {!timeIsUp && percent > 0 && (
        <Notice tone="warn" role="alert" title={t('late.title', { percent })}>
          {t('late.text')}
        </Notice>
      )}
      {elsewhere && (
        <Notice tone="warn" role="alert" title={t('elsewhere.title')}>
          <p>{t('elsewhere.text')}</p>
          <Button size="small" className="mt-2 min-h-11" onClick={onTakeBack}>
            {t('elsewhere.takeBack')}
          </Button>
        </Notice>
      )}
      {restored && <Notice tone="info" role="status" title={t('restored')} />}
    </>
  )
}
