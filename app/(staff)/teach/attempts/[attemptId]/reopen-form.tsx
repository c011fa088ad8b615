'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { reopen } from './actions'

/** Gives a closed attempt back to the student for some minutes. */
export function ReopenForm({ attemptId, closed }: { attemptId: string; closed: boolean }) {
  const t = useTranslations('review.reopen')
  const { state, pending, form } = useFormAction(reopen)
  return (
    <Card aria-labelledby="reopen" className="no-print space-y-4">
      <h2 id="reopen" className="font-semibold text-xl">
        {t('title')}
      </h2>
      <p className="text-muted">{t('hint')}</p>
      {closed && (
        <form {...form} className="flex flex-wrap items-end gap-2" aria-busy={pending}>
          <input type="hidden" name="attemptId" value={attemptId} />
          <TextInput
            label={t('minutes')}
            name="minutes"
            inputMode="numeric"
            autoComplete="off"
            className="w-28"
            error={state.status === 'invalid' ? t('wrong') : undefined}
          />
          <Button type="submit" disabled={pending}>
            {t('send')}
          </Button>
        </form>
      )}
      <div aria-live="polite">
        {state.status === 'done' && <Notice tone="good">{t('done')}</Notice>}
        {state.status === 'refused' && <Notice tone="warn">{t(`refused.${state.refusal.kind}`)}</Notice>}
        {state.status === 'signed-out' && <Notice tone="warn">{t('signedOut')}</Notice>}
      </div>
    </Card>
  )
}
