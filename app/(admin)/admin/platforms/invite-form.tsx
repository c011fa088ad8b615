'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { useFormAction } from '@/app/_components/use-form-action'
import { inviteRegistration } from './actions'
import { CopyValue } from './copy-value'

/** Makes a link by which an LMS registers this product by itself. */
export function InviteForm() {
  const t = useTranslations('lms')
  const { state, pending, form } = useFormAction(inviteRegistration)
  return (
    <form {...form} className="space-y-3" aria-busy={pending}>
      <input type="hidden" name="purpose" value="registration" />
      <Button type="submit" disabled={pending}>
        {t('registration.make')}
      </Button>
      <div role="status">
        {state.status === 'done' && (
          <Notice tone="good" title={t('registration.made')}>
            <p className="select-all break-all font-mono text-sm">{state.done.link}</p>
            <CopyValue name={t('registration.link')} value={state.done.link} />
          </Notice>
        )}
        {(state.status === 'refused' || state.status === 'signed-out') && (
          <Notice tone="bad">{t('refused.not-allowed')}</Notice>
        )}
      </div>
    </form>
  )
}
