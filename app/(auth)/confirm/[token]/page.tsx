import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_components/ui/notice'
import { findConfirmation } from '@/lib/auth/account-mails'
import { asking } from '@/lib/server/asking'
import { services } from '@/lib/server/services'
import { ConfirmForm } from '../../mail-forms'

interface Props {
  params: Promise<{ token: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('byMail'))('confirm.title'), referrer: 'no-referrer' }
}

/** Where the link of a mail proves an address; opening it uses nothing up. */
export default async function ConfirmPage({ params }: Props) {
  const { token } = await params
  const [found, t] = await Promise.all([
    findConfirmation(asking(), services().deps.digest(token)),
    getTranslations('byMail'),
  ])
  return (
    <div className="mx-auto max-w-md space-y-6 py-6 sm:py-12">
      <h1 className="font-bold text-2xl">{t('confirm.title')}</h1>
      {found ? (
        <>
          <p className="break-words">{t('confirm.text', { email: found.email })}</p>
          <ConfirmForm token={token} kind={found.kind} />
        </>
      ) : (
        <Notice tone="bad" title={t('refused.no-link')} />
      )}
    </div>
  )
}
