'use client'

import { useTranslations } from 'next-intl'
import { formatLeft } from '@/app/_components/format-left'
import { Badge, type Tone } from '@/app/_components/ui/badge'
import { isOpen, type LiveRow, type LiveState } from '@/lib/exam/live'

export const cell = 'whitespace-nowrap px-4 py-1.5'

/** One student: where they are, what is left, when they were heard of, and whether all is saved. */
export function LiveRowCells({
  row: { name, attempt },
  state,
  now,
  tone,
}: {
  row: LiveRow
  state: LiveState
  now: Date
  tone: Tone
}) {
  const t = useTranslations('live')
  const ago = (at: Date | null) => {
    if (at === null) return '–'
    const seconds = Math.max(0, Math.round((now.getTime() - at.getTime()) / 1000))
    if (seconds < 60) return t('ago.seconds', { seconds })
    const minutes = Math.floor(seconds / 60)
    return minutes < 60 ? t('ago.minutes', { minutes }) : t('ago.hours', { hours: Math.floor(minutes / 60) })
  }
  const open = attempt !== null && isOpen(state)
  return (
    <>
      <th scope="row" className={`${cell} font-medium`}>
        {name}
        {attempt !== null && attempt.number > 1 && (
          <span className="ml-2 text-muted text-sm">{t('number', { number: attempt.number })}</span>
        )}
      </th>
      <td className={cell}>
        <Badge tone={tone}>{t(`states.${state}`)}</Badge>
      </td>
      <td className={cell}>
        {attempt !== null && (
          <>
            {open && attempt.place !== null && (
              <span className="mr-2">
                {attempt.place === 0 ? t('handingIn') : t('problem', { number: attempt.place })}
              </span>
            )}
            <span className="text-muted">
              {t('answered', { answered: attempt.answered, problems: attempt.problems })}
            </span>
          </>
        )}
      </td>
      <td className={cell}>
        {open &&
          (attempt.deadlineAt === null
            ? t('noLimit')
            : formatLeft(attempt.deadlineAt.getTime() - now.getTime()))}
        {open && attempt.given > 0 && (
          <Badge tone="accent" className="ml-2">
            {t('given', { minutes: attempt.given })}
          </Badge>
        )}
      </td>
      <td className={cell}>{open && ago(attempt.seenAt ?? attempt.startedAt)}</td>
      <td className={cell}>
        {attempt !== null &&
          (open && attempt.unsaved > 0 ? (
            <Badge tone="bad">{t('unsaved', { problems: attempt.unsaved })}</Badge>
          ) : (
            ago(attempt.savedAt)
          ))}
      </td>
    </>
  )
}
