'use client'

import { useTranslations } from 'next-intl'
import { Notice } from '@/app/_components/ui/notice'
import type { ActionState } from '@/lib/server/action'

/** What became of a press on this page; what is wrong in a field is said at the field. */
export function FormAnswer<Done>({
  state,
  done,
}: {
  state: ActionState<{ readonly kind: 'not-found' }, Done>
  done: (done: Done) => string
}) {
  const t = useTranslations('live')
  return (
    <div aria-live="polite">
      {state.status === 'done' && <Notice tone="good">{done(state.done)}</Notice>}
      {state.status === 'refused' && <Notice tone="warn">{t('refused')}</Notice>}
      {state.status === 'signed-out' && <Notice tone="warn">{t('signedOut')}</Notice>}
    </div>
  )
}
