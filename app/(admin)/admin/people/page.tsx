import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FindForm } from '@/app/_components/paging/find-form'
import { listQuerySchema, PAGE, searchOf } from '@/app/_components/paging/list-query'
import { Pager } from '@/app/_components/paging/pager'
import { Badge } from '@/app/_components/ui/badge'
import { Card } from '@/app/_components/ui/card'
import { searchPeople } from '@/lib/db/admin-people'
import { services } from '@/lib/server/services'
import { requireAdmin } from '@/lib/server/viewer'
import { AdminHeading } from '../admin-heading'

interface Props {
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminPeople'))('title') }
}

/** Everybody who has an account, found by name or address. */
export default async function PeoplePage({ searchParams }: Props) {
  await requireAdmin('/admin/people')
  const query = listQuerySchema.parse(await searchParams)
  const { people, total } = await searchPeople(services().database, {
    text: query.q,
    page: query.page,
    size: PAGE,
  })
  // There are fewer by now.
  if (people.length === 0 && query.page > 1) redirect(`/admin/people${searchOf(query, { page: 1 })}`)
  const t = await getTranslations('adminPeople')
  return (
    <div className="space-y-6">
      <AdminHeading title={t('title')} />
      <Card className="space-y-4">
        <FindForm query={query} label={t('find')} />
        {people.length === 0 && <p className="text-muted">{t('nobody')}</p>}
        <ul className="divide-y divide-line">
          {people.map((person) => (
            <li key={person.id}>
              <Link
                href={`/admin/people/${person.id}`}
                className="flex flex-wrap items-center justify-between gap-2 py-2.5 hover:bg-raised"
              >
                <span className="min-w-0">
                  <span className="block font-medium text-accent">{person.name}</span>
                  <span className="block break-all text-muted text-sm">{person.email ?? t('noEmail')}</span>
                </span>
                <span className="flex flex-wrap gap-2">
                  {person.isAdmin && <Badge tone="accent">{t('administrator')}</Badge>}
                  {person.isDeactivated && <Badge tone="bad">{t('deactivated')}</Badge>}
                </span>
              </Link>
            </li>
          ))}
        </ul>
        <Pager
          page={query.page}
          pages={Math.max(1, Math.ceil(total / PAGE))}
          hrefOf={(to) => searchOf(query, { page: to })}
        />
      </Card>
    </div>
  )
}
