import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/app/_components/ui/badge'
import { Card } from '@/app/_components/ui/card'
import { readWaysIn } from '@/lib/auth/identities'
import { providerName } from '@/lib/auth/oidc'
import { listOwnLogins } from '@/lib/auth/own-logins'
import { findPerson, type PersonAct, readAdminLog } from '@/lib/db/admin-people'
import { services } from '@/lib/server/services'
import { requireAdmin } from '@/lib/server/viewer'
import { AdminHeading } from '../../admin-heading'
import { AdminLog } from '../../admin-log'
import { PersonActs, ResetLink } from './person-acts'

interface Props {
  params: Promise<{ userId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminPeople'))('title') }
}

/** One person's account: roles, ways in, logins, and what an administrator may do. */
export default async function PersonPage({ params }: Props) {
  const { userId } = await params
  const viewer = await requireAdmin(`/admin/people/${userId}`)
  const { database, deps, oidc, postOffice } = services()
  const person = await findPerson(database, userId)
  if (!person) notFound()
  const [ways, logins, log, t, tAccount, tRole, format, locale] = await Promise.all([
    readWaysIn(database, userId),
    // No login of theirs is the one that asks.
    listOwnLogins(database, { userId, sessionToken: '' }, deps.clock.now()),
    readAdminLog(database, { userId, page: 1, size: 20 }),
    getTranslations('adminPeople'),
    getTranslations('account'),
    getTranslations('admin.role'),
    getFormatter(),
    getLocale(),
  ])
  const acts: PersonAct[] = [
    person.isAdmin ? 'unmake-admin' : 'make-admin',
    person.isDeactivated ? 'activate' : 'deactivate',
    'end-logins',
  ]
  return (
    <div className="space-y-6">
      <AdminHeading title={person.name} back="/admin/people" />
      <Card className="space-y-3">
        <div className="flex flex-wrap gap-2 empty:hidden">
          {person.isAdmin && <Badge tone="accent">{t('administrator')}</Badge>}
          {person.isDeactivated && <Badge tone="bad">{t('deactivated')}</Badge>}
          {person.mustChangePassword && <Badge tone="warn">{t('mustChange')}</Badge>}
        </div>
        <p className="break-all">
          {person.email ?? t('noEmail')}
          {person.email !== null && ` · ${tAccount(person.emailProven ? 'proven' : 'unproven')}`}
        </p>
        <p className="text-muted text-sm">
          {t('since', { date: format.dateTime(person.createdAt, 'date') })}
        </p>
        {person.id === viewer.id ? (
          <p className="text-muted">{t('selfHint')}</p>
        ) : (
          <PersonActs userId={person.id} acts={acts} />
        )}
      </Card>
      <Card aria-labelledby="roles" className="space-y-3">
        <h2 id="roles" className="font-semibold text-lg">
          {t('roles')}
        </h2>
        {person.roles.length === 0 && <p className="text-muted">{t('noRoles')}</p>}
        <ul className="divide-y divide-line">
          {person.roles.map((each) => (
            <li key={each.courseId} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <Link href={`/teach/courses/${each.courseId}`} className="text-accent hover:underline">
                {each.title[locale]}
              </Link>
              <Badge>{each.hasLeft ? t('left') : tRole(each.role)}</Badge>
            </li>
          ))}
        </ul>
      </Card>
      <Card aria-labelledby="ways" className="space-y-3">
        <h2 id="ways" className="font-semibold text-lg">
          {tAccount('ways')}
        </h2>
        <ul className="space-y-1">
          {person.hasPassword && <li>{tAccount('kind.password')}</li>}
          {ways?.identities.map((each) => (
            <li key={each.id} className="break-all">
              {tAccount(`kind.${each.kind}`)} · {providerName(each, oidc)}
            </li>
          ))}
        </ul>
        <ResetLink userId={person.id} sends={postOffice.mailer.sends} />
      </Card>
      <Card aria-labelledby="logins" className="space-y-3">
        <h2 id="logins" className="font-semibold text-lg">
          {t('logins')}
        </h2>
        {logins.length === 0 && <p className="text-muted">{t('noLogins')}</p>}
        <ul className="divide-y divide-line">
          {logins.map(({ id, device, kind, since, lastSeen }) => (
            <li key={id} className="py-2">
              {tAccount('device', { browser: device.browser ?? 'none', system: device.system ?? 'none' })} ·{' '}
              {tAccount(`kind.${kind}`)}
              <span className="block text-muted text-sm">
                {tAccount('since', { when: format.dateTime(since, 'moment') })}
                {lastSeen && ` · ${tAccount('lastSeen', { when: format.dateTime(lastSeen, 'moment') })}`}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Card aria-labelledby="log" className="space-y-3">
        <h2 id="log" className="font-semibold text-lg">
          {t('log')}
        </h2>
        <AdminLog lines={log.lines} about={false} />
      </Card>
    </div>
  )
}
