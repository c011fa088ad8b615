'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { useFormAction } from '@/app/_components/use-form-action'
import { testAnswers } from './actions'

/** Many answers at once, each beside what every criterion made of it. */
export function TestAnswers({ questionId, seed }: { questionId: string; seed: string }) {
  const t = useTranslations('bank.test')
  const tBank = useTranslations('bank')
  const id = useId()
  const { state, pending, form } = useFormAction(testAnswers)
  return (
    <Card aria-labelledby={`${id}-title`} className="space-y-4">
      <h2 id={`${id}-title`} className="font-semibold text-lg">
        {t('title')}
      </h2>
      <form {...form} className="space-y-3" aria-busy={pending}>
        <input type="hidden" name="questionId" value={questionId} />
        <input type="hidden" name="seed" value={seed} />
        <label htmlFor={id} className="block text-muted text-sm">
          {t('label')}
        </label>
        <textarea
          id={id}
          name="text"
          rows={6}
          className="w-full rounded-lg border border-line-strong bg-surface p-3"
        />
        <Button type="submit" disabled={pending}>
          {t('button')}
        </Button>
      </form>
      <div role="status" className="space-y-3">
        {state.status === 'refused' && (
          <Notice tone="warn">
            {state.refusal.kind === 'too-many'
              ? t('refused.too-many', { most: state.refusal.most })
              : t(`refused.${state.refusal.kind}`)}
          </Notice>
        )}
        {state.status === 'invalid' && <Notice tone="warn">{t('refused.too-long')}</Notice>}
        {state.status === 'signed-out' && <Notice tone="bad">{tBank('signedOut')}</Notice>}
        {state.status === 'done' && (
          <>
            <p className="font-semibold">{t('done', state.done.summary)}</p>
            {state.done.view as ReactNode}
          </>
        )}
      </div>
    </Card>
  )
}
