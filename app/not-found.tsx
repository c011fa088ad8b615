import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Button } from './_components/ui/button'

export default async function NotFound() {
  const t = await getTranslations('error')
  return (
    <div className="space-y-4 py-12 text-center">
      <h1 className="font-bold text-2xl">{t('notFoundTitle')}</h1>
      <p className="text-muted">{t('notFoundText')}</p>
      <Button asChild>
        <Link href="/">{t('home')}</Link>
      </Button>
    </div>
  )
}
