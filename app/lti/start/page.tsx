import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { isLaunchPath } from '@/lib/lti/hand-over'
import { requirePerson } from '@/lib/server/viewer'
import { OpenWindow } from './open-window'

interface Props {
  searchParams: Promise<{ to?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lms.start'))('title') }
}

/** Where a launch in a frame arrives: on in a window of its own, or here. */
export default async function StartPage({ searchParams }: Props) {
  const { to } = await searchParams
  await requirePerson('/')
  if (typeof to !== 'string' || !isLaunchPath(to)) notFound()
  const t = await getTranslations('lms.start')
  // The instructor's pages are shown in no frame.
  const mayStay = to.startsWith('/exams/')
  return (
    <Card className="space-y-4">
      <h1 className="font-bold text-2xl">{t('title')}</h1>
      <p>{t(mayStay ? 'text' : 'staffText')}</p>
      <OpenWindow path={to}>
        {mayStay && (
          <Button asChild>
            <Link href={to}>{t('here')}</Link>
          </Button>
        )}
      </OpenWindow>
    </Card>
  )
}
