'use client'

import { ArrowLeft, ArrowRight, Flag } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AnswerFields } from '@/app/_components/question/answer-fields'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { formatPoints } from '@/lib/exam/points'
import type { StoredResponse } from '@/lib/question/field'
import type { RoomItem } from '@/lib/use-cases/read-attempt'
import { ConflictNotice } from './conflict-notice'
import type { Draft } from './drafts'

interface ItemPanelProps {
  item: RoomItem
  total: number
  /** No way back: earlier problems are closed. */
  oneWay: boolean
  statement: ReactNode
  draft: Draft | undefined
  flagged: boolean
  readOnly: boolean
  onFlag: () => void
  onChange: (name: string, value: StoredResponse[string]) => void
  onBlur: () => void
  onResolve: (choice: 'mine' | 'theirs') => void
  go: (to: string) => void
}

export function ItemPanel({
  item,
  total,
  oneWay,
  statement,
  draft,
  flagged,
  readOnly,
  ...on
}: ItemPanelProps) {
  const t = useTranslations('room')
  const locale = useLocale()
  const { position, question } = item
  if (!draft) return null
  return (
    <section aria-labelledby={`item-${item.id}`} className="space-y-5">
      <Card className="space-y-4">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div>
            <p className="text-muted text-sm">
              {t('problem', { number: position })} ·{' '}
              {t('points', { points: Number(formatPoints(item.points)) })}
            </p>
            <h2 id={`item-${item.id}`} className="font-semibold text-xl">
              {question.title[locale]}
            </h2>
          </div>
          {!oneWay && (
            <Button look="quiet" size="small" className="min-h-11" aria-pressed={flagged} onClick={on.onFlag}>
              <Flag aria-hidden className={flagged ? 'size-4 fill-current text-warn' : 'size-4'} />
              {flagged ? t('unflag') : t('flag')}
            </Button>
          )}
        </div>
        {statement}
      </Card>
      {draft.status === 'conflict' && draft.theirs && (
        <ConflictNotice
          fields={question.fields}
          mine={draft.response}
          theirs={draft.theirs.response}
          onResolve={on.onResolve}
        />
      )}
      <Card>
        <AnswerFields
          fields={question.fields}
          response={draft.response}
          onChange={on.onChange}
          onBlur={on.onBlur}
          readOnly={readOnly || draft.status === 'closed'}
          locale={locale}
          idPrefix={`answer-${position}`}
        />
      </Card>
      <div className="flex justify-between gap-3">
        {position > 1 && !oneWay ? (
          <Button onClick={() => on.go(String(position - 1))}>
            <ArrowLeft aria-hidden className="size-4" />
            {t('previous')}
          </Button>
        ) : (
          <span />
        )}
        <Button
          look={position < total ? 'secondary' : 'primary'}
          onClick={() => on.go(position < total ? String(position + 1) : 'submit')}
        >
          {position < total ? t('next') : t('toSubmit')}
          <ArrowRight aria-hidden className="size-4" />
        </Button>
      </div>
    </section>
  )
}
