'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { useFormAction } from '@/app/_components/use-form-action'
import { rotateKeys } from './key-actions'

export function RotateForm() {
  const t = useTranslations('lmsKeys')
  const format = useFormatter()
  const { state, pending, form } = useFormAction(rotateKeys)
  return (
    <form {...form} className="space-y-2" aria-busy={pending}>
      <input type="hidden" name="purpose" value="rotation" />
      <Button type="submit" disabled={pending}>
        {t('rotate')}
      </Button>
      <div role="status">
        {state.status === 'done' && <Notice tone="good">{t('rotated')}</Notice>}
        {state.status === 'refused' && (
          <Notice tone="bad">
            {state.refusal.kind === 'too-soon'
              ? t('tooSoon', { time: format.dateTime(new Date(state.refusal.until), 'moment') })
              : t('notAllowed')}
          </Notice>
        )}
        {state.status === 'signed-out' && <Notice tone="bad">{t('notAllowed')}</Notice>}
      </div>
    </form>
  )
}
