import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { listQuerySchema, PAGE, searchOf } from '@/app/_components/paging/list-query'
import { Pager } from '@/app/_components/paging/pager'
import { Card } from '@/app/_components/ui/card'
import { readAdminLog } from '@/lib/db/admin-people'
import { services } from '@/lib/server/services'
import { requireAdmin } from '@/lib/server/viewer'
import { AdminHeading } from '../admin-heading'
import { AdminLog } from '../admin-log'

interface Props {
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminPeople'))('log') }
}

/** What administrators did to accounts, and people to the ways into their own. */
export default async function AdminLogPage({ searchParams }: Props) {
  await requireAdmin('/admin/log')
  const query = listQuerySchema.parse(await searchParams)
  const { lines, total } = await readAdminLog(services().database, {
    userId: null,
    page: query.page,
    size: PAGE,
  })
  const t = await getTranslations('adminPeople')
  return (
    <div className="space-y-6">
      <AdminHeading title={t('log')} />
      <Card className="space-y-4">
        <AdminLog lines={lines} about />
        <Pager
          page={query.page}
          pages={Math.max(1, Math.ceil(total / PAGE))}
          hrefOf={(to) => searchOf(query, { page: to })}
        />
      </Card>
    </div>
  )
}
