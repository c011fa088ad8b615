'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useId } from 'react'
import { Button } from '@/app/_components/ui/button'
import { SelectInput } from '@/app/_components/ui/select-input'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { policies } from '@/lib/exam/regrade'
import type { RegradableExam } from '@/lib/use-cases/regrade-store'
import { planRun } from './actions'
import { Answer } from './answer'
import { slotField, versionField } from './input'

interface PlanFormProps {
  examId: string
  problems: RegradableExam['problems']
}

/** What to grade anew, how, and why: leads to a dry run. */
export function PlanForm({ examId, problems }: PlanFormProps) {
  const t = useTranslations('regrade')
  const { state, pending, form } = useFormAction(planRun)
  const router = useRouter()
  const id = useId()
  const runId = state.status === 'done' ? state.done.runId : null
  useEffect(() => {
    if (runId !== null) router.push(`/teach/exams/${examId}/regrade/${runId}`)
  }, [router, examId, runId])
  const wrong = state.status === 'invalid' ? state.fields : {}
  const reason = wrong.reason && t(wrong.reason === 'reasonLong' ? 'wrong.reasonLong' : 'wrong.reason')
  return (
    <form {...form} className="space-y-5" aria-busy={pending}>
      <input type="hidden" name="examId" value={examId} />
      <fieldset className="space-y-2" aria-describedby={wrong.slots ? `${id}-slots` : undefined}>
        <legend className="font-medium text-sm">{t('problems')}</legend>
        {problems.map((problem) => (
          <ProblemChoice key={problem.slot} problem={problem} wrong={wrong.slots !== undefined} />
        ))}
        {wrong.slots && (
          <p id={`${id}-slots`} className="text-bad text-sm">
            {t('wrong.slots')}
          </p>
        )}
      </fieldset>
      <fieldset className="space-y-2">
        <legend className="font-medium text-sm">{t('policy')}</legend>
        {policies.map((policy) => (
          <label key={policy} className="flex min-h-11 items-start gap-3">
            <input
              type="radio"
              name="policy"
              value={policy}
              defaultChecked={policy === 'as-computed'}
              className="mt-1 size-5 shrink-0"
            />
            <span>
              {t(`policies.${policy}`)}
              <span className="block text-muted text-sm">{t(`policyHints.${policy}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextInput
        label={t('reason')}
        hint={t('reasonHint')}
        name="reason"
        error={reason || undefined}
        autoComplete="off"
      />
      <TextInput
        label={t('passPercent')}
        hint={t('passPercentHint')}
        name="passPercent"
        inputMode="numeric"
        defaultValue="60"
        autoComplete="off"
        error={wrong.passPercent ? t('wrong.passPercent') : undefined}
      />
      <label className="flex min-h-11 items-start gap-3">
        <input type="checkbox" name="includeManual" className="mt-1 size-5 shrink-0" />
        <span>
          {t('includeManual')}
          <span className="block text-muted text-sm">{t('includeManualHint')}</span>
        </span>
      </label>
      <Answer state={state} />
      <Button type="submit" look="primary" disabled={pending}>
        {pending ? t('starting') : t('start')}
      </Button>
    </form>
  )
}

/** A problem with the versions that attempts have, each of which another one may grade. */
function ProblemChoice({ problem, wrong }: { problem: RegradableExam['problems'][number]; wrong: boolean }) {
  const t = useTranslations('regrade')
  const locale = useLocale()
  const { slot, title, used } = problem
  return (
    <div className="space-y-2">
      <label className="flex min-h-11 items-center gap-3">
        <input type="checkbox" name={slotField(slot)} aria-invalid={wrong} className="size-5" />
        {slot}. {title[locale]}
      </label>
      {used
        .filter(({ choices }) => choices.length > 1)
        .map(({ versionId, number, answers, choices }) => (
          <div key={versionId} className="max-w-md pl-8">
            <SelectInput
              label={t('version', { number, count: answers })}
              name={versionField(versionId)}
              defaultValue={versionId}
              options={choices.map((choice) => [
                choice.versionId,
                choice.versionId === versionId
                  ? t('versionSame', { number: choice.number })
                  : `${t('versionOther', { number: choice.number })}${choice.note ? `: ${choice.note}` : ''}`,
              ])}
            />
          </div>
        ))}
    </div>
  )
}
