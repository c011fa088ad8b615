'use client'

import { Clock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { cx } from '@/app/_components/ui/cx'
import { formatLeft } from './server-clock'

const MINUTE = 60_000
const ANNOUNCED = [10, 5, 1] as const

/** Time left; said aloud at ten, five and one minute, and otherwise silent. */
export function Timer({ leftMs }: { leftMs: number | null }) {
  const t = useTranslations('room')
  const [spoken, setSpoken] = useState('')
  const before = useRef(leftMs)
  useEffect(() => {
    const earlier = before.current
    before.current = leftMs
    if (leftMs === null || earlier === null) return
    const passed = ANNOUNCED.find((minutes) => earlier > minutes * MINUTE && leftMs <= minutes * MINUTE)
    if (passed !== undefined) setSpoken(t('announce', { minutes: passed }))
  }, [leftMs, t])

  if (leftMs === null) return <p className="text-muted text-sm">{t('noLimit')}</p>
  return (
    <div>
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
      <p aria-live="assertive" className="sr-only">
        {spoken}
      </p>
    </div>
  )
}
