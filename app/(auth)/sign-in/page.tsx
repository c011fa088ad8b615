import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_components/ui/notice'
import { services } from '@/lib/server/services'
import { currentViewer } from '@/lib/server/viewer'
import demoLogins from '@/prisma/demo-logins.json'
import { SignInForm } from './sign-in-form'

interface Props {
  searchParams: Promise<{ next?: string; error?: string; done?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

/** Only addresses of our own: a link elsewhere would lend our sign-in page to a stranger. */
const ownPath = (next: string | undefined): string =>
  next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/'

export default async function SignInPage({ searchParams }: Props) {
  const { next: asked, error, done } = await searchParams
  const next = ownPath(asked)
  // Whoever was adding a way in hears there that it did not work.
  if (await currentViewer()) redirect(error === undefined ? next : '/account?link=failed')
  const t = await getTranslations('signIn')
  const { env, oidc } = services()
  return (
    <div className="mx-auto max-w-md space-y-6 py-6 sm:py-12">
      <div className="space-y-2">
        <h1 className="font-bold text-2xl">{t('title')}</h1>
        <p className="text-muted">{t('intro')}</p>
      </div>
      {done === 'password-set' && (
        <Notice tone="good" role="status">
          {t('passwordSet')}
        </Notice>
      )}
      {error !== undefined && (
        <Notice tone="bad" role="alert">
          {t(error === 'deactivated' ? 'deactivated' : 'ssoFailed')}
        </Notice>
      )}
      <SignInForm
        next={next}
        demoLogins={env.QUIZGRAD_DEMO ? demoLogins : []}
        singleSignOn={oidc?.name ?? null}
        mayMakeAccounts={env.SIGN_UP}
      />
    </div>
  )
}
