'use client'

import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { useFormAction } from '@/app/_components/use-form-action'
import { checkPlatform } from './actions'

/** Tries the connection to an LMS and says in words what is right and what is wrong. */
export function CheckForm({ platformId }: { platformId: string }) {
  const t = useTranslations('lms')
  const { state, pending, form } = useFormAction(checkPlatform)
  return (
    <form {...form} className="space-y-3" aria-busy={pending}>
      <input type="hidden" name="platformId" value={platformId} />
      <Button type="submit" disabled={pending}>
        {t(pending ? 'check.running' : 'check.start')}
      </Button>
      <div role="status">
        {state.status === 'done' && (
          <ul className="space-y-1.5">
            {state.done.lines.map(({ code, good, facts }) => (
              <li key={code} className="flex gap-2">
                {good ? (
                  <CircleCheck aria-label={t('check.good')} className="mt-0.5 size-5 shrink-0 text-good" />
                ) : (
                  <CircleAlert aria-label={t('check.bad')} className="mt-0.5 size-5 shrink-0 text-bad" />
                )}
                <span className="min-w-0 break-words">{t(`check.${code}`, facts)}</span>
              </li>
            ))}
          </ul>
        )}
        {state.status === 'refused' && <Notice tone="bad">{t(`refused.${state.refusal.kind}`)}</Notice>}
        {state.status === 'signed-out' && <Notice tone="bad">{t('refused.not-allowed')}</Notice>}
      </div>
    </form>
  )
}
