'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { limitWords } from '@/app/_components/limit-words'
import { useBrowserTimeZone } from '@/app/_components/use-time-zone'
import type { Person } from './person'

/** What a student gets in the end, spelled out. */
export function Outcome({ outcome: { limit, opensAt, endsAt, attempts } }: { outcome: Person['outcome'] }) {
  const t = useTranslations('people')
  const tExams = useTranslations('exams')
  const format = useFormatter()
  const zone = useBrowserTimeZone()
  // Nothing before the zone is known; the server would also write dates in another way than the browser.
  const at = (date: Date) =>
    zone === null
      ? '…'
      : format.dateTime(date, {
          month: 'short',
          day: 'numeric',
          hour: 'numeric',
          minute: '2-digit',
          timeZoneName: 'short',
          timeZone: zone,
        })
  return (
    <div className="text-sm tabular-nums sm:text-right">
      <p className="font-medium">{limitWords(limit, tExams)}</p>
      {opensAt && <p className="text-muted">{t('windowOpens', { when: at(opensAt) })}</p>}
      <p className="text-muted">{endsAt ? t('windowEnds', { when: at(endsAt) }) : t('windowOpen')}</p>
      <p className="text-muted">
        {attempts === null ? t('attemptsFree') : t('attemptsAllowed', { count: attempts })}
      </p>
    </div>
  )
}
