'use client'

import { Clock } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { formatLeft } from '@/app/_components/format-left'
import { cx } from '@/app/_components/ui/cx'

const MINUTE = 60_000
const ANNOUNCED = [10, 5, 1] as const

/** Time left and the server's time; said aloud at ten, five and one minute, and otherwise silent. */
export function Timer({ leftMs, nowMs }: { leftMs: number | null; nowMs: number }) {
  const t = useTranslations('room')
  const format = useFormatter()
  const [spoken, setSpoken] = useState('')
  const before = useRef(leftMs)
  useEffect(() => {
    const earlier = before.current
    before.current = leftMs
    if (leftMs === null || earlier === null) return
    const passed = ANNOUNCED.find((minutes) => earlier > minutes * MINUTE && leftMs <= minutes * MINUTE)
    if (passed !== undefined) setSpoken(t('announce', { minutes: passed }))
  }, [leftMs, t])

  const serverTime = (
    <p data-testid="server-time" title={t('serverTimeHint')} className="text-muted text-xs tabular-nums">
      {t('serverTime', { time: format.dateTime(new Date(nowMs), 'clock') })}
    </p>
  )
  if (leftMs === null)
    return (
      <div>
        <p className="text-muted text-sm">{t('noLimit')}</p>
        {serverTime}
      </div>
    )
  return (
    <div className="flex flex-col items-end gap-0.5">
      <p
        role="timer"
        className={cx(
          'inline-flex items-center gap-1.5 rounded-lg px-2 py-1 font-semibold tabular-nums',
          leftMs <= MINUTE
            ? 'bg-bad-soft text-bad'
            : leftMs <= 5 * MINUTE
              ? 'bg-warn-soft text-warn'
              : 'bg-raised',
        )}
      >
        <Clock aria-hidden className="size-4" />
        <span className="sr-only">{t('timeLeft')}</span>
        {formatLeft(leftMs)}
      </p>
      {serverTime}
      <p aria-live="assertive" className="sr-only">
        {spoken}
      </p>
    </div>
  )
}
