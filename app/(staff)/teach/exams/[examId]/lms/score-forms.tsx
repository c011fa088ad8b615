'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { lmsProblem } from '@/app/_components/lms-problem'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { useFormAction } from '@/app/_components/use-form-action'
import { compareNow, resendScores } from './actions'

/** The students of a link; buttons inside say whose score is sent. */
export function ResendForm({
  linkId,
  waiting,
  children,
}: {
  linkId: string
  /** How many have not arrived. */
  waiting: number
  children: ReactNode
}) {
  const t = useTranslations('lmsScores')
  const { state, pending, form } = useFormAction(resendScores)
  return (
    <form {...form} className="space-y-3" aria-busy={pending}>
      <input type="hidden" name="linkId" value={linkId} />
      <div role="status">
        {state.status === 'done' && <Notice tone="good">{t('queued', { count: state.done })}</Notice>}
        {state.status === 'refused' && <Notice tone="bad">{t('notFound')}</Notice>}
        {state.status === 'signed-out' && <Notice tone="bad">{t('signedOut')}</Notice>}
      </div>
      {waiting > 0 && (
        <Button type="submit" disabled={pending}>
          {t('sendAll', { count: waiting })}
        </Button>
      )}
      {children}
    </form>
  )
}

export function CompareForm({ linkId }: { linkId: string }) {
  const t = useTranslations('lmsScores')
  const tLms = useTranslations('lms')
  const { state, pending, form } = useFormAction(compareNow)
  const problem = state.status === 'refused' ? state.refusal.problem : undefined
  const found = problem === undefined ? null : lmsProblem(problem)
  return (
    <form {...form} className="space-y-2" aria-busy={pending}>
      <input type="hidden" name="linkId" value={linkId} />
      <Button type="submit" disabled={pending}>
        {t('compare')}
      </Button>
      <div role="status">
        {state.status === 'done' && <Notice tone="good">{t('compared')}</Notice>}
        {state.status === 'refused' && (
          <Notice tone="bad">
            {found ? tLms(`problem.${found.key}`, { status: found.status }) : t('notFound')}
          </Notice>
        )}
        {state.status === 'signed-out' && <Notice tone="bad">{t('signedOut')}</Notice>}
      </div>
    </form>
  )
}
