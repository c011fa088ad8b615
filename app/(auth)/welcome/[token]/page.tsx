import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_components/ui/notice'
import { services } from '@/lib/server/services'
import { SetUpForm } from '../../join/[token]/join-forms'

interface Props {
  params: Promise<{ token: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('join'))('welcome'), referrer: 'no-referrer' }
}

/** Where somebody sets the first password of the account that a roster made. */
export default async function WelcomePage({ params }: Props) {
  const { token } = await params
  const { deps } = services()
  const [found, t] = await Promise.all([
    deps.people.findSetUp({ tokenHash: deps.digest(token), now: deps.clock.now() }),
    getTranslations('join'),
  ])
  return (
    <div className="mx-auto max-w-md space-y-6 py-6 sm:py-12">
      <h1 className="font-bold text-2xl">{t('welcome')}</h1>
      {found ? (
        <>
          <p>{t('setUpFor', { email: found.email })}</p>
          <SetUpForm token={token} name={found.name} />
        </>
      ) : (
        <Notice tone="bad" title={t('no-invitation')} />
      )}
    </div>
  )
}
