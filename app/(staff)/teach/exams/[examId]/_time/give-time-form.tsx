'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { TermsAnswer } from '../_terms/terms-answer'
import { giveTime } from './actions'
import { MOST_MINUTES } from './input'

interface GiveTimeFormProps {
  examId: string
  /** One student; everybody where it is absent. */
  userId?: string
  /** Minutes given so far. */
  given: number
}

/** Minutes on top during an exam, or taken back. */
export function GiveTimeForm({ examId, userId, given }: GiveTimeFormProps) {
  const t = useTranslations('time')
  const { state, pending, form } = useFormAction(giveTime)
  const whom = (
    <>
      <input type="hidden" name="examId" value={examId} />
      {userId !== undefined && <input type="hidden" name="userId" value={userId} />}
    </>
  )
  return (
    <div className="space-y-4" aria-busy={pending}>
      <p>
        {t('givenSoFar')} <strong className="tabular-nums">{t('minutes', { minutes: given })}</strong>
      </p>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
        {/* A form of its own, so that Enter in the field below presses none of these. */}
        <form {...form} className="flex gap-2">
          {whom}
          <input type="hidden" name="direction" value="give" />
          {[5, 10].map((minutes) => (
            <Button
              key={minutes}
              type="submit"
              name="minutes"
              value={minutes}
              disabled={pending}
              aria-label={t('giveMinutes', { minutes })}
            >
              {t('plus', { minutes })}
            </Button>
          ))}
        </form>
        <form {...form} className="flex flex-wrap items-end gap-2">
          {whom}
          <TextInput
            label={t('field')}
            name="minutes"
            inputMode="numeric"
            autoComplete="off"
            className="w-28"
            error={
              state.status === 'invalid' && state.fields.minutes
                ? t('wrongMinutes', { most: MOST_MINUTES })
                : undefined
            }
          />
          <Button type="submit" look="primary" name="direction" value="give" disabled={pending}>
            {t('give')}
          </Button>
          {given > 0 && (
            <Button type="submit" name="direction" value="take" disabled={pending}>
              {t('take')}
            </Button>
          )}
        </form>
      </div>
      <TermsAnswer
        state={state}
        done={({ direction, minutes }) => t(direction === 'give' ? 'given' : 'taken', { minutes })}
      />
    </div>
  )
}
