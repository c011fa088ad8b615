import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { services } from '@/lib/server/services'
import { SignUpForm } from '../mail-forms'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('byMail'))('signUp.title') }
}

/** Where people make an account by themselves, if the installation lets them. */
export default async function SignUpPage() {
  if (!services().env.SIGN_UP) notFound()
  const t = await getTranslations('byMail')
  return (
    <div className="mx-auto max-w-md space-y-6 py-6 sm:py-12">
      <div className="space-y-2">
        <h1 className="font-bold text-2xl">{t('signUp.title')}</h1>
        <p className="text-muted">{t('signUp.text')}</p>
      </div>
      <Card>
        <SignUpForm />
      </Card>
      <Link href="/sign-in" className="inline-flex min-h-11 items-center text-accent hover:underline">
        {t('toSignIn')}
      </Link>
    </div>
  )
}
