'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ResponseView } from '@/app/_components/question/response-view'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import type { Field, StoredResponse } from '@/lib/question/field'

interface ConflictNoticeProps {
  fields: readonly Field[]
  mine: StoredResponse
  theirs: StoredResponse
  onResolve: (choice: 'mine' | 'theirs') => void
}

/** Somebody (most often the same student elsewhere) saved in between: both answers are shown, a person chooses. */
export function ConflictNotice({ fields, mine, theirs, onResolve }: ConflictNoticeProps) {
  const t = useTranslations('room.conflict')
  const locale = useLocale()
  return (
    <Notice tone="warn" role="alert" title={t('title')}>
      <p>{t('text')}</p>
      <div className="grid gap-4 pt-2 md:grid-cols-2">
        {(['mine', 'theirs'] as const).map((side) => (
          <div key={side} className="space-y-2 rounded-lg border border-line bg-surface p-3">
            <ResponseView fields={fields} response={side === 'mine' ? mine : theirs} locale={locale} />
            <Button size="small" onClick={() => onResolve(side)}>
              {t(side)}
            </Button>
          </div>
        ))}
      </div>
    </Notice>
  )
}
