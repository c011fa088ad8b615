'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { startAttempt } from './actions'
import type { StartState } from './input'

export function StartForm({ examId, again }: { examId: string; again: boolean }) {
  const t = useTranslations('cover')
  const [state, action, pending] = useActionState<StartState, FormData>(startAttempt, { status: 'idle' })
  return (
    <form action={action} className="space-y-3">
      {state.status === 'refused' && (
        <Notice tone="warn" role="alert">
          {state.refusal.kind === 'not-open'
            ? t(`refused.${state.refusal.state}`)
            : state.refusal.kind === 'attempts-used'
              ? t('refused.attempts-used', { allowed: state.refusal.allowed })
              : t('refused.not-found')}
        </Notice>
      )}
      <input type="hidden" name="examId" value={examId} />
      <Button type="submit" look="primary" disabled={pending}>
        {pending ? t('starting') : again ? t('again') : t('start')}
      </Button>
    </form>
  )
}
