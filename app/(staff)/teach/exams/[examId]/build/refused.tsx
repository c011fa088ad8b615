'use client'

import { useTranslations } from 'next-intl'
import type { ActionState } from '@/lib/server/action'

type Kind = 'not-found' | 'changed' | 'has-attempts' | 'unknown-version' | 'checks' | 'empty'

/** Why an exam was not changed, in words. */
export function Refused({ state }: { state: ActionState<{ readonly kind: Kind }, null> }) {
  const t = useTranslations('builder')
  return (
    <p role="status" className="text-bad text-sm">
      {state.status === 'refused' && t(`refused.${state.refusal.kind}`)}
      {state.status === 'signed-out' && t('signedOut')}
    </p>
  )
}
