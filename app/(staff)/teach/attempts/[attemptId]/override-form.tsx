'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, startTransition, useActionState } from 'react'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { SelectInput } from '@/app/_components/ui/select-input'
import { TextInput } from '@/app/_components/ui/text-input'
import { overrideGrades } from '../../_review/actions'

export interface Choice {
  /** What is changed, in words. */
  readonly words: string
  readonly part: string
  readonly targets: readonly { itemId: string; gradeId: string | null }[]
}

/** Points by a person's word: of a part, a problem or the whole attempt, always with a reason. */
export function OverrideForm({ choices }: { choices: readonly Choice[] }) {
  const t = useTranslations('review')
  const [state, dispatch, pending] = useActionState(overrideGrades, { status: 'idle' })
  const fields = state.status === 'invalid' ? state.fields : {}
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const choice = choices[Number(form.get('choice'))]
    if (!choice) return
    form.set('decisionId', crypto.randomUUID())
    form.set('part', choice.part)
    form.set('targets', JSON.stringify(choice.targets))
    startTransition(() => dispatch(form))
  }
  return (
    <Card aria-labelledby="override" className="no-print space-y-4">
      <h2 id="override" className="font-semibold text-xl">
        {t('override.title')}
      </h2>
      <p className="text-muted">{t('override.hint')}</p>
      <form onSubmit={submit} noValidate className="grid gap-4 sm:grid-cols-2" aria-busy={pending}>
        <SelectInput
          label={t('override.what')}
          name="choice"
          defaultValue="0"
          options={choices.map(({ words }, i) => [`${i}`, words] as const)}
        />
        <TextInput
          label={t('override.percent')}
          name="percent"
          inputMode="decimal"
          autoComplete="off"
          error={fields.percent === undefined ? undefined : t('wrong.percent')}
        />
        <div className="sm:col-span-2">
          <TextInput
            label={t('reason')}
            hint={t('override.reasonHint')}
            name="reason"
            autoComplete="off"
            maxLength={2000}
            error={
              fields.reason === undefined
                ? undefined
                : t(fields.reason === 'reasonLong' ? 'wrong.reasonLong' : 'wrong.reasonMissing')
            }
          />
        </div>
        <div>
          <Button type="submit" look="primary" disabled={pending}>
            {t('override.save')}
          </Button>
        </div>
      </form>
      <div aria-live="polite">
        {state.status === 'done' && <Notice tone="good">{t('override.done')}</Notice>}
        {state.status === 'invalid' && <Notice tone="bad">{t('invalid')}</Notice>}
        {state.status === 'refused' && <Notice tone="warn">{t(`refused.${state.refusal.kind}`)}</Notice>}
        {state.status === 'signed-out' && <Notice tone="warn">{t('refused.signed-out')}</Notice>}
      </div>
    </Card>
  )
}
