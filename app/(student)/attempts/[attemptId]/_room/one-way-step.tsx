'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'

interface OneWayStepProps {
  position: number
  /** Saves and moves on; false where that did not work. */
  onGoOn: () => Promise<boolean>
  onStay: () => void
}

/** The question before a problem is left for good. */
export function OneWayStep({ position, onGoOn, onStay }: OneWayStepProps) {
  const t = useTranslations('room.oneWay')
  const [state, setState] = useState<'asking' | 'working' | 'failed'>('asking')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const goOn = async () => {
    setState('working')
    if (!(await onGoOn())) setState('failed')
  }
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <Notice tone="warn" role="alert" title={t('title', { number: position })}>
        <p>{state === 'failed' ? t('failed') : t('text')}</p>
        <div className="flex flex-wrap gap-3 pt-2">
          <Button look="primary" disabled={state === 'working'} onClick={() => void goOn()}>
            {state === 'working' ? t('working') : t('goOn')}
          </Button>
          <Button disabled={state === 'working'} onClick={onStay}>
            {t('stay')}
          </Button>
        </div>
      </Notice>
    </div>
  )
}
