'use client'

import { useTranslations } from 'next-intl'
import { Notice } from '@/app/_components/ui/notice'
import { type LateTerms, latePercent } from '@/lib/exam/late'

interface RoomNoticesProps {
  /** The latest change of the time limit, in words. */
  news: string
  timeIsUp: boolean
  restored: boolean
  late: LateTerms | null
  nowMs: number
}

/** What a student at work has to know beyond the problem: said on the page and to screen readers. */
export function RoomNotices({ news, timeIsUp, restored, late, nowMs }: RoomNoticesProps) {
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
      {restored && <Notice tone="info" role="status" title={t('restored')} />}
    </>
  )
}
