'use client'

import { useTranslations } from 'next-intl'
import { Button } from './_components/ui/button'

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const t = useTranslations('error')
  return (
    <div className="space-y-4 py-12 text-center">
      <h1 className="font-bold text-2xl">{t('title')}</h1>
      <p className="text-muted">{t('text')}</p>
      {error.digest && <p className="text-muted text-sm">{t('id', { id: error.digest })}</p>}
      <Button onClick={reset}>{t('retry')}</Button>
    </div>
  )
}
