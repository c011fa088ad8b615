'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/app/_components/ui/button'
import { DateTimeInput } from '@/app/_components/ui/date-time-input'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { TermsAnswer } from '../_terms/terms-answer'
import { changeException } from './actions'
import type { Person } from './person'

/** What holds for one student at this exam alone. */
export function ExceptionForm({ examId, person }: { examId: string; person: Person }) {
  const t = useTranslations('people')
  const sebHint = useId()
  const { state, pending, form } = useFormAction(changeException)
  const wrong = state.status === 'invalid' ? state.fields : {}
  const { exception } = person
  const closing = wrong.closesAt === 'closesBeforeOpens' ? 'closesBeforeOpens' : 'closesAt'
  return (
    // Drawn anew where minutes were given elsewhere, or saving here would take them back unseen.
    <form
      {...form}
      key={exception.extraMinutes}
      aria-label={t('exceptionOf', { name: person.name })}
      className="space-y-4"
    >
      <div>
        <h3 className="font-semibold">{t('exception')}</h3>
        <p className="text-muted text-sm">{t('exceptionHint')}</p>
      </div>
      <input type="hidden" name="examId" value={examId} />
      <input type="hidden" name="userId" value={person.userId} />
      <div className="grid items-start gap-x-8 gap-y-4 sm:grid-cols-2">
        <DateTimeInput
          label={t('opensAt')}
          hint={t('opensAtHint')}
          name="opensAt"
          value={exception.opensAt}
          error={wrong.opensAt && t('wrong.opensAt')}
        />
        <DateTimeInput
          label={t('closesAt')}
          hint={t('closesAtHint')}
          name="closesAt"
          value={exception.closesAt}
          error={wrong.closesAt && t(`wrong.${closing}`)}
        />
        <TextInput
          label={t('timeLimitMinutes')}
          hint={t('timeLimitMinutesHint')}
          name="timeLimitMinutes"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={exception.timeLimitMinutes ?? ''}
          error={wrong.timeLimitMinutes && t('wrong.timeLimitMinutes')}
        />
        {(['extraMinutes', 'extraAttempts'] as const).map((name) => (
          <TextInput
            key={name}
            label={t(name)}
            hint={t(`${name}Hint`)}
            name={name}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={exception[name]}
            error={wrong[name] && t(`wrong.${name}`)}
          />
        ))}
      </div>
      <div>
        <label className="inline-flex min-h-11 items-center gap-3 font-medium">
          <input
            type="checkbox"
            name="withoutSafeExamBrowser"
            defaultChecked={exception.withoutSafeExamBrowser}
            aria-describedby={sebHint}
            className="size-5 shrink-0"
          />
          {t('withoutSafeExamBrowser')}
        </label>
        <p id={sebHint} className="text-muted text-sm">
          {t('withoutSafeExamBrowserHint')}
        </p>
      </div>
      <TermsAnswer state={state} done={() => t('saved')} />
      <Button type="submit" disabled={pending}>
        {t('saveException')}
      </Button>
    </form>
  )
}
