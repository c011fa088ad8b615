import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { readWaysIn } from '@/lib/auth/identities'
import { providerName } from '@/lib/auth/oidc'
import { listOwnLogins } from '@/lib/auth/own-logins'
import { services } from '@/lib/server/services'
import { currentLogin, requirePerson } from '@/lib/server/viewer'
import { AddressForm, FirstPasswordForm } from './address-form'
import { LoginList } from './login-list'
import { PasswordForm } from './password-form'
import { JoinAccountsForm, type ShownWayIn, WaysIn } from './ways-in'

interface Props {
  searchParams: Promise<{ link?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') }
}

const linkOutcomes = [
  'added',
  'joined',
  'taken',
  'same-exam',
  'same-platform',
  'link-ended',
  'deactivated',
  'failed',
] as const
const isLinkOutcome = (text: string | undefined): text is (typeof linkOutcomes)[number] =>
  linkOutcomes.some((each) => each === text)

/** What a person decides about their own account: address, password, ways in, and which logins live. */
export default async function AccountPage({ searchParams }: Props) {
  const viewer = await requirePerson('/account')
  const { database, deps, oidc } = services()
  const sessionToken = (await currentLogin())?.sessionToken ?? ''
  const [{ link }, t, format, ways, logins] = await Promise.all([
    searchParams,
    getTranslations('account'),
    getFormatter(),
    readWaysIn(database, viewer.id),
    listOwnLogins(database, { userId: viewer.id, sessionToken }, deps.clock.now()),
  ])
  if (!ways) return null
  const at = (date: Date) => format.dateTime(date, 'moment')
  const shown: ShownWayIn[] = [
    ...(ways.hasPassword ? [{ which: 'password', kind: 'password' as const, name: ways.email ?? '' }] : []),
    ...ways.identities.map((identity) => ({
      which: identity.id,
      kind: identity.kind,
      name: providerName(identity, oidc),
    })),
  ]
  const singleSignOn = oidc && !ways.identities.some(({ kind }) => kind === 'sso') ? oidc.name : null
  return (
    <div className="mx-auto max-w-3xl space-y-6">
      <div>
        <h1 className="font-bold text-2xl">{t('title')}</h1>
        <p className="break-words text-muted">
          {[viewer.name, viewer.email].filter((each, i, all) => each && all.indexOf(each) === i).join(' · ')}
        </p>
      </div>
      {isLinkOutcome(link) && (
        <Notice tone={link === 'added' || link === 'joined' ? 'good' : 'warn'} role="status">
          {t(`link.${link}`)}
        </Notice>
      )}
      {ways.isLmsOnly && (
        <Card aria-labelledby="join" className="space-y-4">
          <h2 id="join" className="font-semibold text-lg">
            {t('join')}
          </h2>
          <p className="text-muted">{t('joinText')}</p>
          <JoinAccountsForm singleSignOn={oidc?.name ?? null} />
        </Card>
      )}
      <Card aria-labelledby="address" className="space-y-4">
        <h2 id="address" className="font-semibold text-lg">
          {t('address')}
        </h2>
        <AddressForm
          key={ways.email}
          email={ways.email}
          proven={ways.emailProven}
          hasPassword={ways.hasPassword}
        />
      </Card>
      <Card aria-labelledby="password" className="space-y-4">
        <h2 id="password" className="font-semibold text-lg">
          {t(ways.hasPassword ? 'password' : 'kind.password')}
        </h2>
        {ways.hasPassword ? (
          <PasswordForm email={viewer.email ?? ''} />
        ) : (
          <>
            <p>{t('noPassword')}</p>
            {ways.email !== null && <FirstPasswordForm />}
          </>
        )}
      </Card>
      <Card aria-labelledby="ways" className="space-y-4">
        <h2 id="ways" className="font-semibold text-lg">
          {t('ways')}
        </h2>
        <p className="text-muted">{t('waysText')}</p>
        <WaysIn ways={shown} singleSignOn={ways.isLmsOnly ? null : singleSignOn} />
      </Card>
      <Card aria-labelledby="logins" className="space-y-4">
        <h2 id="logins" className="font-semibold text-lg">
          {t('logins')}
        </h2>
        <p className="text-muted">{t('loginsHint')}</p>
        <LoginList
          logins={logins.map(({ since, until, lastSeen, device, kind, id, isThis }) => ({
            id,
            isThis,
            device: t('device', { browser: device.browser ?? 'none', system: device.system ?? 'none' }),
            kind,
            since: at(since),
            until: at(until),
            lastSeen: lastSeen && at(lastSeen),
          }))}
        />
      </Card>
    </div>
  )
}
