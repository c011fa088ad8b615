'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { TextInput } from '@/app/_components/ui/text-input'
import type { LatePolicy } from '@/lib/exam/rules'
import { RuleSection } from './rule-section'
import type { ErrorOf } from './wrong'

/** What stands in the fields where late work is switched on for the first time. */
const suggested: LatePolicy = { minutes: 1440, stepMinutes: 60, lossPercent: 10 }

/** Whether work is taken after closing, and what it costs. */
export function LateRules({ late, errorOf }: { late: LatePolicy | null; errorOf: ErrorOf }) {
  const t = useTranslations('rules')
  const id = useId()
  const [on, setOn] = useState(late !== null)
  const { minutes, stepMinutes, lossPercent } = late ?? suggested
  const numbers = [
    ['lateMinutes', minutes],
    ['lateStepMinutes', stepMinutes],
    ['lateLossPercent', lossPercent],
  ] as const
  return (
    <RuleSection title={t('late')}>
      <div className="sm:col-span-2">
        <input type="hidden" name="late" value={on ? 'on' : 'off'} />
        <label className="inline-flex min-h-11 items-center gap-3 font-medium">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => setOn(event.target.checked)}
            aria-describedby={id}
            className="size-5"
          />
          {t('lateOn')}
        </label>
        <p id={id} className="text-muted text-sm">
          {t('lateOnHint')}
        </p>
      </div>
      {numbers.map(([name, value]) => (
        // Hidden, not gone: what was typed is still there when it is switched on again.
        <div key={name} hidden={!on}>
          <TextInput
            label={t(name)}
            hint={t(`${name}Hint`)}
            name={name}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={value}
            error={errorOf(name)}
          />
        </div>
      ))}
    </RuleSection>
  )
}
