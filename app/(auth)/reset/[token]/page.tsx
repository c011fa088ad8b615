import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_components/ui/notice'
import { findReset } from '@/lib/auth/account-mails'
import { asking } from '@/lib/server/asking'
import { services } from '@/lib/server/services'
import { ResetForm } from '../../mail-forms'

interface Props {
  params: Promise<{ token: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('byMail'))('reset.title'), referrer: 'no-referrer' }
}

/** Where the link of a mail sets a new password; opening it uses nothing up. */
export default async function ResetPage({ params }: Props) {
  const { token } = await params
  const [found, t] = await Promise.all([
    findReset(asking(), services().deps.digest(token)),
    getTranslations('byMail'),
  ])
  return (
    <div className="mx-auto max-w-md space-y-6 py-6 sm:py-12">
      <h1 className="font-bold text-2xl">{t('reset.title')}</h1>
      {found ? (
        <>
          <p className="break-words">{t('reset.text', { email: found.email })}</p>
          <ResetForm token={token} email={found.email} />
        </>
      ) : (
        <>
          <Notice tone="bad" title={t('refused.no-link')} />
          <Link href="/forgot" className="inline-flex min-h-11 items-center text-accent hover:underline">
            {t('forgot.title')}
          </Link>
        </>
      )}
    </div>
  )
}
