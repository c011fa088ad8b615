'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { SelectInput } from '@/app/_components/ui/select-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { addQuestion } from './actions'

export function NewQuestion({
  courseId,
  types,
}: {
  courseId: string
  types: readonly (readonly [string, string])[]
}) {
  const t = useTranslations('bank')
  const { state, pending, form } = useFormAction(addQuestion)
  return (
    <form {...form} className="flex flex-wrap items-end gap-3" aria-busy={pending}>
      <input type="hidden" name="courseId" value={courseId} />
      <SelectInput name="type" label={t('type')} options={types} className="min-w-56" />
      <Button type="submit" look="primary" disabled={pending}>
        <Plus aria-hidden className="size-4" />
        {t('new')}
      </Button>
      <p role="status" className="text-bad text-sm">
        {state.status === 'refused' && t('notAllowed')}
        {state.status === 'signed-out' && t('signedOut')}
      </p>
    </form>
  )
}
