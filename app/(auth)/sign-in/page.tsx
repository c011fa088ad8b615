import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { services } from '@/lib/server/services'
import { currentViewer } from '@/lib/server/viewer'
import demoLogins from '@/prisma/demo-logins.json'
import { SignInForm } from './sign-in-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

/** Only addresses of our own: a link elsewhere would lend our sign-in page to a stranger. */
const ownPath = (next: string | undefined): string =>
  next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/'

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = ownPath((await searchParams).next)
  if (await currentViewer()) redirect(next)
  const t = await getTranslations('signIn')
  return (
    <div className="mx-auto max-w-md space-y-6 py-6 sm:py-12">
      <div className="space-y-2">
        <h1 className="font-bold text-2xl">{t('title')}</h1>
        <p className="text-muted">{t('intro')}</p>
      </div>
      <SignInForm next={next} demoLogins={services().env.QUIZGRAD_DEMO ? demoLogins : []} />
    </div>
  )
}
