'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import { Button } from '@/app/_components/ui/button'
import { useFormAction } from '@/app/_components/use-form-action'
import { tellRoom } from './actions'
import { FormAnswer } from './form-answer'
import { MOST_WORDS } from './input'

/** Words for everybody at work, or for one student. */
export function NoticeForm({ examId, userId }: { examId: string; userId?: string }) {
  const t = useTranslations('live.notice')
  const id = useId()
  const { state, pending, form } = useFormAction(tellRoom)
  const field = useRef<HTMLTextAreaElement>(null)
  // Sent words leave the field; refused ones stay in it.
  useEffect(() => {
    if (state.status === 'done' && field.current) field.current.value = ''
  }, [state])
  const wrong = state.status === 'invalid'
  return (
    <form {...form} className="space-y-2" aria-busy={pending}>
      <input type="hidden" name="examId" value={examId} />
      {userId !== undefined && <input type="hidden" name="userId" value={userId} />}
      <label htmlFor={id} className="block font-medium text-sm">
        {t(userId === undefined ? 'forAll' : 'forOne')}
      </label>
      <textarea
        ref={field}
        id={id}
        name="words"
        rows={2}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-error` : undefined}
        className="w-full rounded-lg border border-line-strong bg-surface p-3 aria-invalid:border-bad"
      />
      {wrong && (
        <p id={`${id}-error`} className="text-bad text-sm">
          {t('wrong', { most: MOST_WORDS })}
        </p>
      )}
      <Button type="submit" disabled={pending}>
        {t('send')}
      </Button>
      <FormAnswer state={state} done={() => t('sent')} />
    </form>
  )
}
