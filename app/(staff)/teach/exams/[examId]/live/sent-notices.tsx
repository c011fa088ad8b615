'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { useFormAction } from '@/app/_components/use-form-action'
import type { SentNotice } from '@/lib/use-cases/live-room'
import { takeNoticeBack } from './actions'
import { FormAnswer } from './form-answer'

/** What was told and still stands; a manager can take it back. */
export function SentNotices({ notices, mayManage }: { notices: readonly SentNotice[]; mayManage: boolean }) {
  const t = useTranslations('live.notice')
  const format = useFormatter()
  const { state, pending, form } = useFormAction(takeNoticeBack)
  return (
    <form {...form} className="space-y-3" aria-busy={pending}>
      <ul className="divide-y divide-line">
        {notices.map(({ id, words, at, student }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <div className="min-w-0 flex-1">
              <p className="whitespace-pre-wrap break-words">{words}</p>
              <p className="text-muted text-sm">
                {format.dateTime(at, 'brief')} · {student === null ? t('everybody') : student.name}
              </p>
            </div>
            {mayManage && (
              <Button
                type="submit"
                size="small"
                className="min-h-11"
                name="noticeId"
                value={id}
                disabled={pending}
                aria-label={t('takeBackOf', { words: words.slice(0, 60) })}
              >
                {t('takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <FormAnswer state={state} done={() => t('takenBack')} />
    </form>
  )
}
