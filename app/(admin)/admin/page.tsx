import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { readOverview } from '@/lib/db/overview'
import { services } from '@/lib/server/services'
import { requireAdmin } from '@/lib/server/viewer'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('title') }
}

export default async function AdminPage() {
  await requireAdmin('/admin')
  const { database, deps, env, postOffice } = services()
  const [t, overview] = await Promise.all([getTranslations('admin'), readOverview(database)])
  const graders = deps.questions.all.map((type) => `${type.slug}@${type.version}`).join(', ')
  return (
    <div className="space-y-6">
      <h1 className="font-bold text-2xl">{t('title')}</h1>
      {!postOffice.mailer.sends && (
        <Notice tone="warn" title={t('noMail')}>
          <p>{t('noMailText', { folder: env.MAIL_OUTBOX })}</p>
        </Notice>
      )}
      <ul className="flex flex-wrap gap-x-6">
        {(
          [
            ['/admin/people', t('people')],
            ['/admin/platforms', t('platforms')],
            ['/admin/log', t('log')],
          ] as const
        ).map(([href, words]) => (
          <li key={href}>
            <Link href={href} className="inline-flex min-h-11 items-center text-accent hover:underline">
              {words}
            </Link>
          </li>
        ))}
      </ul>
      <Card className="space-y-3">
        <h2 className="font-semibold text-lg">{t('system')}</h2>
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
          {[
            [t('accounts'), overview.people],
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
    </div>
  )
}
