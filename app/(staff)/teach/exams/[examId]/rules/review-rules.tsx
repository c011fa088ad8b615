'use client'

import { useTranslations } from 'next-intl'
import { SelectInput } from '@/app/_components/ui/select-input'
import { TextInput } from '@/app/_components/ui/text-input'
import type { ExamRules } from '@/lib/exam/rules'
import { RuleSection } from './rule-section'
import type { ErrorOf } from './wrong'

interface ReviewRulesProps {
  rules: Pick<ExamRules, 'review' | 'auditPercent' | 'reviewRequestDays'>
  errorOf: ErrorOf
}

/** When a student sees what of the result, and what people look at again. */
export function ReviewRules({ rules, errorOf }: ReviewRulesProps) {
  const t = useTranslations('rules')
  const moments = [
    ['after-submission', t('afterSubmission')],
    ['after-closing', t('afterClosing')],
    ['never', t('never')],
  ] as const
  return (
    <RuleSection title={t('review')}>
      {(['score', 'parts', 'feedback', 'solution'] as const).map((name) => (
        <SelectInput
          key={name}
          label={t(name)}
          hint={t(`${name}Hint`)}
          name={name}
          defaultValue={rules.review[name]}
          options={moments}
        />
      ))}
      {(['auditPercent', 'reviewRequestDays'] as const).map((name) => (
        <TextInput
          key={name}
          label={t(name)}
          hint={t(`${name}Hint`)}
          name={name}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={rules[name] ?? ''}
          error={errorOf(name)}
        />
      ))}
    </RuleSection>
  )
}
