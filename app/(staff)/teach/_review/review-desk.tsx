'use client'

import { useTranslations } from 'next-intl'
import { startTransition, useActionState, useEffect, useState } from 'react'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import type { Locale } from '@/lib/core/localized'
import { claimForReview, settleAnswers, undoSettled } from './actions'
import { GroupCard } from './group-card'
import { isTyping, type ShownGroup } from './shown-group'

const idle = { status: 'idle' } as const

/** One decision after the other, by keyboard or pointer; the settled one gives way to the next by itself. */
export function ReviewDesk({ groups, locale }: { groups: readonly ShownGroup[]; locale: Locale }) {
  const t = useTranslations('review')
  const [at, setAt] = useState(0)
  const [settled, settle, settling] = useActionState(settleAnswers, idle)
  const [undone, undo, undoing] = useActionState(undoSettled, idle)
  const [lastWord, setLastWord] = useState<'settled' | 'undone'>('settled')
  const place = Math.min(at, Math.max(0, groups.length - 1))
  const group = groups[place]
  const pending = settling || undoing
  const last = settled.status === 'done' ? settled.done.decisionId : null

  const move = (by: number) => setAt(Math.min(Math.max(place + by, 0), Math.max(0, groups.length - 1)))
  const takeBack = () => {
    if (last === null || pending) return
    const form = new FormData()
    form.set('decisionId', last)
    setLastWord('undone')
    startTransition(() => undo(form))
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === 'j') move(1)
      else if (event.key === 'k') move(-1)
      else if (event.key === 'u') takeBack()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
  const ids = group ? JSON.stringify(group.targets.map(({ itemId }) => itemId)) : null
  useEffect(() => {
    if (ids === null) return
    const form = new FormData()
    form.set('itemIds', ids)
    // Without a network nothing is taken; the decision itself is checked again.
    void claimForReview(idle, form).catch(() => undefined)
  }, [ids])

  return (
    <div className="space-y-4">
      <p className="text-muted text-sm">{t('keys')}</p>
      <div aria-live="polite" className="min-h-14">
        <Outcome settled={settled} undone={undone} last={lastWord} onUndo={takeBack} pending={pending} />
      </div>
      {group ? (
        <GroupCard
          key={`${group.key} ${group.targets[0]?.gradeId}`}
          group={group}
          place={place + 1}
          of={groups.length}
          locale={locale}
          pending={pending}
          fields={settled.status === 'invalid' ? settled.fields : {}}
          onSettle={(form) => {
            if (pending) return
            setLastWord('settled')
            startTransition(() => settle(form))
          }}
          onMove={move}
        />
      ) : (
        <Card>
          <p>{t('empty')}</p>
        </Card>
      )}
    </div>
  )
}

interface OutcomeProps {
  settled: Awaited<ReturnType<typeof settleAnswers>>
  undone: Awaited<ReturnType<typeof undoSettled>>
  last: 'settled' | 'undone'
  pending: boolean
  onUndo: () => void
}

function Outcome({ settled, undone, last, pending, onUndo }: OutcomeProps) {
  const t = useTranslations('review')
  const state = last === 'settled' ? settled : undone
  if (state.status === 'idle') return null
  if (state.status === 'signed-out') return <Notice tone="warn">{t('refused.signed-out')}</Notice>
  if (state.status === 'refused') return <Notice tone="warn">{t(`refused.${state.refusal.kind}`)}</Notice>
  if (state.status === 'invalid') return <Notice tone="bad">{t('invalid')}</Notice>
  if (last === 'undone' && undone.status === 'done')
    return <Notice tone="good">{t('undone', { count: undone.done.restored })}</Notice>
  if (settled.status !== 'done') return null
  const { settled: count, overtaken } = settled.done
  return (
    <Notice tone="good">
      {t('settled', { count })} {overtaken > 0 && t('overtaken', { count: overtaken })}{' '}
      <button
        type="button"
        onClick={onUndo}
        disabled={pending}
        className="min-h-6 font-medium text-accent underline"
      >
        {t('undo')}
      </button>
    </Notice>
  )
}
