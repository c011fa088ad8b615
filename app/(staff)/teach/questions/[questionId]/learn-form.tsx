'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { useFormAction } from '@/app/_components/use-form-action'
import { learnFromCorrections } from './actions'

/** Lets the grader learn: a new version, which changes no grade by itself. */
export function LearnForm({ questionId, corrections }: { questionId: string; corrections: number }) {
  const t = useTranslations('bank.learn')
  const tBank = useTranslations('bank')
  const { state, pending, form } = useFormAction(learnFromCorrections)
  const refused = (kind: string) =>
    kind === 'draft' || kind === 'nothing-learnt' || kind === 'worse'
      ? t(`refused.${kind}`)
      : kind === 'changed'
        ? tBank('changed')
        : tBank('notAllowed')
  return (
    <form {...form} className="space-y-3" aria-busy={pending}>
      <input type="hidden" name="questionId" value={questionId} />
      <input type="hidden" name="note" value={t('note', { count: corrections })} />
      <Button type="submit" disabled={pending}>
        {t(pending ? 'working' : 'button')}
      </Button>
      <div role="status">
        {state.status === 'refused' && <Notice tone="warn">{refused(state.refusal.kind)}</Notice>}
        {state.status === 'signed-out' && <Notice tone="bad">{tBank('signedOut')}</Notice>}
      </div>
    </form>
  )
}
