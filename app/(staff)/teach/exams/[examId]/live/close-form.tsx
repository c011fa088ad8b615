'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_components/ui/button'
import { useFormAction } from '@/app/_components/use-form-action'
import { closeAttempts } from './actions'
import { FormAnswer } from './form-answer'

/** Ends one attempt, or all; asks once more before, since a student's time is at stake. */
export function CloseForm({ examId, attemptId }: { examId: string; attemptId?: string }) {
  const t = useTranslations('live.close')
  const [asking, setAsking] = useState(false)
  const { state, pending, form } = useFormAction(closeAttempts)
  const whom = attemptId === undefined ? 'all' : 'one'
  return (
    <form
      {...form}
      onSubmit={(event) => {
        setAsking(false)
        form.onSubmit(event)
      }}
      className="space-y-2"
      aria-busy={pending}
    >
      <input type="hidden" name="examId" value={examId} />
      {attemptId !== undefined && <input type="hidden" name="attemptId" value={attemptId} />}
      {asking ? (
        <div className="flex flex-wrap items-center gap-2">
          <p className="w-full">{t(`sure.${whom}`)}</p>
          <Button type="submit" look="danger" name="sure" value="yes" disabled={pending}>
            {t(`yes.${whom}`)}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('no')}</Button>
        </div>
      ) : (
        <Button look="danger" disabled={pending} onClick={() => setAsking(true)}>
          {t(whom)}
        </Button>
      )}
      <FormAnswer state={state} done={({ closed }) => t('done', { closed })} />
    </form>
  )
}
