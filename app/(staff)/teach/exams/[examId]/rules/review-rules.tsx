'use client'

import { useTranslations } from 'next-intl'
import { SelectInput } from '@/app/_components/ui/select-input'
import type { ExamRules } from '@/lib/exam/rules'
import { RuleSection } from './rule-section'

/** When a student sees what of the result. */
export function ReviewRules({ review }: { review: ExamRules['review'] }) {
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
          defaultValue={review[name]}
          options={moments}
        />
      ))}
    </RuleSection>
  )
}
