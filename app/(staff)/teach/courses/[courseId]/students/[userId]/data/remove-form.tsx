'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { removeFromCourse } from './actions'

/** Takes a student out of the course for good: says what goes and what stays, and asks for the name. */
export function RemoveForm({ courseId, userId, name }: { courseId: string; userId: string; name: string }) {
  const t = useTranslations('studentData')
  const { state, pending, form } = useFormAction(removeFromCourse)
  if (state.status === 'done')
    return (
      <Notice tone="good" role="status">
        {t('removed')}
      </Notice>
    )
  const differs = state.status === 'refused' && state.refusal.kind === 'name-differs'
  const wrongName = differs || (state.status === 'invalid' && state.fields.typedName !== undefined)
  return (
    <form {...form} className="space-y-4" aria-busy={pending}>
      <input type="hidden" name="courseId" value={courseId} />
      <input type="hidden" name="userId" value={userId} />
      <fieldset className="space-y-2">
        <legend className="sr-only">{t('remove')}</legend>
        {(['anonymise', 'delete'] as const).map((mode) => (
          <label key={mode} className="flex min-h-11 items-start gap-3">
            <input
              type="radio"
              name="mode"
              value={mode}
              defaultChecked={mode === 'anonymise'}
              className="mt-1 size-5 shrink-0"
            />
            <span>
              {t(`mode.${mode}`)}
              <span className="block text-muted text-sm">{t(`modeHint.${mode}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="text-sm">{t('both')}</p>
      <TextInput
        label={t('typedName', { name })}
        name="typedName"
        autoComplete="off"
        error={wrongName ? t('wrongName', { name }) : undefined}
      />
      {(state.status === 'refused' || state.status === 'signed-out') && !differs && (
        <Notice tone="bad" role="alert">
          {t(`refused.${state.status === 'refused' ? state.refusal.kind : 'signed-out'}`)}
        </Notice>
      )}
      <Button type="submit" look="danger" disabled={pending}>
        {t('removeNow')}
      </Button>
    </form>
  )
}
