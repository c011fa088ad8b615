'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'

const EVERY_MS = 1000

/** How far the job has come; the page looks again until it is done. */
export function Progress({ done, total }: { done: number; total: number }) {
  const t = useTranslations('regrade')
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_MS)
    return () => clearInterval(timer)
  }, [router])
  return (
    <div role="status" className="space-y-1">
      <p className="text-sm tabular-nums">{t('progress', { done, total })}</p>
      <progress
        aria-label={t('working')}
        value={done}
        max={Math.max(1, total)}
        className="h-3 w-full accent-accent"
      />
    </div>
  )
}
