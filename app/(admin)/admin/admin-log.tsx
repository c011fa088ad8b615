import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { adminActions } from '@/lib/db/admin-log'
import type { AdminLine } from '@/lib/db/admin-people'

const isKnown = (action: string): action is (typeof adminActions)[number] =>
  adminActions.some((each) => each === action)

/** What was done to accounts, newest first. */
export async function AdminLog({ lines, about }: { lines: readonly AdminLine[]; about: boolean }) {
  const [t, format] = await Promise.all([getTranslations('adminPeople'), getFormatter()])
  if (lines.length === 0) return <p className="text-muted">{t('nothingDone')}</p>
  return (
    <ol className="divide-y divide-line">
      {lines.map((line) => (
        <li key={line.id} className="space-y-1 py-2.5">
          <p>
            <span className="font-medium">
              {isKnown(line.action) ? t(`action.${line.action}`) : line.action}
            </span>
            {about && line.about && (
              <>
                {' · '}
                <Link href={`/admin/people/${line.about.id}`} className="text-accent hover:underline">
                  {line.about.name}
                </Link>
              </>
            )}
          </p>
          <p className="text-muted text-sm">
            {format.dateTime(line.at, 'exact')} · {line.by ?? t('commandLine')}
          </p>
        </li>
      ))}
    </ol>
  )
}
