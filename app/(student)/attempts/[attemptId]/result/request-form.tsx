'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { SelectInput } from '@/app/_components/ui/select-input'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { askForReview } from './actions'

interface RequestFormProps {
  attemptId: string
  /** In words, until when. */
  until: string
  options: readonly (readonly [string, string])[]
}

/** A student asks a person to look at a part or a criterion again. */
export function RequestForm({ attemptId, until, options }: RequestFormProps) {
  const t = useTranslations('review.request')
  const { state, pending, form } = useFormAction(askForReview)
  const wrong = state.status === 'invalid' && state.fields.words !== undefined
  return (
    <Card aria-labelledby="request" className="no-print space-y-4">
      <h2 id="request" className="font-semibold text-xl">
        {t('title')}
      </h2>
      <p className="text-muted">{t('until', { until })}</p>
      <form {...form} className="space-y-4" aria-busy={pending}>
        <input type="hidden" name="attemptId" value={attemptId} />
        <SelectInput label={t('about')} name="about" defaultValue={options[0]?.[0] ?? ''} options={options} />
        <TextInput
          label={t('words')}
          name="words"
          autoComplete="off"
          maxLength={2000}
          error={wrong ? t('wrong') : undefined}
        />
        <Button type="submit" look="primary" disabled={pending}>
          {t('send')}
        </Button>
      </form>
      <div aria-live="polite">
        {state.status === 'done' && <Notice tone="good">{t('sent')}</Notice>}
        {state.status === 'refused' && <Notice tone="warn">{t(`refused.${state.refusal.kind}`)}</Notice>}
        {state.status === 'signed-out' && <Notice tone="warn">{t('refused.signed-out')}</Notice>}
      </div>
    </Card>
  )
}
