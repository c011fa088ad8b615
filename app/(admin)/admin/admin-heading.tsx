import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

/** The title of an administrator's page, and the way back. */
export async function AdminHeading({ title, back = '/admin' }: { title: string; back?: string }) {
  const t = await getTranslations('adminPeople')
  return (
    <div>
      <Link href={back} className="inline-flex min-h-11 items-center text-accent hover:underline">
        ← {t(back === '/admin' ? 'toAdmin' : 'toPeople')}
      </Link>
      <h1 className="break-words font-bold text-2xl">{title}</h1>
    </div>
  )
}
