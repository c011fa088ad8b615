'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { TextInput } from '@/app/_components/ui/text-input'
import { startAttempt } from './actions'
import type { StartState } from './input'

interface StartFormProps {
  examId: string
  again: boolean
  needsCode: boolean
}

export function StartForm({ examId, again, needsCode }: StartFormProps) {
  const t = useTranslations('cover')
  const [state, action, pending] = useActionState<StartState, FormData>(startAttempt, { status: 'idle' })
  // Kept by us: a form that an action has answered is emptied.
  const [code, setCode] = useState('')
  const refusal = state.status === 'refused' ? state.refusal : null
  const words = () => {
    if (!refusal) return null
    switch (refusal.kind) {
      case 'not-open':
        return t(`refused.${refusal.state}`)
      case 'attempts-used':
        return t('refused.attempts-used', { allowed: refusal.allowed })
      default:
        return t(`refused.${refusal.kind}`)
    }
  }
  return (
    <form action={action} className="space-y-3">
      {refusal && (
        <Notice tone="warn" role="alert">
          {words()}
        </Notice>
      )}
      {state.status === 'signed-out' && (
        <Notice tone="warn" role="alert">
          {t('refused.signed-out')}
        </Notice>
      )}
      <input type="hidden" name="examId" value={examId} />
      {needsCode && (
        <TextInput
          label={t('startCode')}
          name="startCode"
          autoComplete="off"
          required
          value={code}
          onChange={(event) => setCode(event.target.value)}
          className="max-w-60"
        />
      )}
      <Button type="submit" look="primary" disabled={pending}>
        {pending ? t('starting') : again ? t('again') : t('start')}
      </Button>
    </form>
  )
}
