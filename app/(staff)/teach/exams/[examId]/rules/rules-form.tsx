'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { useFormAction } from '@/app/_components/use-form-action'
import type { ExamRules } from '@/lib/exam/rules'
import { TermsAnswer } from '../_terms/terms-answer'
import { changeRules } from './actions'
import { AttemptRules } from './attempt-rules'
import { LateRules } from './late-rules'
import { ReviewRules } from './review-rules'
import { TimeRules } from './time-rules'
import type { ErrorOf } from './wrong'

interface RulesFormProps {
  examId: string
  rules: ExamRules
  opensAt: Date | null
  closesAt: Date | null
  startCode: string | null
}

/** Every rule of delivery with one sentence on what it does. */
export function RulesForm({ examId, rules, opensAt, closesAt, startCode }: RulesFormProps) {
  const t = useTranslations('rules')
  const { state, pending, form } = useFormAction(changeRules)
  const wrong = state.status === 'invalid' ? state.fields : {}
  const errorOf: ErrorOf = (field) => {
    const key = wrong[field]
    return key === undefined ? undefined : t(`wrong.${isWrong(key) ? key : 'other'}`)
  }
  return (
    <form {...form} className="space-y-6" aria-busy={pending}>
      <input type="hidden" name="examId" value={examId} />
      <TimeRules rules={rules} opensAt={opensAt} closesAt={closesAt} errorOf={errorOf} />
      <LateRules late={rules.late} errorOf={errorOf} />
      <AttemptRules rules={rules} startCode={startCode} errorOf={errorOf} />
      <ReviewRules rules={rules} errorOf={errorOf} />
      <TermsAnswer state={state} done={() => t('saved')} />
      <Button type="submit" look="primary" disabled={pending}>
        {pending ? t('saving') : t('save')}
      </Button>
    </form>
  )
}

const wrongs = [
  'auditPercent',
  'reviewRequestDays',
  'opensAt',
  'closesAt',
  'closesBeforeOpens',
  'lateNeedsClosing',
  'timeLimitMinutes',
  'graceSeconds',
  'lateMinutes',
  'lateStepMinutes',
  'lateLossPercent',
  'attemptsAllowed',
  'startCode',
] as const
const isWrong = (key: string): key is (typeof wrongs)[number] => wrongs.some((each) => each === key)
