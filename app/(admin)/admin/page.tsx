import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/app/_components/ui/badge'
import { Card } from '@/app/_components/ui/card'
import { readOverview } from '@/lib/db/overview'
import { services } from '@/lib/server/services'
import { requireAdmin } from '@/lib/server/viewer'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('title') }
}

export default async function AdminPage() {
  await requireAdmin('/admin')
  const { database, deps } = services()
  const [t, locale, overview] = await Promise.all([
    getTranslations('admin'),
    getLocale(),
    readOverview(database),
  ])
  const graders = deps.questions.all.map((type) => `${type.slug}@${type.version}`).join(', ')
  return (
    <div className="space-y-6">
      <h1 className="font-bold text-2xl">{t('title')}</h1>
      <Link href="/admin/platforms" className="inline-flex min-h-11 items-center text-accent hover:underline">
        {t('platforms')}
      </Link>
      <Card className="space-y-3">
        <h2 className="font-semibold text-lg">{t('system')}</h2>
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
          {[
            [t('database'), overview.databaseVersion],
            [t('queue'), overview.jobsWaiting],
            [t('openAttempts'), overview.openAttempts],
            [t('graders'), graders],
          ].map(([term, value]) => (
            <div key={term} className="contents">
              <dt className="text-muted">{term}</dt>
              <dd className="font-medium">{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card className="space-y-3">
        <h2 className="font-semibold text-lg">{t('people')}</h2>
        <ul className="divide-y divide-line">
          {overview.people.map((person) => (
            <li key={person.id} className="flex flex-wrap items-center justify-between gap-2 py-2.5">
              <div>
                <p className="font-medium">{person.name}</p>
                <p className="text-muted text-sm">{person.email}</p>
              </div>
              <div className="flex flex-wrap gap-2">
                {person.isAdmin && <Badge tone="accent">{t('administrator')}</Badge>}
                {person.roles.map(({ courseId, title, role }) => (
                  <Badge key={courseId}>
                    {title[locale]} · {t(`role.${role}`)}
                  </Badge>
                ))}
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
