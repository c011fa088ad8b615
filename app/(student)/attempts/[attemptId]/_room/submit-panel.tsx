'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/app/_components/ui/badge'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { answeredState, isFieldAnswered } from '@/lib/question/answered'
import type { RoomItem } from '@/lib/use-cases/read-attempt'
import { type Draft, isUnsaved } from './drafts'

const tones = { empty: 'bad', partial: 'warn', full: 'good' } as const

interface SubmitPanelProps {
  items: readonly RoomItem[]
  drafts: ReadonlyMap<string, Draft>
  flags: ReadonlySet<string>
  state: 'idle' | 'working' | 'failed'
  go: (to: string) => void
  onSubmit: () => void
}

/** The last look before handing in: what is empty, what is flagged, what has not arrived yet. */
export function SubmitPanel({ items, drafts, flags, state, go, onSubmit }: SubmitPanelProps) {
  const t = useTranslations('room')
  const locale = useLocale()
  const rows = items.map((item) => {
    const response = drafts.get(item.id)?.response ?? {}
    return {
      item,
      answered: answeredState(item.question.fields, response),
      empty: item.question.fields.filter((field) => !isFieldAnswered(field, response)),
    }
  })
  const complete = rows.every((row) => row.answered === 'full')
  const unsaved = [...drafts.values()].some(isUnsaved)
  return (
    <Card className="space-y-5">
      <h2 className="font-semibold text-xl">{t('submit.title')}</h2>
      <p>{t('submit.intro')}</p>
      <Notice
        tone={complete ? 'good' : 'warn'}
        title={complete ? t('submit.allFull') : t('submit.someEmpty')}
      />
      <ul className="divide-y divide-line">
        {rows.map(({ item, answered, empty }) => (
          <li key={item.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <div className="min-w-0 space-y-1">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {t('problem', { number: item.position })} · {item.question.title[locale]}
                <Badge tone={tones[answered]}>{t(`state.${answered}`)}</Badge>
                {flags.has(item.id) && <Badge tone="warn">{t('flagged')}</Badge>}
              </p>
              {empty.length > 0 && (
                <p className="text-muted text-sm">
                  {t('submit.emptyFields', { fields: empty.map((field) => field.label[locale]).join(', ') })}
                </p>
              )}
            </div>
            <Button size="small" className="min-h-11" onClick={() => go(String(item.position))}>
              {t('submit.go', { number: item.position })}
            </Button>
          </li>
        ))}
      </ul>
      {state === 'failed' && (
        <Notice tone="bad" role="alert">
          {t('submit.failed')}
        </Notice>
      )}
      {unsaved && state === 'working' && <p role="status">{t('submit.waiting')}</p>}
      <Button data-testid="hand-in" look="primary" disabled={state === 'working'} onClick={onSubmit}>
        {state === 'working'
          ? t('submit.working')
          : complete
            ? t('submit.confirm')
            : t('submit.confirmAnyway')}
      </Button>
    </Card>
  )
}
