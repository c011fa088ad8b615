import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { hasPassword } from '@/lib/auth/change-password'
import { listOwnLogins } from '@/lib/auth/own-logins'
import { services } from '@/lib/server/services'
import { currentLogin, requirePerson } from '@/lib/server/viewer'
import { LoginList } from './login-list'
import { PasswordForm } from './password-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') }
}

/** What a person decides about their own account: the password, and which logins live. */
export default async function AccountPage() {
  const viewer = await requirePerson('/account')
  const { database, deps } = services()
  const sessionToken = (await currentLogin())?.sessionToken ?? ''
  const [t, format, mayChange, logins] = await Promise.all([
    getTranslations('account'),
    getFormatter(),
    hasPassword(database, viewer.id),
    listOwnLogins(database, { userId: viewer.id, sessionToken }, deps.clock.now()),
  ])
  const at = (date: Date) => format.dateTime(date, 'moment')
  return (
    <div className="mx-auto max-w-3xl space-y-6">
      <div>
        <h1 className="font-bold text-2xl">{t('title')}</h1>
        <p className="break-words text-muted">
          {[viewer.name, viewer.email].filter((each, i, all) => each && all.indexOf(each) === i).join(' · ')}
        </p>
      </div>
      <Card aria-labelledby="password" className="space-y-4">
        <h2 id="password" className="font-semibold text-lg">
          {t('password')}
        </h2>
        {mayChange ? <PasswordForm email={viewer.email ?? ''} /> : <p>{t('noPassword')}</p>}
      </Card>
      <Card aria-labelledby="logins" className="space-y-4">
        <h2 id="logins" className="font-semibold text-lg">
          {t('logins')}
        </h2>
        <p className="text-muted">{t('loginsHint')}</p>
        <LoginList
          logins={logins.map(({ since, until, ...login }) => ({
            ...login,
            since: at(since),
            until: at(until),
          }))}
        />
      </Card>
    </div>
  )
}
