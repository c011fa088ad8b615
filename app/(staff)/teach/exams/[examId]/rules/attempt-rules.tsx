'use client'

import { useTranslations } from 'next-intl'
import { SelectInput } from '@/app/_components/ui/select-input'
import { TextInput } from '@/app/_components/ui/text-input'
import type { ExamRules } from '@/lib/exam/rules'
import { RuleSection } from './rule-section'
import type { ErrorOf } from './wrong'

interface AttemptRulesProps {
  rules: ExamRules
  startCode: string | null
  errorOf: ErrorOf
}

/** How often, with which code, and in which order. */
export function AttemptRules({ rules, startCode, errorOf }: AttemptRulesProps) {
  const t = useTranslations('rules')
  const choice = <Value extends string>(
    name: 'counts' | 'navigation' | 'order',
    options: readonly (readonly [Value, string])[],
    value: Value,
  ) => (
    <SelectInput label={t(name)} hint={t(`${name}Hint`)} name={name} defaultValue={value} options={options} />
  )
  return (
    <RuleSection title={t('attempts')}>
      <TextInput
        label={t('attemptsAllowed')}
        hint={t('attemptsAllowedHint')}
        name="attemptsAllowed"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={rules.attemptsAllowed ?? ''}
        error={errorOf('attemptsAllowed')}
      />
      {choice(
        'counts',
        [
          ['best', t('best')],
          ['last', t('last')],
          ['first', t('first')],
        ],
        rules.counts,
      )}
      <TextInput
        label={t('startCode')}
        hint={t('startCodeHint')}
        name="startCode"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={startCode ?? ''}
        error={errorOf('startCode')}
      />
      {choice(
        'navigation',
        [
          ['free', t('free')],
          ['one-way', t('oneWay')],
        ],
        rules.navigation,
      )}
      {choice(
        'order',
        [
          ['fixed', t('fixed')],
          ['shuffled', t('shuffled')],
        ],
        rules.order,
      )}
    </RuleSection>
  )
}
