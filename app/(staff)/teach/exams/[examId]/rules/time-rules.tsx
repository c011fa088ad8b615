'use client'

import { useTranslations } from 'next-intl'
import { DateTimeInput } from '@/app/_components/ui/date-time-input'
import { TextInput } from '@/app/_components/ui/text-input'
import type { ExamRules } from '@/lib/exam/rules'
import { RuleSection } from './rule-section'
import type { ErrorOf } from './wrong'

interface TimeRulesProps {
  rules: ExamRules
  opensAt: Date | null
  closesAt: Date | null
  errorOf: ErrorOf
}

/** Window, limit and grace. */
export function TimeRules({ rules, opensAt, closesAt, errorOf }: TimeRulesProps) {
  const t = useTranslations('rules')
  return (
    <RuleSection title={t('time')}>
      <DateTimeInput
        label={t('opensAt')}
        hint={t('opensAtHint')}
        name="opensAt"
        value={opensAt}
        error={errorOf('opensAt')}
      />
      <DateTimeInput
        label={t('closesAt')}
        hint={t('closesAtHint')}
        name="closesAt"
        value={closesAt}
        error={errorOf('closesAt')}
      />
      <TextInput
        label={t('timeLimitMinutes')}
        hint={t('timeLimitMinutesHint')}
        name="timeLimitMinutes"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={rules.timeLimitMinutes ?? ''}
        error={errorOf('timeLimitMinutes')}
      />
      <TextInput
        label={t('graceSeconds')}
        hint={t('graceSecondsHint')}
        name="graceSeconds"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={rules.graceSeconds}
        error={errorOf('graceSeconds')}
      />
    </RuleSection>
  )
}
