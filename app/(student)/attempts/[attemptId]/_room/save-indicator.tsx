'use client'

import { Check, CloudOff, LoaderCircle, PencilLine } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { cx } from '@/app/_components/ui/cx'
import type { Draft, DraftStatus } from './drafts'

// The most worrying state of all problems is the one that is shown.
const worstFirst: readonly DraftStatus[] = [
  'signed-out',
  'failed',
  'refused',
  'conflict',
  'elsewhere',
  'dirty',
  'saving',
  'closed',
  'saved',
]

/** What the server has and what it has not; "saved" stands only for what was acknowledged. */
export function SaveIndicator({ drafts }: { drafts: ReadonlyMap<string, Draft> }) {
  const t = useTranslations('room.save')
  const format = useFormatter()
  const all = [...drafts.values()]
  const worst = worstFirst.find((status) => all.some((draft) => draft.status === status)) ?? 'saved'
  const savedAt = all.reduce<Date | null>(
    (latest, { savedAt: at }) => (at && (!latest || at > latest) ? at : latest),
    null,
  )
  const time = savedAt && format.dateTime(savedAt, { timeStyle: 'medium' })

  const bad =
    worst === 'failed' ||
    worst === 'signed-out' ||
    worst === 'refused' ||
    worst === 'conflict' ||
    worst === 'elsewhere'
  const Icon = bad ? CloudOff : worst === 'saving' ? LoaderCircle : worst === 'dirty' ? PencilLine : Check
  const words =
    worst === 'elsewhere'
      ? t('elsewhere')
      : bad
        ? t('failed')
        : worst === 'saving'
          ? t('saving')
          : worst === 'dirty'
            ? t('dirty')
            : time
              ? t('savedAt', { time })
              : t('saved')
  return (
    <div className="text-right">
      <p
        data-testid="save-state"
        data-state={bad ? 'failed' : worst}
        className={cx(
          'inline-flex items-center gap-1.5 text-sm tabular-nums',
          bad ? 'font-semibold text-bad' : 'text-muted',
        )}
      >
        <Icon aria-hidden className={cx('size-4', worst === 'saving' && 'animate-spin')} />
        {words}
      </p>
      <p role="status" className="max-w-72 text-bad text-sm">
        {worst === 'failed' && t('kept')}
        {worst === 'signed-out' && (
          <>
            {t('signedOut')}{' '}
            <a href="/sign-in" target="_blank" rel="noreferrer" className="underline">
              {t('signInAgain')}
            </a>
          </>
        )}
      </p>
    </div>
  )
}
