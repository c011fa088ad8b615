'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { moveRun } from '../actions'
import { Answer } from '../answer'

/** Takes the dry run into effect, after a word that it was read; or puts it away. */
export function ApplyForm({ runId, changed }: { runId: string; changed: number }) {
  const t = useTranslations('regrade')
  const { state, pending, form } = useFormAction(moveRun)
  const wrong = state.status === 'invalid' ? state.fields : {}
  return (
    <Card aria-labelledby="apply" className="space-y-4">
      <h2 id="apply" className="font-semibold text-lg">
        {t('applyTitle')}
      </h2>
      <form {...form} className="space-y-4" aria-busy={pending}>
        <input type="hidden" name="runId" value={runId} />
        <Confirm label={t('applyConfirm', { count: changed })} error={wrong.confirm && t('wrong.confirm')} />
        <Answer state={state} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" name="move" value="apply" disabled={pending || changed === 0}>
            {t('apply')}
          </Button>
          <Button type="submit" name="move" value="discard" disabled={pending}>
            {t('discard')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

/** Gives back the grades from before, as new events. */
export function RollBackForm({ runId }: { runId: string }) {
  const t = useTranslations('regrade')
  const { state, pending, form } = useFormAction(moveRun)
  const wrong = state.status === 'invalid' ? state.fields : {}
  return (
    <Card aria-labelledby="roll-back" className="space-y-4">
      <h2 id="roll-back" className="font-semibold text-lg">
        {t('rollBackTitle')}
      </h2>
      <p className="text-muted">{t('rollBackHint')}</p>
      <form {...form} className="space-y-4" aria-busy={pending}>
        <input type="hidden" name="runId" value={runId} />
        <TextInput
          label={t('rollBackReason')}
          hint={t('reasonHint')}
          name="reason"
          autoComplete="off"
          error={wrong.reason && t(wrong.reason === 'reasonLong' ? 'wrong.reasonLong' : 'wrong.reason')}
        />
        <Confirm label={t('rollBackConfirm')} error={wrong.confirm && t('wrong.confirm')} />
        <Answer state={state} />
        <Button type="submit" look="danger" name="move" value="roll-back" disabled={pending}>
          {t('rollBack')}
        </Button>
      </form>
    </Card>
  )
}

function Confirm({ label, error }: { label: string; error: string | undefined }) {
  const id = useId()
  return (
    <div>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          name="confirm"
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : id}
          className="size-5 shrink-0"
        />
        {label}
      </label>
      {error !== undefined && (
        <p id={id} className="text-bad text-sm">
          {error}
        </p>
      )}
    </div>
  )
}
