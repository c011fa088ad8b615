import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { ForgotForm } from '../mail-forms'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('byMail'))('forgot.title') }
}

/** Where somebody who forgot the password asks for a link to set a new one. */
export default async function ForgotPage() {
  const t = await getTranslations('byMail')
  return (
    <div className="mx-auto max-w-md space-y-6 py-6 sm:py-12">
      <div className="space-y-2">
        <h1 className="font-bold text-2xl">{t('forgot.title')}</h1>
        <p className="text-muted">{t('forgot.text')}</p>
      </div>
      <Card>
        <ForgotForm />
      </Card>
      <Link href="/sign-in" className="inline-flex min-h-11 items-center text-accent hover:underline">
        {t('toSignIn')}
      </Link>
    </div>
  )
}
