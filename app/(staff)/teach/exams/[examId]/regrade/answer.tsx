'use client'

import { useTranslations } from 'next-intl'
import { Notice } from '@/app/_components/ui/notice'
import type { MoveState, PlanState } from './input'

/** Why nothing was done, in words that a screen reader hears. */
export function Answer({ state }: { state: PlanState | MoveState }) {
  const t = useTranslations('regrade.refused')
  switch (state.status) {
    case 'idle':
    case 'done':
      return null
    case 'invalid':
      return (
        <Notice tone="bad" role="alert">
          {t('invalid')}
        </Notice>
      )
    case 'signed-out':
      return (
        <Notice tone="bad" role="alert">
          {t('signed-out')}
        </Notice>
      )
    case 'refused':
      return (
        <Notice tone="bad" role="alert">
          {t(state.refusal.kind)}
        </Notice>
      )
  }
}
