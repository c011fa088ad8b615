'use client'

import { useTranslations } from 'next-intl'
import { lmsProblem } from '@/app/_components/lms-problem'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { useFormAction } from '@/app/_components/use-form-action'
import { syncNow } from './lms-actions'

export function SyncForm(key: { courseId: string; platformId: string; contextId: string }) {
  const t = useTranslations('lmsRoster')
  const tLms = useTranslations('lms')
  const { state, pending, form } = useFormAction(syncNow)
  const problem =
    state.status === 'refused' && state.refusal.kind === 'not-read' ? lmsProblem(state.refusal.problem) : null
  return (
    <form {...form} className="space-y-2" aria-busy={pending}>
      {Object.entries(key).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" disabled={pending}>
        {t('sync')}
      </Button>
      <div role="status">
        {state.status === 'done' && <Notice tone="good">{t('done', { ...state.done })}</Notice>}
        {state.status === 'refused' && (
          <Notice tone="bad">
            {problem ? tLms(`problem.${problem.key}`, { status: problem.status }) : t('notFound')}
          </Notice>
        )}
        {state.status === 'signed-out' && <Notice tone="bad">{t('signedOut')}</Notice>}
      </div>
    </form>
  )
}
