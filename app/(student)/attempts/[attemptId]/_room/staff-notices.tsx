'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { News } from './attempt-api'

/** All that the staff have told, also what was put aside: below the problems, where nothing moves when one comes. */
export function StaffNotices({ notices }: { notices: News['notices'] }) {
  const t = useTranslations('room.notices')
  const format = useFormatter()
  if (notices.length === 0) return null
  return (
    <section aria-labelledby="staff-notices" className="space-y-2 border-line border-t pt-4">
      <h2 id="staff-notices" className="font-semibold">
        {t('title')}
      </h2>
      <ul className="space-y-2">
        {notices.map(({ id, words, at }) => (
          <li key={id} className="rounded-lg bg-raised p-3">
            <p className="whitespace-pre-wrap break-words">{words}</p>
            <p className="text-muted text-sm">{format.dateTime(at, 'time')}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
