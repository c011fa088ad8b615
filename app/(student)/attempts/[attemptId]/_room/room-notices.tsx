'use client'

import { useTranslations } from 'next-intl'
import { Notice } from '@/app/_components/ui/notice'
import { type LateTerms, latePercent } from '@/lib/exam/late'

interface RoomNoticesProps {
  timeIsUp: boolean
  late: LateTerms | null
  nowMs: number
}

/** That the window or the time is over: said on the page and to screen readers. */
export function RoomNotices({ timeIsUp, late, nowMs }: RoomNoticesProps) {
  const t = useTranslations('room')
  const percent = latePercent(late, new Date(nowMs))
  return (
    <>
      {timeIsUp && <Notice tone="warn" role="alert" title={t('timeUp')} />}
      {!timeIsUp && percent > 0 && (
        <Notice tone="warn" role="alert" title={t('late.title', { percent })}>
          {t('late.text')}
        </Notice>
      )}
    </>
  )
}
