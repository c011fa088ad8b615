'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Notice } from '@/app/_components/ui/notice'
import type { ActionState } from '@/lib/server/action'
import type { TermsError } from '@/lib/use-cases/change-terms'

interface TermsAnswerProps<Done extends { readonly touched: number }> {
  state: ActionState<TermsError, Done>
  /** What was done, as a sentence; how many running attempts it reached follows by itself. */
  done: (done: Done) => ReactNode
}

/** What became of a change of time or rules, in words that a screen reader hears. */
export function TermsAnswer<Done extends { readonly touched: number }>({
  state,
  done,
}: TermsAnswerProps<Done>) {
  const t = useTranslations('terms')
  switch (state.status) {
    case 'idle':
      return null
    case 'done':
      return (
        <Notice tone="good" role="status">
          {done(state.done)} {t('touched', { count: state.done.touched })}
        </Notice>
      )
    case 'invalid':
      return (
        <Notice tone="bad" role="alert">
          {t('invalid')}
        </Notice>
      )
    default:
      return (
        <Notice tone="warn" role="alert">
          {t(state.status === 'refused' ? `refused.${state.refusal.kind}` : 'refused.signed-out')}
        </Notice>
      )
  }
}
