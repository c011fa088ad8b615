import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { services } from '@/lib/server/services'
import { currentViewer } from '@/lib/server/viewer'
import { JoinForm, NewAccountForm } from './join-forms'

interface Props {
  params: Promise<{ token: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('join'))('title'), referrer: 'no-referrer' }
}

/** Where an invitation leads: into the course, with the account at hand or a new one. */
export default async function JoinPage({ params }: Props) {
  const { token } = await params
  const { deps } = services()
  const [found, viewer, t, tRole, locale] = await Promise.all([
    deps.people.findInvitation({ tokenHash: deps.digest(token), now: deps.clock.now() }),
    currentViewer(),
    getTranslations('join'),
    getTranslations('members.role'),
    getLocale(),
  ])
  return (
    <div className="mx-auto max-w-md space-y-6 py-6 sm:py-12">
      <h1 className="font-bold text-2xl">{t('title')}</h1>
      {!found ? (
        <Notice tone="bad" title={t('no-invitation')} />
      ) : (
        <>
          <p>{t('into', { course: found.course[locale], role: tRole(found.role) })}</p>
          {viewer ? (
            <JoinForm token={token} />
          ) : (
            <>
              <Button asChild>
                <Link href={`/sign-in?next=${encodeURIComponent(`/join/${token}`)}`}>{t('haveAccount')}</Link>
              </Button>
              <h2 className="font-semibold text-lg">{t('newAccount')}</h2>
              <NewAccountForm token={token} />
            </>
          )}
        </>
      )}
    </div>
  )
}
