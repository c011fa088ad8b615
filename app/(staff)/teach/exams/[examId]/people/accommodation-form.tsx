'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { TermsAnswer } from '../_terms/terms-answer'
import { changeAccommodation } from './actions'
import type { Person } from './person'

/** A student's standing in the course, which stretches every exam of it. */
export function AccommodationForm({ examId, person }: { examId: string; person: Person }) {
  const t = useTranslations('people')
  const { state, pending, form } = useFormAction(changeAccommodation)
  const wrong = state.status === 'invalid' ? state.fields : {}
  const { timePercent, extraMinutes } = person.accommodation
  return (
    <form {...form} aria-label={t('accommodationOf', { name: person.name })} className="space-y-4">
      <div>
        <h3 className="font-semibold">{t('accommodation')}</h3>
        <p className="text-muted text-sm">{t('accommodationHint')}</p>
      </div>
      <input type="hidden" name="examId" value={examId} />
      <input type="hidden" name="userId" value={person.userId} />
      <div className="grid items-start gap-x-8 gap-y-4 sm:grid-cols-2">
        <TextInput
          label={t('timePercent')}
          hint={t('timePercentHint')}
          name="timePercent"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={timePercent}
          error={wrong.timePercent && t('wrong.timePercent')}
        />
        <TextInput
          label={t('standingMinutes')}
          hint={t('standingMinutesHint')}
          name="extraMinutes"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={extraMinutes}
          error={wrong.extraMinutes && t('wrong.extraMinutes')}
        />
      </div>
      <TermsAnswer state={state} done={() => t('saved')} />
      <Button type="submit" disabled={pending}>
        {t('saveAccommodation')}
      </Button>
    </form>
  )
}
