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

const worrying: ReadonlySet<DraftStatus> = new Set([
  'failed',
  'signed-out',
  'refused',
  'conflict',
  'elsewhere',
])
/** A time that takes as much room as any, for measuring. */
const noon = new Date(2000, 0, 1, 12, 48, 48)

interface SaveIndicatorProps {
  items: readonly { readonly id: string; readonly position: number }[]
  drafts: ReadonlyMap<string, Draft>
}

/** What the server has and what it has not; "saved" stands only for what was acknowledged. */
export function SaveIndicator({ items, drafts }: SaveIndicatorProps) {
  const t = useTranslations('room.save')
  const format = useFormatter()
  const all = [...drafts.values()]
  const worst = worstFirst.find((status) => all.some((draft) => draft.status === status)) ?? 'saved'
  const savedAt = all.reduce<Date | null>(
    (latest, { savedAt: at }) => (at && (!latest || at > latest) ? at : latest),
    null,
  )
  const time = savedAt && format.dateTime(savedAt, 'clock')

  const contested = items.find(({ id }) => drafts.get(id)?.status === 'conflict')?.position ?? 0
  const bad = worrying.has(worst)
  const Icon = bad ? CloudOff : worst === 'saving' ? LoaderCircle : worst === 'dirty' ? PencilLine : Check
  const saved = time ? t('savedAt', { time }) : t('saved')
  const words =
    worst === 'elsewhere'
      ? t('elsewhere')
      : worst === 'conflict'
        ? t('choose', { number: contested })
        : bad
          ? t('failed')
          : worst === 'saving'
            ? t('saving')
            : worst === 'dirty'
              ? t('dirty')
              : saved
  // Its place is as wide as the longest of them, so that nothing moves when the state changes.
  const longest = [
    t('savedAt', { time: format.dateTime(noon, 'clock') }),
    t('failed'),
    t('choose', { number: 88 }),
    t('elsewhere'),
  ]
  return (
    <div className="grid text-right text-sm tabular-nums">
      {longest.map((text) => (
        <p
          key={text}
          aria-hidden
          className="invisible col-start-1 row-start-1 pl-5.5 font-semibold whitespace-nowrap"
        >
          {text}
        </p>
      ))}
      <p
        data-testid="save-state"
        data-state={bad ? 'failed' : worst}
        className={cx(
          'col-start-1 row-start-1 flex items-center gap-1.5 sm:justify-end whitespace-nowrap',
          bad ? 'font-semibold text-bad' : 'text-muted',
        )}
      >
        <Icon aria-hidden className={cx('size-4 shrink-0', worst === 'saving' && 'animate-spin')} />
        {words}
      </p>
    </div>
  )
}
